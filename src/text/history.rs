//! The finished sessions: when, how long, and how each hold ended.

use crate::domain::{
    hold::{Ending, Hold},
    session::{PassEnd, Sport, Tag},
    settings::Advance,
};

/// Phrases of the History screen, and of the backup line that Settings shares.
#[derive(Debug)]
pub struct HistoryText {
    /// How many sessions there are.
    pub sessions: fn(usize) -> String,
    /// Heading while there are none.
    pub empty: &'static str,
    /// What will be here, and when.
    pub empty_what: &'static str,
    /// The way to the leg screen.
    pub empty_go: &'static str,
    /// The last backup's date, and how many sessions began since.
    pub last_backup: fn(&str, usize) -> String,
    /// There is no backup, and so many sessions are only here.
    pub no_backup: fn(usize) -> String,
    /// The legs, short: left, then right.
    pub sides: [&'static str; 2],
    /// How many spots were held.
    pub spots: fn(usize) -> String,
    /// How many of them eased; of how many.
    pub eased: fn(usize, usize) -> String,
    /// A part of the session was stopped.
    pub stopped: &'static str,
    /// A part of the session was interrupted.
    pub interrupted: &'static str,
    /// The place is the pacer's guess.
    pub guessed: &'static str,
    /// How a hold ended.
    pub ending: fn(Ending) -> &'static str,
    /// The ending was changed afterwards.
    pub edited: &'static str,
    /// Pain when the hold ended.
    pub pain_ease: fn(u8) -> String,
    /// A leg without holds.
    pub no_holds: &'static str,
    /// How the pass on a leg ended.
    pub pass_end: fn(PassEnd) -> &'static str,
    /// How holds ended by default.
    pub advance: fn(Advance) -> String,
    /// When, relative to a workout.
    pub tag: fn(Tag) -> &'static str,
    /// Which workout.
    pub sport: fn(Sport) -> &'static str,
    /// The knee: 0 to 10, and minutes from the start, negative before it.
    pub knee: fn(u8, i32) -> String,
    /// In both places.
    pub kept_both: &'static str,
    /// In one of the two places.
    pub kept_one: &'static str,
    /// What that means.
    pub kept_one_why: &'static str,
    /// In neither.
    pub kept_nowhere: &'static str,
    /// What that means.
    pub kept_nowhere_why: &'static str,
    /// Button.
    pub delete: &'static str,
    /// The session of this date was deleted.
    pub deleted: fn(&str) -> String,
    /// Button: the next older ones; the number is how many older ones there are.
    pub more: fn(usize) -> String,
}

/// Milliseconds as "4 min 12 s"; the units read the same in every language we have.
pub fn span(ms: u32) -> String {
    let seconds = ms / 1_000;
    match (seconds / 60, seconds % 60) {
        (0, s) => format!("{s}\u{a0}s"),
        (m, 0) => format!("{m}\u{a0}min"),
        (m, s) => format!("{m}\u{a0}min {s}\u{a0}s"),
    }
}

/// A hold's milliseconds as whole seconds, as the session counted them.
pub fn held(hold: &Hold) -> String {
    format!("{}\u{a0}s", hold.held_ms / 1_000)
}
