//! The finished sessions: when, how long, and how each hold ended.

use super::{
    duration,
    formats::facts,
    phrase::{
        Count, CountOfTotal, Name, OnDate, Pain, PainAndTime, Plural, Reasons, Sessions, Template, Time,
        When, WhenAndSessions,
    },
    read::phrases,
    weeks::WeeksText,
};
use crate::domain::{
    history_list::Outcome,
    session::{PassEnd, Sport, Tag},
    settings::Advance,
};

pub use super::duration::{span, utc_offset};

phrases! {
    /// Phrases of the History screen, and of the backup line that Settings shares.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HistoryText {
        /// How many sessions there are.
        pub sessions: Plural<Count>,
        /// Heading while there are none.
        pub empty: &'static str,
        /// What will be here, and when.
        pub empty_what: &'static str,
        /// The way to the leg screen.
        pub empty_go: &'static str,
        /// The last backup was made today.
        pub today: &'static str,
        /// It was made yesterday.
        pub yesterday: &'static str,
        /// It was made so many days ago, two or more.
        pub ago: Plural<Count>,
        /// When the last backup was made, and that nothing began since.
        pub last_backup: Template<When>,
        /// When the last backup was made, and how many sessions began since, in the words of `sessions`.
        pub backup_since: Template<WhenAndSessions>,
        /// There is no backup, and so many sessions, in the words of `sessions`, are only here.
        pub no_backup: Template<Sessions>,
        /// The legs, short: left, then right.
        pub sides: [&'static str; 2],
        /// No spot was held.
        pub no_spots: &'static str,
        /// How many of them eased; of how many.
        pub eased: Plural<CountOfTotal>,
        /// How many holds lasted their fixed seconds.
        pub timed: Plural<Count>,
        /// How many holds were stopped.
        pub holds_stopped: Plural<Count>,
        /// How many holds were interrupted.
        pub holds_interrupted: Plural<Count>,
        /// A leg was not rolled to its end.
        pub ended_early: &'static str,
        /// A part of the session was interrupted.
        pub interrupted: &'static str,
        /// Marks the leg that was rolled first.
        pub first: &'static str,
        /// The pass on a leg went to just above the knee.
        pub to_bottom: &'static str,
        /// The person said that the knee was reached.
        pub to_knee: &'static str,
        /// It was stopped.
        pub stopped_before: &'static str,
        /// It was interrupted.
        pub rest_unknown: &'static str,
        /// While rolling it felt wrong, with what was said of it.
        pub felt_wrong: Template<Reasons>,
        /// No reason was given.
        pub no_reason: &'static str,
        /// Holds ended by a tap.
        pub until_eased: &'static str,
        /// Holds ended after so many seconds.
        pub timed_each: Template<Time>,
        /// Heading of what may be said about a session afterwards.
        pub about: &'static str,
        /// Choice of the tag.
        pub tag_ask: &'static str,
        /// Choice of the sport.
        pub sport_ask: &'static str,
        /// Choice among the rollers that were used.
        pub roller_which: &'static str,
        /// The person's own word for the roller.
        pub roller_ask: &'static str,
        /// Which roller it was.
        pub roller: Template<Name>,
        /// Choice of 0 to 10 for the knee before or after the session.
        pub knee_ask: &'static str,
        /// Button: takes the score back.
        pub knee_clear: &'static str,
        /// The lowest score of pain.
        pub no_pain: &'static str,
        /// The highest.
        pub worst_pain: &'static str,
        /// Nothing was chosen.
        pub unsaid: &'static str,
        /// When, relative to a workout: before, after, rest day.
        pub tags: [&'static str; 3],
        /// Which workout: run, ride, other.
        pub sports: [&'static str; 3],
        /// The knee, 0 to 10, so many minutes before the start.
        pub knee_before: Template<PainAndTime>,
        /// The knee at the start.
        pub knee_at: Template<Pain>,
        /// The knee so many minutes after the start.
        pub knee_after: Template<PainAndTime>,
        /// Button.
        pub delete: &'static str,
        /// The session of this date was deleted.
        pub deleted: Template<OnDate>,
        /// What follows the date of a session that a newer app recorded.
        pub newer: &'static str,
        /// What all sessions tell together.
        pub weeks: WeeksText,
        /// Which sessions are listed.
        pub filter: FilterText,
        /// Corrections.
        pub edit: EditText,
        /// Button: the next older ones; the number is how many older ones there are.
        pub more: Plural<Count>,
    }

    /// Which sessions are listed.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct FilterText {
        /// By leg.
        pub leg: &'static str,
        /// Either leg.
        pub both: &'static str,
        /// By when, relative to a workout.
        pub tag: &'static str,
        /// Whatever was given.
        pub all: &'static str,
        /// No session is left.
        pub none: &'static str,
        /// Button.
        pub clear: &'static str,
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
    /// How many days ago the last backup was made, and how many sessions began since.
    pub fn backed_up(&self, days: usize, since: usize) -> String {
        let ago = match days {
            0 => self.today.to_owned(),
            1 => self.yesterday.to_owned(),
            _ => self.ago.of(days),
        };
        match since {
            0 => self.last_backup.words(&ago),
            n => self.backup_since.with(&[ago.as_str().into(), self.sessions.of(n).as_str().into()]),
        }
    }

    /// There is no backup, and so many sessions are only here.
    pub fn never_backed_up(&self, n: usize) -> String {
        self.no_backup.words(&self.sessions.of(n))
    }

    /// How a session came out, in few words.
    pub fn outcome(&self, outcome: Outcome) -> String {
        let Outcome { eased, could_tell, timed, stopped, interrupted, cut_short } = outcome;
        let mut words = Vec::new();
        words.extend((could_tell > 0).then(|| self.eased.with(&[eased.into(), could_tell.into()])));
        words.extend((timed > 0).then(|| self.timed.of(timed)));
        words.extend((stopped > 0).then(|| self.holds_stopped.of(stopped)));
        words.extend((interrupted > 0).then(|| self.holds_interrupted.of(interrupted)));
        if words.is_empty() {
            words.push(self.no_spots.to_owned());
        }
        words.extend(match cut_short {
            Some(PassEnd::Interrupted) if interrupted == 0 => Some(self.interrupted.to_owned()),
            Some(PassEnd::Stopped) if stopped == 0 => Some(self.ended_early.to_owned()),
            Some(PassEnd::Interrupted | PassEnd::Stopped | PassEnd::Bottom | PassEnd::Knee) | None => None,
        });
        facts(&words)
    }

    /// How the pass on a leg ended.
    pub const fn pass_end(&self, end: PassEnd) -> &'static str {
        match end {
            PassEnd::Bottom => self.to_bottom,
            PassEnd::Knee => self.to_knee,
            PassEnd::Stopped => self.stopped_before,
            PassEnd::Interrupted => self.rest_unknown,
        }
    }

    /// How holds ended by default.
    pub fn advance(&self, advance: Advance) -> String {
        match advance {
            Advance::UntilEased => self.until_eased.to_owned(),
            Advance::ByItself(seconds) => self.timed_each.words(&duration::seconds(seconds.get().into())),
        }
    }

    /// When, relative to a workout.
    pub const fn tag(&self, tag: Tag) -> &'static str {
        let [before, after, rest] = self.tags;
        match tag {
            Tag::Before => before,
            Tag::After => after,
            Tag::Rest => rest,
        }
    }

    /// Which workout.
    pub const fn sport(&self, sport: Sport) -> &'static str {
        let [run, ride, other] = self.sports;
        match sport {
            Sport::Run => run,
            Sport::Ride => ride,
            Sport::Other => other,
        }
    }

    /// The knee before a session: 0 to 10, and minutes from the start, negative before it.
    pub fn knee_before(&self, pain: u8, minutes: i32) -> String {
        match minutes.unsigned_abs() {
            time if minutes < 0 => {
                self.knee_before.with(&[pain.into(), duration::minutes(time).as_str().into()])
            }
            _ => self.knee_at.n(pain),
        }
    }

    /// The knee after a session. One that was over within a minute ended no sooner than in its first.
    pub fn knee_after(&self, pain: u8, minutes: i32) -> String {
        self.knee_after.with(&[pain.into(), duration::minutes(minutes.max(1).unsigned_abs()).as_str().into()])
    }
}
