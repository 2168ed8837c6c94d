//! A setting with a few options: a group of native radio buttons.

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{app::context::use_app, domain::settings::Settings, i18n::Text};

/// An option.
pub struct Choice {
    /// The label.
    pub label: fn(&'static Text) -> &'static str,
    /// An explanation, if the label needs one.
    pub note: Option<fn(&'static Text) -> &'static str>,
    /// Whether it is selected.
    pub is_selected: fn(&Settings) -> bool,
    /// Selects it.
    pub set: fn(&mut Settings),
}

impl Choice {
    /// An option without a note.
    pub const fn plain(
        label: fn(&'static Text) -> &'static str,
        is_selected: fn(&Settings) -> bool,
        set: fn(&mut Settings),
    ) -> Self {
        Self { label, note: None, is_selected, set }
    }
}

/// A group of options.
#[component]
pub fn ChoiceGroup(
    /// The `name` attribute, unique on the page.
    name: &'static str,
    /// The legend of the group.
    legend: fn(&'static Text) -> &'static str,
    /// The options, in order.
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
        <label class="radio-option">
            <input
                type="radio"
                name=name
                prop:checked=move || app.settings.with(choice.is_selected)
                on:change=move |_| change_setting(app, choice.set)
            />
            <span>
                <b>{app.phrase(choice.label)}</b>
                {choice.note.map(|note| view! { <small>{app.phrase(note)}</small> })}
            </span>
        </label>
    }
}
