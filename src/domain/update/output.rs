//! The output of an update besides the model: effects, and flags that the update handles at its end.

use crate::domain::{
    effect::{Announcement, Effect},
    tone::Tone,
};

/// The output of an update besides the model.
#[derive(Debug, Default)]
pub struct Output {
    /// The effects so far.
    pub effects: Vec<Effect>,
    /// Whether the snapshot must be saved.
    pub save_snapshot: bool,
    /// Whether the session has just ended.
    pub session_ended: bool,
    /// Whether tones and announcements are dropped, because they belong to a time that is replayed.
    pub is_muted: bool,
}

impl Output {
    /// Adds an effect.
    pub fn push(&mut self, effect: Effect) {
        let is_audible = matches!(effect, Effect::PlayTone(_) | Effect::Announce(_));
        if !(self.is_muted && is_audible) {
            self.effects.push(effect);
        }
    }

    /// Adds an announcement.
    pub fn announce(&mut self, announcement: Announcement) {
        self.push(Effect::Announce(announcement));
    }

    /// Adds a tone.
    pub fn play(&mut self, tone: Tone) {
        self.push(Effect::PlayTone(tone));
    }
}
