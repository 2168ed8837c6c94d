//! Phrases of the History screen: the list of finished sessions and their details.

use super::{
    duration,
    formats::join_facts,
    phrase::{
        CalendarDate, Count, CountOfTotal, Name, Pain, PainAndTime, Plural, Reasons, Sessions, Template,
        Time, When, WhenAndSessions,
    },
    reader::phrases,
    trends::TrendsText,
};
use crate::domain::{
    history_list::SessionOutcome,
    session::{PassEnd, Sport, Tag},
    settings::Advance,
};

pub use super::duration::{format_duration, utc_offset};

phrases! {
    /// Phrases of the History screen, and of the backup line that Settings shares.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HistoryText {
        /// How many sessions there are.
        pub session_count: Plural<Count>,
        /// Heading while there are none.
        pub empty_title: &'static str,
        /// What will appear here.
        pub empty_note: &'static str,
        /// Link to the Leg screen.
        pub start_first_session: &'static str,
        /// The last backup was made today.
        pub today: &'static str,
        /// The last backup was made yesterday.
        pub yesterday: &'static str,
        /// The last backup was made this many days ago; two or more.
        pub days_ago: Plural<Count>,
        /// When the last backup was made; no session since.
        pub last_backup: Template<When>,
        /// When the last backup was made, and the sessions since, as `session_count` phrases them.
        pub last_backup_sessions_since: Template<WhenAndSessions>,
        /// There is no backup of these sessions, as `session_count` phrases them.
        pub no_backup: Template<Sessions>,
        /// The legs, short: left, then right.
        pub sides: [&'static str; 2],
        /// No spot was held.
        pub no_spots: &'static str,
        /// The number of holds that ended eased, and of holds that could have.
        pub holds_eased: Plural<CountOfTotal>,
        /// The number of timed holds.
        pub holds_timed: Plural<Count>,
        /// How many holds were stopped.
        pub holds_stopped: Plural<Count>,
        /// How many holds were interrupted.
        pub holds_interrupted: Plural<Count>,
        /// A pass was stopped before the knee.
        pub ended_early: &'static str,
        /// A part of the session was interrupted.
        pub interrupted: &'static str,
        /// Marks the leg that was rolled first.
        pub rolled_first: &'static str,
        /// The pass on a leg went to just above the knee.
        pub pass_bottom: &'static str,
        /// The person ended the pass with "At the knee".
        pub pass_knee: &'static str,
        /// The pass was stopped.
        pub pass_stopped: &'static str,
        /// The pass was interrupted.
        pub pass_interrupted: &'static str,
        /// "This feels wrong" while rolling, with the reasons.
        pub felt_wrong_rolling: Template<Reasons>,
        /// No reason was given.
        pub no_reason: &'static str,
        /// The person ended each hold by a tap.
        pub advance_until_eased: &'static str,
        /// Holds ended after a set time.
        pub advance_timed: Template<Time>,
        /// Heading of the questions about a session.
        pub about_session: &'static str,
        /// Question for the tag.
        pub tag_question: &'static str,
        /// Question for the sport.
        pub sport_question: &'static str,
        /// Question for the roller, with the rollers used before.
        pub roller_question: &'static str,
        /// Label of the text field for the name of the roller.
        pub roller_name_label: &'static str,
        /// The roller of a session.
        pub roller: Template<Name>,
        /// Question for the knee score before or after a session, 0 to 10.
        pub knee_question: &'static str,
        /// Button: clears the score.
        pub clear_knee_pain: &'static str,
        /// Label of the score 0.
        pub no_pain: &'static str,
        /// Label of the score 10.
        pub worst_pain: &'static str,
        /// Option: no answer.
        pub no_answer: &'static str,
        /// The tags: before a workout, after a workout, rest day.
        pub tags: [&'static str; 3],
        /// The sports: run, ride, other.
        pub sports: [&'static str; 3],
        /// A knee score and how long before the start it was given.
        pub knee_before: Template<PainAndTime>,
        /// A knee score given at the start.
        pub knee_at_start: Template<Pain>,
        /// A knee score and how long after the start it was given.
        pub knee_after: Template<PainAndTime>,
        /// Button.
        pub delete_session: &'static str,
        /// The session of this date was deleted.
        pub session_deleted: Template<CalendarDate>,
        /// Follows the date of a session that a newer version recorded.
        pub newer_version: &'static str,
        /// The part "Over weeks".
        pub trends: TrendsText,
        /// The filter of the list.
        pub filter: FilterText,
        /// Corrections.
        pub edit: EditText,
        /// Button: shows more; the number of older sessions.
        pub show_more: Plural<Count>,
    }

    /// The filter of the list of sessions.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FilterText {
        /// Label: by leg.
        pub leg: &'static str,
        /// Option: both legs.
        pub both_legs: &'static str,
        /// Label: by tag.
        pub tag: &'static str,
        /// Option: all tags.
        pub all_tags: &'static str,
        /// No session matches.
        pub no_match: &'static str,
        /// Button.
        pub show_all: &'static str,
    }

    /// Corrections.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct EditText {
        /// Button.
        pub begin: &'static str,
        /// Button.
        pub end: &'static str,
    }
}

