//! What is told while rolling, for ears and for the voice.

use super::{
    fill::{Count, Fill},
    group::phrases,
    session::SessionText,
};
use crate::domain::{effect::Said, phase::Why};

phrases! {
    /// What is told: what happened and what to do, never seconds one by one.
    pub struct Told {
        /// How to lie, by leg.
        pub get_into_place: [&'static str; 2],
        /// This leg is left out today.
        pub left_out: [&'static str; 2],
        /// So many spots are marked on the leg that begins.
        pub spots_ahead: Count,
        /// Roll slowly down.
        pub roll: &'static str,
        /// How far it is down the leg, as [`Way`] counts.
        pub ways: [&'static str; 7],
        /// No mark is ahead any more.
        pub to_knee: &'static str,
        /// The next mark comes in a moment.
        pub nearly: Fill,
        /// The knee comes in a moment.
        pub near_knee: &'static str,
        /// The pacer stands at this mark, of so many.
        pub at_spot: Fill,
        /// Stay until it eases.
        pub stay: &'static str,
        /// Stay for so many seconds.
        pub stay_for: Fill,
        /// The hold was too short to count.
        pub slipped: &'static str,
        /// It eased.
        pub eased: &'static str,
        /// Moved on.
        pub moved_on: &'static str,
        /// The chime at 30 seconds.
        pub half_minute: &'static str,
        /// The chime at 60 seconds.
        pub minute: &'static str,
        /// Take the weight off.
        pub limit: &'static str,
        /// The fixed seconds are over.
        pub timed: &'static str,
        /// Just above the knee: stop here.
        pub off_roller: &'static str,
        /// Paused because it was asked for.
        pub paused: &'static str,
        /// Paused because it felt wrong.
        pub felt_wrong: &'static str,
        /// Paused because the phone slept.
        pub slept: &'static str,
        /// Paused because the app was closed.
        pub closed: &'static str,
        /// Going on.
        pub resumed: &'static str,
        /// The last act was undone.
        pub undone: &'static str,
        /// The session is over.
        pub done: &'static str,
        /// A mark was added, with its number and percent.
        pub mark_added: Fill,
        /// A mark was moved, with its number and percent.
        pub mark_moved: Fill,
        /// A mark was removed.
        pub mark_removed: Fill,
        /// Marks were copied, by the leg that has them now.
        pub copied: [Count; 2],
        /// It has them already.
        pub copied_none: [&'static str; 2],
        /// The leg has as many marks as fit.
        pub leg_full: &'static str,
        /// The tap was above the zone.
        pub above_zone: &'static str,
        /// The tap was below the zone.
        pub below_zone: &'static str,
        /// A session was deleted.
        pub deleted: &'static str,
        /// A session was brought back.
        pub brought_back: &'static str,
    }
}

impl SessionText {
    /// What is told at one moment, as one announcement. Some of it stands on the screen too, where it needs
    /// no full stop.
    pub fn all_said(&self, all: &[Said]) -> String {
        let mut words = String::new();
        for said in all {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&self.said(*said));
            if !words.ends_with('.') {
                words.push('.');
            }
        }
        words
    }

    /// What is told of an event: what happened and what to do, never seconds one by one.
    pub fn said(&self, said: Said) -> String {
        let told = &self.told;
        let words = match said {
            Said::GetIntoPlace(leg) => told.get_into_place[leg.index()],
            Said::LeftOut(leg) => told.left_out[leg.index()],
            Said::SpotsAhead(n) => return told.spots_ahead.of(n),
            Said::ThenHold(n) => return self.then_hold.n(n),
            Said::Roll => told.roll,
            Said::Find => self.find,
            Said::Next(n, of, way) => {
                return [&self.next_spot.with(&[n.into(), of.into()]), told.ways[way as usize]].join(", ");
            }
            Said::ToKnee => told.to_knee,
            Said::Nearly(n) => return told.nearly.n(n),
            Said::NearKnee => told.near_knee,
            Said::AtSpot(n, of) => return told.at_spot.with(&[n.into(), of.into()]),
            Said::HoldBegan(n, of, seconds) => {
                let stay = seconds.map_or_else(|| told.stay.to_owned(), |seconds| told.stay_for.n(seconds));
                return [self.which_spot(n, of), stay].join(". ");
            }
            Said::Slipped => told.slipped,
            Said::Eased => told.eased,
            Said::MovedOn => told.moved_on,
            Said::Chime(..45) => told.half_minute,
            Said::Chime(45..) => told.minute,
            Said::Cap => self.enough.text,
            Said::Limit => told.limit,
            Said::Timed => told.timed,
            Said::TooMuch => self.less_weight.text,
            Said::BestStopped => self.best_stopped.text,
            Said::LongLeg => self.long_leg.text,
            Said::OffRoller => told.off_roller,
            Said::NextLeg(leg) => self.next_leg[leg.index()],
            Said::Paused(Why::Asked) => told.paused,
            Said::Paused(Why::FeltWrong) => told.felt_wrong,
            Said::Paused(Why::Slept) => told.slept,
            Said::Paused(Why::Closed) => told.closed,
            Said::Resumed => told.resumed,
            Said::Undone => told.undone,
            Said::Done => told.done,
            Said::MaySleep => self.may_sleep,
            Said::MarkAdded(n, percent) => return told.added(n, percent),
            Said::MarkMoved(n, percent) => return told.mark_moved.with(&[n.into(), percent.into()]),
            Said::MarkRemoved(n) => return told.mark_removed.n(n),
            Said::LegFull => told.leg_full,
            // Why it stands elsewhere than the finger, and where: one message, or nobody hears the first.
            Said::AboveZone(n) => return both(told.above_zone, &told.added(n, 0)),
            Said::BelowZone(n) => return both(told.below_zone, &told.added(n, 100)),
            Said::Copied(leg, n) => return told.copied[leg.index()].of(n),
            Said::CopiedSome(leg, n) => return both(&told.copied[leg.index()].of(n), told.leg_full),
            Said::CopiedNone(leg) => told.copied_none[leg.index()],
            Said::Deleted => told.deleted,
            Said::BroughtBack => told.brought_back,
        };
        words.to_owned()
    }
}

impl Told {
    fn added(&self, n: usize, percent: u8) -> String {
        self.mark_added.with(&[n.into(), percent.into()])
    }
}

/// Two sentences.
fn both(first: &str, second: &str) -> String {
    [first, second].join(" ")
}
