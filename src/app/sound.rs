//! Sound, speech and vibration, as the settings allow them.

use super::dispatcher::Dispatcher;
use crate::{
    domain::{
        effect::Announcement,
        model::{Model, SessionState},
        phase::PhaseName,
        planned_tones::{PlannedTone, planned_tones},
        settings::Sound,
        tone::Tone,
    },
    i18n::phrase::without_isolates,
    platform::{haptics, speech::SpeechOptions},
};

/// Announces what one event caused: in the live region and, during a session, by speech. Speech is a setting, because
/// it would talk over a screen reader.
pub(super) fn announce(app: &Dispatcher, announcements: Vec<Announcement>) {
    if app.read(|m| m.running().is_some() && m.settings.speaks()) {
        let interrupts = announcements.iter().any(|announcement| announcement.interrupts_speech());
        speak(app, &app.text().announcements(&announcements), interrupts);
    }
    app.0.context.announce(announcements);
}

fn speak(app: &Dispatcher, text: &str, interrupts: bool) {
    let Some(functions) = app.0.lazy_functions.get() else { return };
    let (volume_percent, voice_id) = app.read(|m| (m.settings.volume, m.settings.voice.clone()));
    let options = SpeechOptions {
        language_tag: app.text().tag,
        voice_id: voice_id.as_deref(),
        volume_percent,
        interrupts,
    };
    (functions.say)(&app.0.speech, &without_isolates(text), options);
}

/// Plays a tone and vibrates with it, now.
pub(super) fn play(app: &Dispatcher, tone: Tone) {
    let (sound, vibrates) = app.read(|m| (m.settings.sound, m.settings.vibrates));
    if sound != Sound::Silent {
        app.0.audio.play(tone);
    }
    if vibrates {
        haptics::vibrate(tone);
    }
}

/// Unlocks audio and speech, which browsers allow only in a user gesture.
pub(super) fn unlock(app: &Dispatcher) {
    let settings = app.read(|m| m.settings.clone());
    if settings.sound != Sound::Silent {
        app.0.audio.unlock(settings.plays_when_muted);
    }
    // Until the lazy part is loaded no session runs; a later gesture unlocks speech.
    if let Some(functions) = app.0.lazy_functions.get().filter(|_| settings.speaks()) {
        (functions.unlock_speech)(&app.0.speech);
    }
}

/// Unlocks audio and speech if a session needs them. Called in every user gesture.
pub(super) fn unlock_for_session(app: &Dispatcher) {
    if app.read(|m| needs_sound(&m.session_state)) {
        unlock(app);
    }
}

/// The page is visible again: some systems resume audio without a gesture.
pub(super) fn resume(app: &Dispatcher) {
    if app.read(|m| needs_sound(&m.session_state)) {
        app.0.audio.resume();
    }
}

/// Plays a tone, says a sentence and vibrates as a session would, even if the sound of sessions is off.
pub(super) fn play_sound_check(app: &Dispatcher) {
    let settings = app.read(|m| m.settings.clone());
    app.0.audio.unlock(settings.plays_when_muted);
    app.0.audio.set_volume(settings.volume);
    app.0.audio.play(Tone::Hold);
    if settings.speaks() {
        play_voice_sample(app);
    }
    if settings.vibrates {
        haptics::vibrate(Tone::Hold);
    }
}

/// Says a sentence with the chosen voice. Called in a user gesture.
pub(super) fn play_voice_sample(app: &Dispatcher) {
    speak(app, app.text().sound.sound_check_spoken, true);
}

/// Schedules the tones of the running phase, and updates whether sound is blocked. `may_keep_alive`: an inaudible
/// tone may keep wireless headphones connected.
pub(super) fn schedule(app: &Dispatcher, may_keep_alive: bool) {
    let from_mono_ms = app.read(|m| m.running().map_or(0, |running| running.last_event_at.mono_ms));
    let (volume, planned_tones, is_chosen) =
        app.read(|m| (m.settings.volume, upcoming_tones(m), m.settings.keeps_headphones_awake));
    app.0.audio.set_volume(volume);
    app.0.audio.set_keep_alive(is_chosen && may_keep_alive && planned_tones.is_some());
    let is_blocked = app.0.audio.schedule(planned_tones.as_deref(), from_mono_ms);
    app.update_status(|status| status.is_sound_blocked = is_blocked);
}

/// Checks whether the device has a voice for the language in use.
pub(super) fn check_voice(app: &Dispatcher) {
    let Some(functions) = app.0.lazy_functions.get() else { return };
    let has_voice = (functions.has_voice)(app.text().tag);
    app.update_status(|status| {
        status.has_no_voice = !has_voice;
        status.voice_list_version = status.voice_list_version.wrapping_add(1);
    });
}

/// The wake lock was refused, or is held again. The refusal is announced once: the person may have a free hand now to
/// change the display settings.
pub(super) fn on_screen_may_sleep(app: &Dispatcher, may_sleep: bool) {
    if may_sleep && !app.status().screen_may_sleep {
        announce(app, vec![Announcement::ScreenMaySleep]);
    }
    app.update_status(|status| status.screen_may_sleep = may_sleep);
}

/// The tones to schedule; `None` if no sound is needed now.
fn upcoming_tones(model: &Model) -> Option<Vec<PlannedTone>> {
    match &model.session_state {
        _ if model.settings.sound == Sound::Silent => None,
        SessionState::Running(running) => {
            (running.phase_name() != PhaseName::Done).then(|| planned_tones(running))
        }
        state => needs_sound(state).then(Vec::new),
    }
}

/// Whether a session in this tab is running, waits for the safety gate or can be resumed.
fn needs_sound(state: &SessionState) -> bool {
    match state {
        SessionState::Running(_) | SessionState::GateOpen(_) | SessionState::Interrupted { .. } => true,
        SessionState::Idle | SessionState::InOtherTab(_) => false,
    }
}
