//! What the session screen shows.

use super::{
    phrase::{Pain, Spot, Template, Time},
    read::phrases,
    session::ByPhase,
};
use crate::domain::phase::Name;

phrases! {
    /// Phrases of the session screen. A soft hyphen marks where a long word may break on a button.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SessionScreenText {
        /// The side, in capitals: left, then right.
        pub sides: [&'static str; 2],
        /// The phase's one word, in capitals; for the summary, its heading.
        pub words: ByPhase,
        /// The phase's word while the pacer waits at a spot, in capitals.
        pub stop_here: &'static str,
        /// The phase's word while the roller stays where it is after a hold, in capitals.
        pub wait: &'static str,
        /// The big tap's name: getting into place, rolling, holding, changing legs.
        pub big_taps: [&'static str; 4],
        /// Under the countdown: how to lie.
        pub lie_down: [&'static str; 2],
        /// Where the roller goes.
        pub roller_place: &'static str,
        /// The other side comes.
        pub turn_over: &'static str,
        /// Rolling without marks, when nothing has to be tapped.
        pub roll_to_knee: &'static str,
        /// The pacer waits at this spot for the tap.
        pub tap_to_hold: Template<Spot>,
        /// The pacer stands at this spot and the hold begins by itself.
        pub stay_at: Template<Spot>,
        /// Holding for fixed seconds.
        pub stay_on: &'static str,
        /// The hold has reached its limit.
        pub weight_off: &'static str,
        /// The timer's name: seconds that are left, and seconds on the spot.
        pub timers: [&'static str; 2],
        /// In a pause: the time on the leg so far.
        pub leg_time: Template<Time>,
        /// The end, in two lines: off the roller; then both legs, or less than that.
        pub farewell: [&'static str; 3],
        /// How much it hurts: under the pressure of a hold, and when it has eased.
        pub pain_asks: [&'static str; 2],
        /// A score of 0 to 10.
        pub pain_of_ten: Template<Pain>,
        /// The first seconds of the leg change.
        pub off_roller: &'static str,
        /// "This feels wrong": what to do first.
        pub leave_roller: &'static str,
        /// Why it has stopped.
        pub felt_wrong: &'static str,
        /// Button: the person has come off the roller.
        pub came_off: &'static str,
        /// Why it is paused, unless it was asked for.
        pub slept: &'static str,
        /// See above.
        pub closed: &'static str,
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
        pub safety: &'static str,
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
        /// Button: without an answer, and with one.
        pub reason_done: [&'static str; 2],
        /// Button.
        pub stop_for_today: &'static str,
        /// Button: on from here, to the next spot, to the other leg.
        pub carry_on: [&'static str; 3],
        /// The summary.
        pub summary: SummaryText,
    }

    /// The summary.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SummaryText {
        /// Heading, after a stop as well.
        pub title: &'static str,
        /// Nothing was rolled, so nothing is kept.
        pub nothing: &'static str,
        /// The same leg in the session before, with its time.
        pub last_time: Template<Time>,
        /// Opens the corrections of a hold, with its number.
        pub correct: Template<Spot>,
        /// Label of the choice, with the hold's number.
        pub ending_of: Template<Spot>,
        /// Labels of the scores, with the hold's number: pain at press, and at ease.
        pub pains_of: [Template<Spot>; 2],
        /// Button.
        pub places_right: &'static str,
        /// Why it is there.
        pub places_guessed: &'static str,
        /// Being written.
        pub saving: &'static str,
        /// Button.
        pub done: &'static str,
    }
}

impl SessionScreenText {
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
}
