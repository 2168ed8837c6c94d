//! The choice of the voice, if the device has several.

use leptos::prelude::*;

use super::settings_access::change_setting;
use crate::{
    app::context::{AppRequest, use_app},
    components::select_field::SelectField,
};

/// The maximum number of listed voices, because an index is a `u8`.
const MAX_VOICES: usize = 200;

/// The list of voices and a sample button; empty if the device has fewer than two voices for the language.
#[component]
pub fn VoiceChoice() -> impl IntoView {
    let app = use_app();
    let voices = Memo::new(move |_| {
        app.status.with(|status| status.voice_list_version);
        app.voices(app.text.get().tag)
    });
    move || {
        let voices = voices.get();
        (voices.len() > 1).then(|| view! { <VoiceList voices/> })
    }
}

#[component]
fn VoiceList(
    /// The identifier and the name of each voice.
    voices: Vec<(String, String)>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().sound;
    let names = voices.iter().take(MAX_VOICES).map(|(_, name)| name.clone());
    let options = [t.voice_auto.to_owned()].into_iter().chain(names).collect();
    let voices = StoredValue::new(voices);
    let selected = move || {
        let chosen = app.settings.with(|settings| settings.voice.clone());
        let is_chosen = |(id, _): &(String, String)| Some(id.as_str()) == chosen.as_deref();
        let index = voices.with_value(|voices| voices.iter().position(is_chosen));
        index.and_then(|index| u8::try_from(index + 1).ok()).unwrap_or_default()
    };
    let select = move |index: u8| {
        let chosen = usize::from(index).checked_sub(1);
        let id = voices.with_value(|voices| {
            chosen.and_then(|index| voices.get(index)).map(|(id, _)| id.as_str().into())
        });
        change_setting(app, |settings| settings.voice = id);
        app.request(AppRequest::PlayVoiceSample);
    };
    view! {
        // Names come from the operating system, in its language.
        <div class="voice" translate="no">
            <SelectField label=t.voice options selected on_select=select/>
            <button type="button" on:click=move |_| app.request(AppRequest::PlayVoiceSample)>{t.voice_sample}</button>
        </div>
    }
}
