//! The input for the person's height, which accepts several notations.

use leptos::{
    ev::{Event, Targeted},
    prelude::*,
};
use web_sys::HtmlInputElement;

use super::settings_access::change_setting;
use crate::{
    app::context::use_app,
    domain::height::{HeightInput, parse_height},
};

/// The input with its note and its error message.
#[component]
pub fn HeightField() -> impl IntoView {
    let app = use_app();
    let invalid = RwSignal::new(false);
    // Another tab or the second store may change the height while this screen is open. A memo, because the property
    // would otherwise be written at every change of any setting and overwrite what is being typed.
    let stored = Memo::new(move |_| height_words(app.settings.with(|settings| settings.height_cm)));
    let read = move |event: Targeted<Event, HtmlInputElement>| {
        let input = event.target();
        let height_cm = match parse_height(&input.value()) {
            HeightInput::Cm(cm) => Some(cm),
            HeightInput::Empty => None,
            // The stored height stays until the input is corrected.
            HeightInput::Invalid => return invalid.set(true),
        };
        invalid.set(false);
        // Always, even if the height has not changed: "1,78" becomes "178".
        input.set_value(&height_words(height_cm));
        change_setting(app, |settings| settings.height_cm = height_cm);
    };
    view! {
        <div class="field">
            <label for="height">{app.phrase(|t| t.settings.height)}</label>
            <input
                type="text"
                id="height"
                inputmode="decimal"
                autocomplete="off"
                enterkeyhint="done"
                aria-describedby="height-note height-wrong"
                aria-invalid=move || if invalid.get() { "true" } else { "false" }
                prop:value=move || stored.get()
                on:input=move |_| invalid.set(false)
                on:change:target=read
            />
            <small id="height-note">{app.phrase(|t| t.settings.height_note)}</small>
            <p id="height-wrong" class="field-error" role="alert" translate="no">
                {move || if invalid.get() { app.text.get().settings.height_invalid } else { "" }}
            </p>
        </div>
    }
}

fn height_words(height_cm: Option<u8>) -> String {
    height_cm.map(|cm| cm.to_string()).unwrap_or_default()
}
