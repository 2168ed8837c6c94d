//! A chart with its name, and what its signs mean.

use leptos::prelude::*;

use super::drawing::VIEW_BOX;

/// A chart.
#[component]
pub fn Chart(
    /// What it shows, in words.
    label: String,
    /// The markup inside the `<svg>`.
    drawing: String,
) -> impl IntoView {
    view! { <svg class="chart" viewBox=VIEW_BOX role="img" aria-label=label inner_html=drawing></svg> }
}

/// A sign of a chart and its meaning.
#[component]
pub fn ChartSign(
    /// The markup of the sign, 16 units wide and high.
    drawing: &'static str,
    /// What it means.
    meaning: &'static str,
) -> impl IntoView {
    view! {
        <li>
            <svg viewBox="0 0 16 16" aria-hidden="true" inner_html=drawing></svg>
            <span>{meaning}</span>
        </li>
    }
}
