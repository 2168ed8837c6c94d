//! Phrases of the session screen and the session summary.

use super::{
    phrase::{Pain, Spot, Template, Time},
    reader::phrases,
    session::PhaseTexts,
};
use crate::domain::{hold::StopReason, phase::PhaseName};

phrases! {
    /// Phrases of the session screen. A soft hyphen marks where a long word may break on a button.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SessionScreenText {
        /// The leg in capitals: left, then right.
        pub sides: [&'static str; 2],
        /// The phase as one word in capitals; for the last phase, the heading of the summary.
        pub phase_words: PhaseTexts,
        /// Replaces the phase word while the pacer waits at a spot, in capitals.
        pub stop_here: &'static str,
        /// Replaces the phase word during the wait after a hold, in capitals.
        pub wait: &'static str,
        /// Label of the big tap: getting into place, rolling, holding, changing legs.
        pub big_taps: [&'static str; 4],
        /// Below the countdown: how to lie, by leg.
        pub lie_on_side: [&'static str; 2],
        /// Where the roller goes.
        pub roller_position: &'static str,
        /// Turn to the other side.
        pub turn_over: &'static str,
        /// Rolling without marks in a timed session: nothing to tap.
        pub roll_to_knee: &'static str,
        /// The pacer waits at this spot for a tap.
        pub tap_to_hold: Template<Spot>,
        /// The pacer is at this spot and the hold starts automatically.
        pub stay_here: Template<Spot>,
        /// A timed hold.
        pub stay_on_spot: &'static str,
        /// The hold has reached its limit.
        pub take_weight_off: &'static str,
        /// Accessible name of the timer: seconds left, seconds on the spot.
        pub timer_labels: [&'static str; 2],
        /// While paused: the time on the leg so far.
        pub time_on_leg: Template<Time>,
        /// The end of a session: off the roller; both legs done; session over.
        pub session_end: [&'static str; 3],
        /// Questions for pain: during a hold, after it has eased.
        pub pain_questions: [&'static str; 2],
        /// A score of 0 to 10.
        pub pain_of_ten: Template<Pain>,
        /// The first seconds of the leg change.
        pub off_roller: &'static str,
        /// "This feels wrong": what to do first.
        pub come_off_roller: &'static str,
        /// The session is paused because it felt wrong.
        pub paused_felt_wrong: &'static str,
        /// Button: the person has come off the roller.
        pub i_am_off_roller: &'static str,
        /// The session is paused because the screen went off.
        pub paused_screen_off: &'static str,
        /// The session is paused because the app was closed.
        pub paused_app_closed: &'static str,
        /// The browser plays no sound until a tap.
        pub tap_for_sound: &'static str,
        /// The last hold is stored in both stores.
        pub saved: &'static str,
        /// The last hold is stored in one of the two stores.
        pub saved_in_one_store: &'static str,
        /// The last hold is not stored.
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
        pub ten_seconds_more: &'static str,
        /// Button.
        pub turn_screen: &'static str,
        /// Button.
        pub stop: &'static str,
        /// Question.
        pub stop_question: &'static str,
        /// Button.
        pub stop_now: &'static str,
        /// Question after "This feels wrong".
        pub reason_question: &'static str,
        /// The answers: sharp pain, numbness, tingling, other.
        pub reasons: [&'static str; 4],
        /// Button: without an answer, with an answer.
        pub reason_buttons: [&'static str; 2],
        /// Button.
        pub stop_for_today: &'static str,
        /// Button: continues here, at the next spot, with the other leg.
        pub carry_on: [&'static str; 3],
        /// The summary.
        pub summary: SummaryText,
    }

    /// The summary.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SummaryText {
        /// Heading.
        pub title: &'static str,
        /// Nothing was rolled, so nothing was saved.
        pub nothing_saved: &'static str,
        /// The time of the same leg in the previous session.
        pub last_time: Template<Time>,
        /// Summary that opens the corrections of a hold.
        pub correct_spot: Template<Spot>,
        /// Label of the choice of the ending.
        pub spot_ending: Template<Spot>,
        /// Labels of the pain scores: at press, at ease.
        pub spot_pain: [Template<Spot>; 2],
        /// Button.
        pub places_right: &'static str,
        /// Why the button is shown.
        pub places_estimated: &'static str,
        /// The session is being saved.
        pub saving: &'static str,
        /// Button.
        pub done: &'static str,
    }
}

impl SessionScreenText {
    /// The label of the big tap in a phase, if it has one.
    pub const fn big_tap(&self, name: PhaseName) -> Option<&'static str> {
        let [position, roll, hold, switch] = self.big_taps;
        match name {
            PhaseName::Position => Some(position),
            PhaseName::Roll => Some(roll),
            PhaseName::Hold => Some(hold),
            PhaseName::Switch => Some(switch),
            PhaseName::Paused | PhaseName::Done => None,
        }
    }

    /// The phrase for a reason that the person gave after "This feels wrong"; `None` for the Stop button, which asks for none.
    pub const fn reason(&self, reason: StopReason) -> Option<&'static str> {
        let [sharp, numb, tingling, other] = self.reasons;
        match reason {
            StopReason::Sharp => Some(sharp),
            StopReason::Numb => Some(numb),
            StopReason::Tingling => Some(tingling),
            StopReason::Other => Some(other),
            StopReason::StopButton => None,
        }
    }
}
