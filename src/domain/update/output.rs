//! What an update hands back besides the model, gathered while it runs.

use crate::domain::effect::{Announcement, Effect, Tone};

/// What an update hands back besides the model.
#[derive(Debug, Default)]
pub struct Output {
    /// The effects so far.
    pub fx: Vec<Effect>,
    /// The live record is to be written.
    pub save: bool,
    /// The session has just reached its end.
    pub ended: bool,
    /// Sounds and announcements are of the past and stay out.
    pub quiet: bool,
}

impl Output {
    /// Adds an effect.
    pub fn push(&mut self, effect: Effect) {
        let of_the_moment = matches!(effect, Effect::Play(_) | Effect::Say(_));
        if !(self.quiet && of_the_moment) {
            self.fx.push(effect);
        }
    }

    /// Adds an announcement.
    pub fn say(&mut self, said: Announcement) {
        self.push(Effect::Say(said));
    }

    /// Adds a tone.
    pub fn play(&mut self, tone: Tone) {
        self.push(Effect::Play(tone));
    }
}
