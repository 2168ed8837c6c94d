//! A setting that is on or off: a native checkbox.

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{app::context::use_app, domain::settings::Settings, i18n::Text};

/// A setting that is on or off.
#[component]
pub fn Switch(
    /// The label.
    label: fn(&'static Text) -> &'static str,
    /// The explanation.
    note: fn(&'static Text) -> &'static str,
    /// Reads it.
    get: fn(&Settings) -> bool,
    /// Writes it.
    set: fn(&mut Settings, bool),
) -> impl IntoView {
    let app = use_app();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=move || app.settings.with(get)
                on:change:target=move |event| change_setting(app, |settings| set(settings, event.target().checked()))
            />
            <span>
                <b>{app.phrase(label)}</b>
                <small>{app.phrase(note)}</small>
            </span>
        </label>
    }
}
