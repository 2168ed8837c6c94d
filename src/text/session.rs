//! What the session screen shows.

use super::{
    claim::Claim,
    fill::{Count, Fill},
    group::phrases,
    told::Told,
};
use crate::domain::{leg::Leg, phase::Name};

phrases! {
    /// Phrases of the session screen. A soft hyphen marks where a long word may break on a button.
    pub struct SessionText {
        /// What is told of an event.
        pub told: Told,

        /// The side, in capitals: left, then right.
        pub sides: [&'static str; 2],
        /// The phase's one word, in capitals; for the summary, its heading.
        pub words: ByPhase,
        /// The big tap's name: getting into place, rolling, holding, changing legs.
        pub big_taps: [&'static str; 4],

        /// Under the countdown: how to lie, and what follows.
        pub lie_down: [&'static str; 2],
        /// What follows the countdown.
        pub then_roll: &'static str,
        /// What follows the countdown: a hold on this spot.
        pub then_hold: Fill,
        /// Rolling without marks.
        pub find: &'static str,
        /// Rolling without marks, when nothing has to be tapped.
        pub roll_to_knee: &'static str,
        /// Rolling to the next mark, which has this number of so many.
        pub next_spot: Fill,
        /// The pacer waits at this spot for the tap.
        pub tap_to_hold: Fill,
        /// The pacer stands at this spot and the hold begins by itself.
        pub stay_at: Fill,
        /// Which spot is held.
        pub spot: Fill,
        /// Which spot is held, of how many.
        pub spot_of: Fill,
        /// Holding until it eases.
        pub until_eased: &'static str,
        /// Holding for fixed seconds.
        pub until_seconds: Fill,
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
        /// Tones cannot be heard.
        pub sound_off: &'static str,
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
    pub struct SummaryText {
        /// Nothing was rolled, so nothing is kept.
        pub nothing: &'static str,
        /// The same leg in the session before, with its time.
        pub last_time: Fill,
        /// Opens the corrections of a hold, with its number.
        pub correct: Fill,
        /// Label of the choice, with the hold's number.
        pub ending_of: Fill,
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
    pub struct FoundText {
        /// Heading: the app was closed on a session.
        pub left_behind: &'static str,
        /// Which leg.
        pub legs: [&'static str; 2],
        /// No holds so far.
        pub none_held: &'static str,
        /// How many holds so far.
        pub held: Count,
        /// How long ago: less than a minute.
        pub just_now: &'static str,
        /// How long ago.
        pub minutes_ago: Count,
        /// How long ago: two or more.
        pub hours_ago: Fill,
        /// How long ago: two or more.
        pub days_ago: Fill,
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
        /// What is done there.
        pub phases: ByPhase,
        /// What taking over does.
        pub take_over_what: &'static str,
        /// Button.
        pub take_over: &'static str,
    }

    /// A phrase for each phase.
    pub struct ByPhase {
        /// Getting into place.
        pub position: &'static str,
        /// Rolling.
        pub roll: &'static str,
        /// Staying on a spot.
        pub hold: &'static str,
        /// Changing legs.
        pub switch: &'static str,
        /// Standing still.
        pub paused: &'static str,
        /// Over.
        pub done: &'static str,
    }
}

impl SessionText {
    /// The big tap's name, where the phase has one.
    pub const fn big_tap(&self, name: Name) -> Option<&'static str> {
        let [position, roll, hold, switch] = self.big_taps;
        match name {
            Name::Position => Some(position),
            Name::Roll => Some(roll),
            Name::Hold => Some(hold),
            Name::Switch => Some(switch),
            Name::Paused | Name::Done => None,
        }
    }

    /// Which spot is held, of how many where that is known.
    pub fn which_spot(&self, n: usize, of: Option<usize>) -> String {
        match of {
            Some(of) => self.spot_of.with(&[n.into(), of.into()]),
            None => self.spot.n(n),
        }
    }
}

impl FoundText {
    /// Which leg, how many holds so far, and how many minutes ago.
    pub fn what(&self, leg: Leg, holds: usize, minutes_ago: i64) -> String {
        let held = if holds == 0 { self.none_held.to_owned() } else { self.held.of(holds) };
        [self.legs[leg.index()], &held, &self.ago(minutes_ago)].join(", ")
    }

    /// Which leg, and its phase.
    pub fn phase_there(&self, leg: Leg, name: Name) -> String {
        [self.legs[leg.index()], self.phases.of(name)].join(", ")
    }

    fn ago(&self, minutes: i64) -> String {
        // A clock that was put back makes it the future.
        match usize::try_from(minutes).unwrap_or(0) {
            0 => self.just_now.to_owned(),
            n @ ..120 => self.minutes_ago.of(n),
            n @ ..2_880 => self.hours_ago.n(n / 60),
            n => self.days_ago.n(n / 1_440),
        }
    }
}

impl ByPhase {
    /// The phrase of this phase.
    pub const fn of(&self, name: Name) -> &'static str {
        match name {
            Name::Position => self.position,
            Name::Roll => self.roll,
            Name::Hold => self.hold,
            Name::Switch => self.switch,
            Name::Paused => self.paused,
            Name::Done => self.done,
        }
    }
}
