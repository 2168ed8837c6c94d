//! What a session tells, and what is said of one that was left behind.

use super::{
    announcement_text::AnnouncementText,
    claim::Claim,
    formats::facts,
    phrase::{Count, Plural, Spot, SpotOfTotal, Template},
    read::phrases,
};
use crate::domain::{leg::Leg, phase::Name};

phrases! {
    /// Phrases of a session that are told, some of which its screen shows too.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SessionText {
        /// What is told of an event.
        pub announcements: AnnouncementText,
        /// What follows the countdown: a hold on this spot.
        pub then_hold: Template<Spot>,
        /// Rolling without marks.
        pub find: &'static str,
        /// Rolling to the next mark, which has this number of so many.
        pub next_spot: Template<SpotOfTotal>,
        /// Which spot is held.
        pub spot: Template<Spot>,
        /// Which spot is held, of how many.
        pub spot_of: Template<SpotOfTotal>,
        /// From the cap on.
        pub enough: Claim,
        /// The advice against too much pressure.
        pub less_weight: Claim,
        /// The advice where it hurts most.
        pub leave_spot: Claim,
        /// A leg has been rolled for five minutes.
        pub long_leg: Claim,
        /// Which leg comes next: left, then right.
        pub next_leg: [&'static str; 2],
        /// The screen may go dark.
        pub may_sleep: &'static str,
        /// A session that was left behind, or runs elsewhere.
        pub resume: ResumeText,
    }

    /// A session that was left behind, or runs elsewhere.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ResumeText {
        /// Heading: the app was closed on a session.
        pub left_behind: &'static str,
        /// Which leg.
        pub legs: [&'static str; 2],
        /// No spot held so far.
        pub none_held: &'static str,
        /// How many spots held so far.
        pub held: Plural<Count>,
        /// How long ago: less than a minute.
        pub just_now: &'static str,
        /// How long ago.
        pub minutes_ago: Plural<Count>,
        /// How long ago: two or more.
        pub hours_ago: Plural<Count>,
        /// How long ago: two or more.
        pub days_ago: Plural<Count>,
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
    #[derive(Clone, Copy, Debug, Default)]
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
    /// Which spot is held, of how many where that is known.
    pub fn which_spot(&self, n: usize, of: Option<usize>) -> String {
        match of {
            Some(of) => self.spot_of.with(&[n.into(), of.into()]),
            None => self.spot.n(n),
        }
    }
}

impl ResumeText {
    /// Which leg, how many spots were held so far, and how many minutes ago; from 48 hours on days by the calendar.
    pub fn what(&self, leg: Leg, spots: usize, minutes_ago: i64, days_ago: i64) -> String {
        let held = if spots == 0 { self.none_held.to_owned() } else { self.held.of(spots) };
        facts(&[self.legs[leg.index()], &held, &self.ago(minutes_ago, days_ago)])
    }

    /// Which leg, and its phase.
    pub fn phase_there(&self, leg: Leg, name: Name) -> String {
        facts(&[self.legs[leg.index()], self.phases.of(name)])
    }

    fn ago(&self, minutes: i64, days: i64) -> String {
        // A clock that was put back makes it the future.
        match usize::try_from(minutes).unwrap_or(0) {
            0 => self.just_now.to_owned(),
            n @ ..120 => self.minutes_ago.of(n),
            n @ ..2_880 => self.hours_ago.of(n / 60),
            _ => self.days_ago.of(usize::try_from(days).unwrap_or(0)),
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
