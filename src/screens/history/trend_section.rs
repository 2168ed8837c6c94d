//! What the parts of the trends share: a section with its heading, and the words for places and legs.

use leptos::prelude::*;

use crate::{domain::leg::Position, i18n::Text};

/// A part of the screen with its heading.
#[component]
pub fn TrendSection(
    /// The heading.
    title: &'static str,
    /// What stands below it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="weeks-part">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

/// A place on the leg, in words.
pub fn place(position: Position, t: &'static Text) -> String {
    t.places.place(position)
}

/// The legs' names.
pub fn legs(t: &'static Text) -> [&'static str; 2] {
    [t.shell.left_leg, t.shell.right_leg]
}
