//! Phrases for several parts of a session, and for interrupted sessions.

use super::{
    announcement_text::AnnouncementText,
    formats::join_facts,
    health_sentence::HealthSentence,
    phrase::{Count, Plural, Spot, SpotOfTotal, Template},
    reader::phrases,
};
use crate::domain::{leg::Leg, phase::PhaseName};

phrases! {
    /// Phrases of a session that are announced; the session screen shows some of them too.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SessionText {
        /// Phrases that are only announced.
        pub announcements: AnnouncementText,
        /// After the countdown: a hold on this spot.
        pub then_hold_spot: Template<Spot>,
        /// Rolling without marks.
        pub tap_at_tight_spot: &'static str,
        /// Rolling to the next mark.
        pub next_spot: Template<SpotOfTotal>,
        /// The number of the spot that is held.
        pub spot_number: Template<Spot>,
        /// The number of the spot that is held, of how many.
        pub spot_number_of_total: Template<SpotOfTotal>,
        /// From the cap of a hold on.
        pub enough_for_spot: HealthSentence,
        /// Advice against too much pressure.
        pub less_weight: HealthSentence,
        /// Advice for strong pain.
        pub leave_spot: HealthSentence,
        /// A leg has been rolled for five minutes.
        pub five_minutes_on_leg: HealthSentence,
        /// Which leg comes next: left, then right.
        pub next_leg: [&'static str; 2],
        /// The screen may turn off, because the browser has no wake lock.
        pub phone_may_lock: &'static str,
        /// An interrupted session, or a session in another tab.
        pub resume: ResumeText,
    }

    /// An interrupted session, or a session in another tab.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ResumeText {
        /// Heading: the app was closed during a session.
        pub interrupted_title: &'static str,
        /// The leg: left, then right.
        pub legs: [&'static str; 2],
        /// No spot held so far.
        pub no_spot_held: &'static str,
        /// The number of spots held so far.
        pub spots_held: Plural<Count>,
        /// How long ago: less than a minute.
        pub just_now: &'static str,
        /// How long ago.
        pub minutes_ago: Plural<Count>,
        /// How long ago; two or more.
        pub hours_ago: Plural<Count>,
        /// How long ago; two or more.
        pub days_ago: Plural<Count>,
        /// It was too long ago to continue.
        pub too_long_ago: &'static str,
        /// Button.
        pub continue_session: &'static str,
        /// Button.
        pub keep_as_interrupted: &'static str,
        /// Button, and its confirmation.
        pub discard: &'static str,
        /// Question.
        pub discard_question: &'static str,
        /// Button: does not discard.
        pub cancel: &'static str,
        /// Heading: a session is running in another tab.
        pub other_tab_title: &'static str,
        /// The phase in the other tab.
        pub phases: PhaseTexts,
        /// Explains taking over.
        pub take_over_note: &'static str,
        /// Button.
        pub take_over: &'static str,
    }

    /// A phrase for each phase.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PhaseTexts {
        /// Getting into place.
        pub position: &'static str,
        /// Rolling.
        pub roll: &'static str,
        /// Staying on a spot.
        pub hold: &'static str,
        /// Changing legs.
        pub switch: &'static str,
        /// Paused.
        pub paused: &'static str,
        /// The session is over.
        pub done: &'static str,
    }
}

impl SessionText {
    /// The number of the spot that is held, of how many if known.
    pub fn spot_label(&self, n: usize, total: Option<usize>) -> String {
        match total {
            Some(total) => self.spot_number_of_total.with_values(&[n.into(), total.into()]),
            None => self.spot_number.with_number(n),
        }
    }
}

impl ResumeText {
    /// The leg, the number of spots held, and how long ago: in minutes or hours, from 48 hours in calendar days.
    pub fn summary(&self, leg: Leg, spots: usize, minutes_ago: i64, days_ago: i64) -> String {
        let held = if spots == 0 { self.no_spot_held.to_owned() } else { self.spots_held.for_count(spots) };
        join_facts(&[self.legs[leg.index()], &held, &self.ago(minutes_ago, days_ago)])
    }

    /// The leg and the phase of the session in the other tab.
    pub fn phase_summary(&self, leg: Leg, name: PhaseName) -> String {
        join_facts(&[self.legs[leg.index()], self.phases.of(name)])
    }

    fn ago(&self, minutes: i64, days: i64) -> String {
        // Negative if the clock was set back.
        match usize::try_from(minutes).unwrap_or(0) {
            0 => self.just_now.to_owned(),
            n @ ..120 => self.minutes_ago.for_count(n),
            n @ ..2_880 => self.hours_ago.for_count(n / 60),
            _ => self.days_ago.for_count(usize::try_from(days).unwrap_or(0)),
        }
    }
}

impl PhaseTexts {
    /// The phrase for a phase.
    pub const fn of(&self, name: PhaseName) -> &'static str {
        match name {
            PhaseName::Position => self.position,
            PhaseName::Roll => self.roll,
            PhaseName::Hold => self.hold,
            PhaseName::Switch => self.switch,
            PhaseName::Paused => self.paused,
            PhaseName::Done => self.done,
        }
    }
}
