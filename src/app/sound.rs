//! Sound and vibration: tones, speech, and when they are allowed.

use super::dispatcher::Dispatcher;
use crate::{
    domain::{
        cues::{Cue, cues},
        effect::{Announcement, Tone},
        model::{Model, SessionState},
        phase::Name,
        settings::Sound,
    },
    i18n::phrase::spoken,
    platform::{haptics, speech::Manner},
};

impl Dispatcher {
    /// Tells what one moment brought: to whoever reads the screen and, in a session, aloud. A voice that
    /// would speak over a screen reader is off.
    pub(super) fn announce(&self, all: Vec<Announcement>) {
        if self.read(|m| m.running().is_some() && m.settings.speaks()) {
            let replaces = all.iter().any(|one| one.cuts_in());
            self.speak(&self.phrases().all_said(&all), replaces);
        }
        self.0.context.announce(all);
    }

    fn speak(&self, words: &str, replaces: bool) {
        let Some(part) = self.0.part.get() else { return };
        let (percent, voice) = self.read(|m| (m.settings.volume, m.settings.voice.clone()));
        let manner = Manner { tag: self.phrases().tag, voice: voice.as_deref(), percent, replaces };
        (part.say)(&self.0.speech, &spoken(words), manner);
    }

    /// The moment of a tone has come.
    pub(super) fn play(&self, tone: Tone) {
        let (sound, vibrates) = self.read(|m| (m.settings.sound, m.settings.vibrates));
        if sound != Sound::Silent {
            self.0.audio.play(tone);
        }
        if vibrates {
            haptics::buzz(tone);
        }
    }

    /// Wakes all sound; in a gesture.
    pub(super) fn wake_sound(&self) {
        let settings = self.read(|m| m.settings.clone());
        if settings.sound != Sound::Silent {
            self.0.audio.wake(settings.even_muted);
        }
        // Before the part is loaded no session runs; any later gesture will do.
        if let Some(part) = self.0.part.get().filter(|_| settings.speaks()) {
            (part.prime)(&self.0.speech);
        }
    }

    /// Wakes it where a session is under way, asked about or offered again; in a gesture.
    pub(super) fn wake_in_session(&self) {
        if self.read(|m| is_somebody_there(&m.sitting)) {
            self.wake_sound();
        }
    }

    /// The page is seen again: some systems give the sound back without a touch.
    pub(super) fn ask_sound_back(&self) {
        if self.read(|m| is_somebody_there(&m.sitting)) {
            self.0.audio.ask_back();
        }
    }

    /// What a session sounds like, for the sound check; also where sessions are silent.
    pub(super) fn check_sound(&self) {
        let settings = self.read(|m| m.settings.clone());
        self.0.audio.wake(settings.even_muted);
        self.0.audio.set_volume(settings.volume);
        self.0.audio.play(Tone::Hold);
        if settings.speaks() {
            self.speak(self.phrases().sound.check_said, true);
        }
        if settings.vibrates {
            haptics::buzz(Tone::Hold);
        }
    }

    /// What the chosen voice sounds like; in a gesture.
    pub(super) fn voice_sample(&self) {
        self.speak(self.phrases().sound.check_said, true);
    }

    /// Schedules what the running phase sounds, and notes whether it can be heard.
    /// `may_hum`: headphones may be kept awake.
    pub(super) fn follow_sound(&self, may_hum: bool) {
        let from_ms = self.read(|m| m.running().map_or(0, |r| r.seen.mono_ms));
        let (volume, ahead, is_chosen) =
            self.read(|m| (m.settings.volume, ahead(m), m.settings.keeps_headphones_awake));
        self.0.audio.set_volume(volume);
        self.0.audio.set_steady(is_chosen && may_hum && ahead.is_some());
        let off = self.0.audio.ahead(ahead.as_deref(), from_ms);
        self.update_device(|d| d.sound_off = off);
    }

    /// Checks whether the device has a voice for the language in use.
    pub(super) fn check_voice(&self) {
        let Some(part) = self.0.part.get() else { return };
        let missing = !(part.has_voice)(self.phrases().tag);
        self.update_device(|d| {
            d.no_voice = missing;
            d.voice_lists = d.voice_lists.wrapping_add(1);
        });
    }

    /// The screen may go dark, or not any more. Said once, and after what is being said: a person who lies
    /// down now has a hand free.
    pub(super) fn may_sleep(&self, refused: bool) {
        if refused && !self.device().may_sleep {
            self.announce(vec![Announcement::MaySleep]);
        }
        self.update_device(|d| d.may_sleep = refused);
    }
}

/// What is to sound ahead; `None` where nothing is to be heard for now.
fn ahead(model: &Model) -> Option<Vec<Cue>> {
    match &model.sitting {
        _ if model.settings.sound == Sound::Silent => None,
        SessionState::Running(running) => (running.phase_name() != Name::Done).then(|| cues(running)),
        sitting => is_somebody_there(sitting).then(Vec::new),
    }
}

/// Whether a session is under way, asked about or offered again in this tab.
fn is_somebody_there(sitting: &SessionState) -> bool {
    match sitting {
        SessionState::Running(_) | SessionState::Asking(_) | SessionState::Found { .. } => true,
        SessionState::Idle | SessionState::Elsewhere(_) => false,
    }
}
