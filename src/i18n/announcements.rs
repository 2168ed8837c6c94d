//! The words of an announcement, for screen readers and for the voice.

use super::{
    Text,
    announcement_text::AnnouncementText,
    formats::facts,
    phrase::{SpotAndPlace, Template},
};
use crate::domain::{
    effect::Announcement,
    leg::{Position, ZoneEnd},
    phase::Why,
};

impl Text {
    /// What is told at one moment, as one announcement. Some of it stands on the screen too, where it needs
    /// no full stop.
    pub fn all_said(&self, all: &[Announcement]) -> String {
        let mut words = String::new();
        for said in all {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&self.said(*said));
            if !words.ends_with(['.', '?', '!', '؟']) {
                words.push('.');
            }
        }
        words
    }

    /// What is told of an event: what happened and what to do, never seconds one by one.
    pub fn said(&self, said: Announcement) -> String {
        let session = &self.session;
        let told = &session.announcements;
        let words = match said {
            Announcement::GetIntoPlace(leg) => told.get_into_place[leg.index()],
            Announcement::LeftOut(leg) => told.left_out[leg.index()],
            Announcement::SpotsAhead(n) => return told.spots_ahead.of(n),
            Announcement::ThenHold(n) => return session.then_hold.n(n),
            Announcement::Roll => told.roll,
            Announcement::Find => session.find,
            Announcement::Next(n, of, way) => {
                return facts(&[&session.next_spot.with(&[n.into(), of.into()]), told.ways[way as usize]]);
            }
            Announcement::ToKnee => told.to_knee,
            Announcement::Nearly(n) => return told.nearly.n(n),
            Announcement::NearKnee => told.near_knee,
            Announcement::AtSpot(n, of) => return told.at_spot.with(&[n.into(), of.into()]),
            Announcement::StayAt(n, of) => return told.stay_at.with(&[n.into(), of.into()]),
            Announcement::HoldBegan(n, of, seconds) => {
                let stay = seconds.map_or_else(|| told.stay.to_owned(), |seconds| told.stay_for.of(seconds));
                return [session.which_spot(n, of), stay].join(". ");
            }
            Announcement::Slipped => told.slipped,
            Announcement::StillAt(n) => return told.still_at.n(n),
            Announcement::Eased => told.eased,
            Announcement::MovedOn => told.moved_on,
            Announcement::RollOn => told.roll_on,
            Announcement::Chime(..45) => told.half_minute,
            Announcement::Chime(45..) => told.minute,
            Announcement::Cap => session.enough.text,
            Announcement::Limit => told.limit,
            Announcement::Timed => told.timed,
            Announcement::LessWeight => session.less_weight.text,
            Announcement::LeaveSpot => session.leave_spot.text,
            Announcement::LongLeg => session.long_leg.text,
            Announcement::OffRoller => told.off_roller,
            Announcement::NextLeg(leg) => session.next_leg[leg.index()],
            Announcement::Paused(Why::Asked) => told.paused,
            Announcement::Paused(Why::FeltWrong(_)) => told.felt_wrong,
            Announcement::ReasonAsked => told.reason_asked,
            Announcement::WrongAdvice => told.wrong_advice,
            Announcement::Paused(Why::Slept) => told.slept,
            Announcement::Paused(Why::Closed) => told.closed,
            Announcement::Resumed => told.resumed,
            Announcement::Undone => told.undone,
            Announcement::Done => told.done,
            Announcement::MaySleep => session.may_sleep,
            Announcement::MarkAdded(n, at) => return self.with_place(told.mark_added, n, at),
            Announcement::MarkMoved(n, at) => return self.with_place(told.mark_moved, n, at),
            Announcement::MarkRemoved(n) => return told.mark_removed.n(n),
            Announcement::LegFull => told.leg_full,
            Announcement::KeptOff(end) => told.kept_off(end),
            Announcement::Copied(leg, n) => return told.copied[leg.index()].of(n),
            Announcement::CopiedSome(leg, n) => return both(&told.copied[leg.index()].of(n), told.leg_full),
            Announcement::CopiedNone(leg) => told.copied_none[leg.index()],
            Announcement::Deleted => told.deleted,
            Announcement::BroughtBack => told.brought_back,
        };
        words.to_owned()
    }

    fn with_place(&self, phrase: Template<SpotAndPlace>, n: usize, at: Position) -> String {
        phrase.with(&[n.into(), self.places.place(at).as_str().into()])
    }
}

impl AnnouncementText {
    /// Why nothing lies beyond an end of the zone, and what to do.
    pub const fn kept_off(&self, end: ZoneEnd) -> &'static str {
        let [hip, knee] = self.kept_off;
        match end {
            ZoneEnd::Hip => hip,
            ZoneEnd::Knee => knee,
        }
    }
}

/// Two sentences.
fn both(first: &str, second: &str) -> String {
    [first, second].join(" ")
}
