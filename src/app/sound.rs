//! What is heard and felt: tones, the voice, the shaking, and when they may be.

use super::App;
use crate::{
    domain::{
        cues::{Cue, cues},
        effect::{Said, Tone},
        model::{Model, Sitting},
        phase::Name,
        settings::{Settings, Sound},
    },
    effect::{haptics, speech},
    view::ctx,
};

impl App {
    /// Tells what one moment brought: to whoever reads the screen and, in a session, aloud. A voice that
    /// would speak over a screen reader is off.
    pub(super) fn tell(&self, told: Vec<Said>) {
        if ctx().peek(|m| m.running().is_some() && m.settings.speaks()) {
            let replaces = told.iter().any(|said| said.cuts_in());
            self.speak(&ctx().words().session.all_said(&told), replaces);
        }
        ctx().say(told);
    }

    fn speak(&self, words: &str, replaces: bool) {
        let volume = ctx().peek(|m| m.settings.volume);
        self.0.speech.say(words, ctx().words().tag, volume, replaces);
    }

    /// The moment of a tone has come.
    pub(super) fn play(&self, tone: Tone) {
        let Settings { sound, vibrates, .. } = ctx().peek(|m| m.settings);
        if sound != Sound::Silent {
            self.0.audio.play(tone);
        }
        if vibrates {
            haptics::buzz(tone);
        }
    }

    /// Wakes all sound; in a gesture.
    pub(super) fn wake_sound(&self) {
        let settings = ctx().peek(|m| m.settings);
        if settings.sound != Sound::Silent {
            self.0.audio.wake(settings.even_muted);
        }
        if settings.speaks() {
            self.0.speech.prime();
        }
    }

    /// Wakes it where a session is under way, asked about or offered again; in a gesture.
    pub(super) fn wake_in_session(&self) {
        if ctx().peek(|m| is_somebody_there(&m.sitting)) {
            self.wake_sound();
        }
    }

    /// The page is seen again: some systems give the sound back without a touch.
    pub(super) fn ask_sound_back(&self) {
        if ctx().peek(|m| is_somebody_there(&m.sitting)) {
            self.0.audio.ask_back();
        }
    }

    /// What a session sounds like, for the sound check; also where sessions are silent.
    pub(super) fn check_sound(&self) {
        let settings = ctx().peek(|m| m.settings);
        self.0.audio.wake(settings.even_muted);
        self.0.audio.set_volume(settings.volume);
        self.0.audio.play(Tone::Hold);
        if settings.speaks() {
            self.speak(ctx().words().sound.check_said, true);
        }
        if settings.vibrates {
            haptics::buzz(Tone::Hold);
        }
    }

    /// Schedules what the running phase sounds, and notes whether it can be heard.
    pub(super) fn follow_sound(&self) {
        let from_ms = ctx().peek(|m| m.running().map_or(0, |r| r.seen.mono_ms));
        let (volume, ahead) = ctx().peek(|m| (m.settings.volume, ahead(m)));
        self.0.audio.set_volume(volume);
        let off = self.0.audio.ahead(ahead.as_deref(), from_ms);
        ctx().note(&|d| d.sound_off = off);
    }

    /// The screen may go dark, or not any more. Said once, and after what is being said: a person who lies
    /// down now has a hand free.
    pub(super) fn may_sleep(&self, refused: bool) {
        if refused && !ctx().device().may_sleep {
            self.tell(vec![Said::MaySleep]);
        }
        ctx().note(&|d| d.may_sleep = refused);
    }
}

/// Notes whether the device speaks the language in use.
pub(super) fn look_for_voice() {
    let missing = !speech::has_voice(ctx().words().tag);
    ctx().note(&|d| d.no_voice = missing);
}

/// What is to sound ahead; `None` where nothing is to be heard for now.
fn ahead(model: &Model) -> Option<Vec<Cue>> {
    match &model.sitting {
        _ if model.settings.sound == Sound::Silent => None,
        Sitting::Running(running) => (running.phase_name() != Name::Done).then(|| cues(running)),
        sitting => is_somebody_there(sitting).then(Vec::new),
    }
}

/// Whether a session is under way, asked about or offered again in this tab.
fn is_somebody_there(sitting: &Sitting) -> bool {
    match sitting {
        Sitting::Running(_) | Sitting::Asking(_) | Sitting::Found { .. } => true,
        Sitting::Idle | Sitting::Elsewhere(_) => false,
    }
}
