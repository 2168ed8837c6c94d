//! A chart, and an item of its legend.

use leptos::prelude::*;

use super::chart_markup::VIEW_BOX;

/// A chart as an SVG image.
#[component]
pub fn Chart(
    /// The accessible name: what the chart shows.
    label: String,
    /// The markup inside the `<svg>`.
    drawing: String,
) -> impl IntoView {
    view! { <svg class="chart" viewBox=VIEW_BOX role="img" aria-label=label inner_html=drawing></svg> }
}

/// An item of the legend of a chart.
#[component]
pub fn LegendItem(
    /// The SVG markup of the symbol, 16 units wide and high.
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
