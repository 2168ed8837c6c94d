//! A few choices of which one holds: native radio buttons.

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{app::context::use_app, domain::settings::Settings, i18n::Text};

/// One of the choices.
pub struct Choice {
    /// Its name.
    pub label: fn(&'static Text) -> &'static str,
    /// What it means, where the name does not say it.
    pub note: Option<fn(&'static Text) -> &'static str>,
    /// Whether it is chosen.
    pub is: fn(&Settings) -> bool,
    /// Chooses it.
    pub set: fn(&mut Settings),
}

impl Choice {
    /// A choice whose name needs no note.
    pub const fn plain(
        label: fn(&'static Text) -> &'static str,
        is: fn(&Settings) -> bool,
        set: fn(&mut Settings),
    ) -> Self {
        Self { label, note: None, is, set }
    }
}

/// A group of choices.
#[component]
pub fn ChoiceGroup(
    /// Tells the radio buttons of the group from those of other groups.
    name: &'static str,
    /// The name of the group.
    legend: fn(&'static Text) -> &'static str,
    /// The choices, in their order.
    choices: &'static [Choice],
) -> impl IntoView {
    let app = use_app();
    view! {
        <fieldset class="choice">
            <legend>{app.phrase(legend)}</legend>
            {choices.iter().map(|choice| view! { <Radio name choice/> }).collect_view()}
        </fieldset>
    }
}

#[component]
fn Radio(name: &'static str, choice: &'static Choice) -> impl IntoView {
    let app = use_app();
    view! {
        <label class="pick">
            <input
                type="radio"
                name=name
                prop:checked=move || app.settings.with(choice.is)
                on:change=move |_| change_setting(app, choice.set)
            />
            <span>
                <b>{app.phrase(choice.label)}</b>
                {choice.note.map(|note| view! { <small>{app.phrase(note)}</small> })}
            </span>
        </label>
    }
}
