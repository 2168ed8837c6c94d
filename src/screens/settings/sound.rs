//! The sound settings and the sound check.

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
        ..Choice::plain(
            |t| t.sound.output_choices[0],
            |s| s.sound == Sound::Voice,
            |s| s.sound = Sound::Voice,
        )
    },
    Choice::plain(|t| t.sound.output_choices[1], |s| s.sound == Sound::Tones, |s| s.sound = Sound::Tones),
    Choice::plain(|t| t.sound.output_choices[2], |s| s.sound == Sound::Silent, |s| s.sound = Sound::Silent),
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
    // The capabilities of the device are known before the first screen is rendered.
    let can_vibrate = app.status.get_untracked().can_vibrate;
    let speaks = Memo::new(move |_| app.settings.with(Settings::speaks));
    let voice_problem = move || {
        let (status, t) = (app.status.get(), &app.text.get().sound);
        match (speaks.get(), status.has_no_voice, status.is_voice_failing) {
            (true, true, _) => t.no_voice,
            (true, false, true) => t.voice_fails,
            _ => "",
        }
    };
    view! {
        <section>
            <h2>{app.phrase(|t| t.sound.title)}</h2>
            <ChoiceGroup name="sound" legend=|t| t.sound.output choices=&SOUND/>
            <p class="field-error" role="status" translate="no">{voice_problem}</p>
            {move || speaks.get().then(|| view! { <VoiceChoice/> })}
            <NumberSlider id="volume" setting=&VOLUME/>
            <Switch
                label=|t| t.sound.screen_reader
                note=|t| t.sound.screen_reader_note
                get=|s| s.screen_reader
                set=|s, on| s.screen_reader = on
            />
            <Switch
                label=|t| t.sound.even_muted
                note=|t| t.sound.even_muted_note
                get=|s| s.plays_when_muted
                set=|s, on| s.plays_when_muted = on
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