impl HistoryText {
    /// When the last backup was made, and the number of sessions since.
    pub fn last_backup_summary(&self, days: usize, since: usize) -> String {
        let ago = match days {
            0 => self.today.to_owned(),
            1 => self.yesterday.to_owned(),
            _ => self.days_ago.for_count(days),
        };
        match since {
            0 => self.last_backup.with_text(&ago),
            n => self
                .last_backup_sessions_since
                .with_values(&[ago.as_str().into(), self.session_count.for_count(n).as_str().into()]),
        }
    }

    /// There is no backup of this many sessions.
    pub fn no_backup_summary(&self, n: usize) -> String {
        self.no_backup.with_text(&self.session_count.for_count(n))
    }

    /// A summary of how the holds and passes of a session ended.
    pub fn outcome(&self, outcome: SessionOutcome) -> String {
        let SessionOutcome { eased, assessable: could_tell, timed, stopped, interrupted, cut_short } =
            outcome;
        let mut words = Vec::new();
        words.extend(
            (could_tell > 0).then(|| self.holds_eased.with_values(&[eased.into(), could_tell.into()])),
        );
        words.extend((timed > 0).then(|| self.holds_timed.for_count(timed)));
        words.extend((stopped > 0).then(|| self.holds_stopped.for_count(stopped)));
        words.extend((interrupted > 0).then(|| self.holds_interrupted.for_count(interrupted)));
        if words.is_empty() {
            words.push(self.no_spots.to_owned());
        }
        words.extend(match cut_short {
            Some(PassEnd::Interrupted) if interrupted == 0 => Some(self.interrupted.to_owned()),
            Some(PassEnd::Stopped) if stopped == 0 => Some(self.ended_early.to_owned()),
            Some(PassEnd::Interrupted | PassEnd::Stopped | PassEnd::Bottom | PassEnd::Knee) | None => None,
        });
        join_facts(&words)
    }

    /// How the pass on a leg ended.
    pub const fn pass_end(&self, end: PassEnd) -> &'static str {
        match end {
            PassEnd::Bottom => self.pass_bottom,
            PassEnd::Knee => self.pass_knee,
            PassEnd::Stopped => self.pass_stopped,
            PassEnd::Interrupted => self.pass_interrupted,
        }
    }

    /// How the holds of a session were set to end.
    pub fn advance(&self, advance: Advance) -> String {
        match advance {
            Advance::UntilEased => self.advance_until_eased.to_owned(),
            Advance::Timed(seconds) => self.advance_timed.with_text(&duration::seconds(seconds.get().into())),
        }
    }

    /// The phrase for a tag.
    pub const fn tag(&self, tag: Tag) -> &'static str {
        let [before, after, rest] = self.tags;
        match tag {
            Tag::Before => before,
            Tag::After => after,
            Tag::RestDay => rest,
        }
    }

    /// The phrase for a sport.
    pub const fn sport(&self, sport: Sport) -> &'static str {
        let [run, ride, other] = self.sports;
        match sport {
            Sport::Run => run,
            Sport::Ride => ride,
            Sport::Other => other,
        }
    }

    /// A knee score before a session. `minutes` from the start are negative before it.
    pub fn knee_before(&self, pain: u8, minutes: i32) -> String {
        match minutes.unsigned_abs() {
            time if minutes < 0 => {
                self.knee_before.with_values(&[pain.into(), duration::minutes(time).as_str().into()])
            }
            _ => self.knee_at_start.with_number(pain),
        }
    }

    /// A knee score after a session, shown as at least one minute after the start.
    pub fn knee_after(&self, pain: u8, minutes: i32) -> String {
        self.knee_after
            .with_values(&[pain.into(), duration::minutes(minutes.max(1).unsigned_abs()).as_str().into()])
    }
}
