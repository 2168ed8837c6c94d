//! Shared by the sections of the trends: the section with its heading, and phrases for positions and legs.

use leptos::prelude::*;

use crate::{domain::leg::Position, i18n::Text};

/// A section with its heading.
#[component]
pub fn TrendSection(
    /// The heading.
    title: &'static str,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="trend-section">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

/// A position in words.
pub fn place(position: Position, t: &'static Text) -> String {
    t.positions.position(position)
}

/// The names of the legs: left, then right.
pub fn legs(t: &'static Text) -> [&'static str; 2] {
    [t.shell.left_leg, t.shell.right_leg]
}
