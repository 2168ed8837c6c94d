//! What the session screen shows and what is told while rolling. Everything told is also for the voice.

use super::claim::Claim;
use crate::domain::{effect::Said, leg::Leg, phase::Name};

/// Phrases of the session screen. A soft hyphen marks where a long word may break on a button.
#[derive(Debug)]
pub struct SessionText {
    /// What is told of an event: what happened and what to do, never seconds one by one.
    pub said: fn(Said) -> String,

    /// The side, in capitals: left, then right.
    pub sides: [&'static str; 2],
    /// The phase's one word, in capitals; for the summary, its heading.
    pub word: fn(Name) -> &'static str,
    /// The big tap's name, where the phase has one.
    pub big_tap: fn(Name) -> Option<&'static str>,

    /// Under the countdown: how to lie, and what follows.
    pub lie_down: [&'static str; 2],
    /// What follows the countdown.
    pub then_roll: &'static str,
    /// What follows the countdown: a hold on this spot.
    pub then_hold: fn(usize) -> String,
    /// Rolling without marks.
    pub find: &'static str,
    /// Rolling without marks, when nothing has to be tapped.
    pub roll_to_knee: &'static str,
    /// Rolling to the next mark, which has this number of so many.
    pub next_spot: fn(usize, usize) -> String,
    /// The pacer waits at this spot for the tap.
    pub tap_to_hold: fn(usize) -> String,
    /// The pacer stands at this spot and the hold begins by itself.
    pub stay_at: fn(usize) -> String,
    /// Which spot is held, of how many where that is known.
    pub spot: fn(usize, Option<usize>) -> String,
    /// Holding until it eases.
    pub until_eased: &'static str,
    /// Holding for fixed seconds.
    pub until_seconds: fn(u32) -> String,
    /// From the cap on.
    pub enough: Claim,
    /// The advice against too much pressure.
    pub less_weight: Claim,
    /// The first seconds of the leg change.
    pub off_roller: &'static str,
    /// Which leg comes next: left, then right.
    pub next_leg: [&'static str; 2],

    /// Why it is paused, unless it was asked for.
    pub felt_wrong: &'static str,
    /// See above.
    pub slept: &'static str,
    /// See above.
    pub closed: &'static str,
    /// The screen may go dark.
    pub may_sleep: &'static str,
    /// The last hold is kept in both places.
    pub saved: &'static str,
    /// It is kept in one of the two.
    pub saved_once: &'static str,
    /// It is kept in neither.
    pub not_saved: &'static str,

    /// Button.
    pub move_on: &'static str,
    /// Button.
    pub at_knee: &'static str,
    /// Button.
    pub too_much: &'static str,
    /// Button.
    pub feels_wrong: &'static str,
    /// Button.
    pub red_card: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button.
    pub undo: &'static str,
    /// Button.
    pub resume: &'static str,
    /// Button.
    pub ten_more: &'static str,
    /// Button.
    pub turn: &'static str,
    /// Button.
    pub stop: &'static str,
    /// Question.
    pub stop_ask: &'static str,
    /// Button.
    pub stop_now: &'static str,
    /// Question after "This feels wrong".
    pub reason_ask: &'static str,
    /// Answers to it: sharp, numb, tingling, other.
    pub reasons: [&'static str; 4],

    /// The summary.
    pub summary: SummaryText,
    /// A session that was left behind, or runs elsewhere.
    pub found: FoundText,
}

/// The summary.
#[derive(Debug)]
pub struct SummaryText {
    /// Nothing was rolled, so nothing is kept.
    pub nothing: &'static str,
    /// The same leg in the session before, with its time.
    pub last_time: fn(&str) -> String,
    /// Opens the corrections of a hold, with its number.
    pub correct: fn(usize) -> String,
    /// Label of the choice, with the hold's number.
    pub ending_of: fn(usize) -> String,
    /// Button.
    pub places_right: &'static str,
    /// Why it is there.
    pub places_guessed: &'static str,
    /// Being written.
    pub saving: &'static str,
    /// Button.
    pub done: &'static str,
}

/// A session that was left behind, or runs elsewhere.
#[derive(Debug)]
pub struct FoundText {
    /// Heading: the app was closed on a session.
    pub left_behind: &'static str,
    /// Which leg, and how many holds so far.
    pub what: fn(Leg, usize) -> String,
    /// How long ago, in minutes.
    pub ago: fn(i64) -> String,
    /// It was too long ago to go on.
    pub too_late: &'static str,
    /// Button.
    pub carry_on: &'static str,
    /// Button.
    pub keep: &'static str,
    /// Button, and its confirmation.
    pub discard: &'static str,
    /// Question.
    pub discard_ask: &'static str,
    /// Button: no, keep asking.
    pub cancel: &'static str,
    /// Heading: another tab runs it.
    pub elsewhere: &'static str,
    /// Which leg, and its phase's word.
    pub phase_there: fn(Leg, Name) -> String,
    /// What taking over does.
    pub take_over_what: &'static str,
    /// Button.
    pub take_over: &'static str,
}
