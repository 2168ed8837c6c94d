//! What a session sounds like, and whether that can be heard.

use leptos::prelude::*;

use super::{
    choice::{Choice, ChoiceGroup},
    number_slider::{NumberSetting, NumberSlider},
    switch::Switch,
    voice::VoiceChoice,
};
use crate::{
    app::context::use_app,
    components::sound_check::SoundCheck,
    domain::settings::{Settings, Sound},
    i18n::leg::percent,
};

static SOUND: [Choice; 3] = [
    Choice {
        note: Some(|t| t.sound.voice_note),
        ..Choice::plain(|t| t.sound.choices[0], |s| s.sound == Sound::Voice, |s| s.sound = Sound::Voice)
    },
    Choice::plain(|t| t.sound.choices[1], |s| s.sound == Sound::Tones, |s| s.sound = Sound::Tones),
    Choice::plain(|t| t.sound.choices[2], |s| s.sound == Sound::Silent, |s| s.sound = Sound::Silent),
];

static VOLUME: NumberSetting = NumberSetting {
    label: |t| t.sound.volume,
    note: None,
    range: Settings::VOLUME,
    format: percent,
    get: |s| s.volume,
    set: |s, percent| s.volume = percent,
};

/// The section "Sound".
#[component]
pub fn SoundSection() -> impl IntoView {
    let app = use_app();
    // What the device can do is known before anything is shown.
    let can_vibrate = app.device.get_untracked().can_vibrate;
    let speaks = Memo::new(move |_| app.settings.with(Settings::speaks));
    let trouble = move || {
        let (device, t) = (app.device.get(), &app.text.get().sound);
        match (speaks.get(), device.no_voice, device.voice_fails) {
            (true, true, _) => t.no_voice,
            (true, false, true) => t.voice_fails,
            _ => "",
        }
    };
    view! {
        <section>
            <h2>{app.phrase(|t| t.sound.title)}</h2>
            <ChoiceGroup name="sound" legend=|t| t.sound.hear choices=&SOUND/>
            <p class="field-wrong" role="status" translate="no">{trouble}</p>
            {move || speaks.get().then(|| view! { <VoiceChoice/> })}
            <NumberSlider id="volume" setting=&VOLUME/>
            <Switch
                label=|t| t.sound.reader
                note=|t| t.sound.reader_note
                get=|s| s.screen_reader
                set=|s, on| s.screen_reader = on
            />
            <Switch
                label=|t| t.sound.even_muted
                note=|t| t.sound.even_muted_note
                get=|s| s.even_muted
                set=|s, on| s.even_muted = on
            />
            <Switch
                label=|t| t.sound.keeps_headphones_awake
                note=|t| t.sound.keeps_headphones_awake_note
                get=|s| s.keeps_headphones_awake
                set=|s, on| s.keeps_headphones_awake = on
            />
            {can_vibrate.then(|| view! {
                <Switch
                    label=|t| t.sound.vibrates
                    note=|t| t.sound.vibrates_note
                    get=|s| s.vibrates
                    set=|s, on| s.vibrates = on
                />
            })}
            <SoundCheck/>
        </section>
    }
}
