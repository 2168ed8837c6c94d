//! Turns announcements into text for screen readers and the voice.

use super::{
    Text,
    announcement_text::AnnouncementText,
    formats::join_facts,
    phrase::{SpotAndPlace, Template},
};
use crate::domain::{
    effect::Announcement,
    hold_cue::HoldCue,
    leg::{Position, ZoneEnd},
    phase::PauseReason,
};

impl Text {
    /// The announcements of one update as one text. Adds full stops, because phrases that are shown on the screen too
    /// have none.
    pub fn announcements(&self, all: &[Announcement]) -> String {
        let mut words = String::new();
        for announcement in all {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&self.announcement(*announcement));
            if !words.ends_with(['.', '?', '!', '؟']) {
                words.push('.');
            }
        }
        words
    }

    /// The text of one announcement.
    pub fn announcement(&self, announcement: Announcement) -> String {
        let session = &self.session;
        let announcements = &session.announcements;
        let words = match announcement {
            Announcement::GetIntoPlace(leg) => announcements.get_into_place[leg.index()],
            Announcement::LegLeftOut(leg) => announcements.skip_leg[leg.index()],
            Announcement::SpotsAhead(n) => return announcements.spots_ahead.for_count(n),
            Announcement::ThenHold(n) => return session.then_hold_spot.with_number(n),
            Announcement::Roll => announcements.roll_slowly,
            Announcement::FindTightSpot => session.tap_at_tight_spot,
            Announcement::NextSpot(n, total, distance_hint) => {
                return join_facts(&[
                    &session.next_spot.with_values(&[n.into(), total.into()]),
                    announcements.distances_to_next_spot[distance_hint as usize],
                ]);
            }
            Announcement::RollToKnee => announcements.no_more_spots,
            Announcement::AlmostAtSpot(n) => return announcements.almost_at_spot.with_number(n),
            Announcement::AlmostAtKnee => announcements.almost_at_knee,
            Announcement::AtSpot(n, total) => {
                return announcements.at_spot_tap_to_hold.with_values(&[n.into(), total.into()]);
            }
            Announcement::AtSpotTimed(n, total) => {
                return announcements.at_spot_stay_here.with_values(&[n.into(), total.into()]);
            }
            Announcement::HoldBegan(n, total, seconds) => {
                let duration_sentence = seconds.map_or_else(
                    || announcements.hold_until_eased.to_owned(),
                    |seconds| announcements.hold_for_seconds.for_count(seconds),
                );
                return [session.spot_label(n, total), duration_sentence].join(". ");
            }
            Announcement::HoldTooShort => announcements.hold_too_short,
            Announcement::StillAtSpot(n) => return announcements.still_at_spot.with_number(n),
            Announcement::Eased => announcements.eased,
            Announcement::MovedOn => announcements.moved_on,
            Announcement::RollOn => announcements.roll_on,
            Announcement::HoldCue(cue) => return self.hold_cue(cue),
            Announcement::HoldLimit => announcements.hold_limit,
            Announcement::HoldTimeOver => announcements.hold_time_up,
            Announcement::LessWeight => session.less_weight.text,
            Announcement::LeaveSpot => session.leave_spot.text,
            Announcement::LongTimeOnLeg => session.five_minutes_on_leg.text,
            Announcement::OffRoller => announcements.stop_above_knee,
            Announcement::NextLeg(leg) => session.next_leg[leg.index()],
            Announcement::Paused(PauseReason::Asked) => announcements.paused,
            Announcement::Paused(PauseReason::FeltWrong(_)) => announcements.come_off_roller,
            Announcement::ReasonAsked => announcements.ask_reason,
            Announcement::SafetyAdvice => announcements.see_screen_for_help,
            Announcement::Paused(PauseReason::Slept) => announcements.paused_screen_off,
            Announcement::Paused(PauseReason::Closed) => announcements.paused_app_closed,
            Announcement::Resumed => announcements.resumed,
            Announcement::Undone => announcements.undone,
            Announcement::Done => announcements.session_over,
            Announcement::ScreenMaySleep => session.phone_may_lock,
            Announcement::MarkAdded(n, position) => {
                return self.with_place(announcements.mark_added, n, position);
            }
            Announcement::MarkMoved(n, position) => {
                return self.with_place(announcements.mark_moved, n, position);
            }
            Announcement::MarkRemoved(n) => return announcements.mark_removed.with_number(n),
            Announcement::LegFull => announcements.leg_full,
            Announcement::OutsideZone(end) => announcements.outside_zone(end),
            Announcement::Copied(leg, n) => return announcements.spots_copied[leg.index()].for_count(n),
            Announcement::CopiedUntilFull(leg, n) => {
                return two_sentences(
                    &announcements.spots_copied[leg.index()].for_count(n),
                    announcements.leg_full,
                );
            }
            Announcement::NothingToCopy(leg) => announcements.spots_already_there[leg.index()],
            Announcement::SessionDeleted => announcements.session_deleted,
            Announcement::SessionUndeleted => announcements.session_restored,
        };
        words.to_owned()
    }

    /// What a cue of a hold says. The chimes say how long the hold has lasted.
    fn hold_cue(&self, cue: HoldCue) -> String {
        match cue {
            HoldCue::FirstChime | HoldCue::SecondChime => self.session.announcements.chime(cue.at_seconds()),
            HoldCue::Cap => self.session.enough_for_spot.text.to_owned(),
        }
    }

    fn with_place(&self, phrase: Template<SpotAndPlace>, n: usize, position: Position) -> String {
        phrase.with_values(&[n.into(), self.positions.position(position).as_str().into()])
    }
}

impl AnnouncementText {
    /// What a chime says after this many seconds of a hold: "Half a minute. Stay on it." Any time can be said; half a
    /// minute and one minute have their own phrases.
    pub fn chime(&self, seconds: u32) -> String {
        match seconds {
            30 => self.chime_half_minute.to_owned(),
            60 => self.chime_minute.to_owned(),
            _ => self.chime_seconds.for_count(seconds),
        }
    }

    /// Says that a tap was outside the zone, and what to do instead.
    pub const fn outside_zone(&self, end: ZoneEnd) -> &'static str {
        let [hip, knee] = self.outside_zone;
        match end {
            ZoneEnd::Hip => hip,
            ZoneEnd::Knee => knee,
        }
    }
}

/// Joins two sentences.
fn two_sentences(first: &str, second: &str) -> String {
    [first, second].join(" ")
}
