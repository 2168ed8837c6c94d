//! What the sessions tell over weeks: spots, the map, the plan, the knee, and the page for a clinician.

use super::{
    claim::Claim,
    duration::{self, seconds, span},
    formats::facts,
    phrase::{
        Count, CountOfTotal, FirstAndLast, FromTo, LeftAndRight, LegAndPlace, Month, OnDate, Pain,
        PainAndTime, Plural, Rate, Template, Time, TimeAndMonth, TimeAndPlace, TimeAndThen, TimesOfCount,
    },
    read::phrases,
};
use crate::domain::{ease::Ease, heatmap::Since, plan::Why, trend::Verdict};

phrases! {
    /// Phrases of what is read off all sessions.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct WeeksText {
        /// The two parts of the screen: the sessions one by one, and what they tell together.
        pub parts: [&'static str; 2],
        /// Names that choice.
        pub which_part: &'static str,
        /// Stands where there is no figure.
        pub none: &'static str,

        /// Today's plan.
        pub plan: PlanText,
        /// The spots.
        pub spots: SpotsText,
        /// The map.
        pub map: MapText,
        /// The knee.
        pub knee: KneeText,
        /// What asks for a clinician's look.
        pub referral: ReferralText,
        /// The page for a clinician.
        pub report: ReportText,
    }

    /// Today's plan.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PlanText {
        /// Heading.
        pub title: &'static str,
        /// What will be here, and when.
        pub empty: &'static str,
        /// Not eased in so many, of how many.
        pub not_eased: Plural<TimesOfCount>,
        /// Takes longest on this leg.
        pub longest: &'static str,
        /// Held in so many of the leg's last sessions; of how many.
        pub held: Plural<TimesOfCount>,
        /// Expected seconds.
        pub about: Template<Time>,
        /// Button.
        pub adopt: &'static str,
    }

    /// The spots.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SpotsText {
        /// Heading.
        pub title: &'static str,
        /// What will be here, and when.
        pub empty: &'static str,
        /// The verdicts: not enough yet, no clear change, less time, more time.
        pub verdicts: [&'static str; 4],
        /// About so long, and too early to say more.
        pub so_far_about: Template<Time>,
        /// About so long, no clear change since a month.
        pub no_change_since: Template<TimeAndMonth>,
        /// The same where no time is known.
        pub unchanged_since: Template<Month>,
        /// Less time: about so long, and what it was then.
        pub less_now: Template<TimeAndThen>,
        /// More time: about so long, and what it was then.
        pub more_now: Template<TimeAndThen>,
        /// So long in a month.
        pub then: Template<TimeAndMonth>,
        /// From about so long to about so long.
        pub from_to: Template<FromTo>,
        /// How many sessions with a time there are of those that are needed.
        pub so_far: Plural<Count>,
        /// The median.
        pub median: Template<Time>,
        /// The middle half.
        pub half: Template<FromTo>,
        /// How many times these are of.
        pub times: Plural<Count>,
        /// How many of them eased; of how many.
        pub eased: Plural<CountOfTotal>,
        /// How many older sessions are left out.
        pub older: Plural<Count>,
        /// What the signs of a chart mean: eased, ended before it eased, this leg was second, another roller, median, middle
        /// half, medians of the first and last third.
        pub signs: [&'static str; 7],
        /// Opens the table.
        pub table: &'static str,
        /// Heads: date, time, ending, the leg's turn.
        pub heads: [&'static str; 4],
        /// The leg's place in the session: first, second.
        pub order: [&'static str; 2],
        /// It eased; it did not.
        pub endings: [&'static str; 2],
        /// Longer than so much.
        pub longer: Template<Time>,
        /// Spots that have no chart.
        pub others: Plural<Count>,
        /// Heading of left beside right.
        pub sides: &'static str,
        /// What the table of both legs shows.
        pub sides_what: &'static str,
        /// Head of the column that tells which leg came first.
        pub sides_order: &'static str,
        /// What is still missing: sessions left first, right first.
        pub sides_not_yet: Template<LeftAndRight>,
        /// Why the order matters.
        pub sides_why: Claim,
        /// Rows: left first, right first; with the number of sessions.
        pub first: [Template<Count>; 2],
    }

    /// The map.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct MapText {
        /// Heading.
        pub title: &'static str,
        /// Names the choice of how far back.
        pub since: &'static str,
        /// 4 weeks, 3 months, all.
        pub spans: [&'static str; 3],
        /// The picture in words: the leg's time, and where most of it was.
        pub summary: Template<TimeAndPlace>,
        /// Nothing was held in that time.
        pub nothing: &'static str,
        /// What the strongest colour means.
        pub key: Template<Time>,
        /// The ends of the zone on the picture: hip, knee.
        pub ends: [&'static str; 2],
        /// Opens the table.
        pub table: &'static str,
        /// Head of the places.
        pub place: &'static str,
        /// From so many percent to so many.
        pub band: Template<FromTo>,
    }

    /// The knee.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct KneeText {
        /// Heading.
        pub title: &'static str,
        /// What will be here, and when.
        pub empty: &'static str,
        /// Before, after.
        pub when: [&'static str; 2],
        /// A score so many minutes before the start.
        pub before: Template<PainAndTime>,
        /// A score at the start.
        pub at: Template<Pain>,
        /// A score so many minutes after the start.
        pub after: Template<PainAndTime>,
        /// The scores from before a session: the first one, the last one.
        pub summary: Template<FirstAndLast>,
    }

    /// What asks for a clinician's look.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReferralText {
        /// Heading.
        pub title: &'static str,
        /// A spot that does not ease: the leg, the place.
        pub not_eased: Template<LegAndPlace>,
        /// A knee that is no better.
        pub knee: &'static str,
        /// What to do.
        pub see: Claim,
        /// Button: it is not said again.
        pub read: &'static str,
    }

    /// The page for a clinician.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReportText {
        /// Button.
        pub print: &'static str,
        /// The browser cannot print.
        pub cannot_print: &'static str,
        /// Heading.
        pub title: &'static str,
        /// From when, to when.
        pub range: Template<FromTo>,
        /// When it was printed.
        pub printed: Template<OnDate>,
        /// How often somebody rolls: whole sessions a week and tenths.
        pub per_week: Template<Rate>,
        /// Where the person may write a name.
        pub name: &'static str,
        /// What it is not.
        pub not_a_diagnosis: &'static str,
        /// Heads of the table of spots: leg, place, eased, median, middle half, pain, change.
        pub heads: [&'static str; 7],
        /// Heads of the scores of a stopped hold: pain at press, pain at ease.
        pub pain_heads: [&'static str; 2],
        /// Under the table.
        pub note: &'static str,
        /// Heading of the stops.
        pub stops: &'static str,
        /// There were none.
        pub no_stops: &'static str,
        /// In how many it eased; of how many.
        pub of: Template<CountOfTotal>,
        /// Of how many the newest are shown.
        pub newest: Plural<Count>,
    }
}

impl PlanText {
    /// Why a spot is in the plan.
    pub fn why(&self, why: Why) -> String {
        match why {
            Why::NotEased(k, n) => self.not_eased.with(&[k.into(), n.into()]),
            Why::Longest => self.longest.to_owned(),
            Why::Held(k, n) => self.held.with(&[k.into(), n.into()]),
        }
    }
}

impl SpotsText {
    /// The verdict in its few words.
    pub const fn verdict(&self, verdict: Verdict) -> &'static str {
        let [not_yet, no_change, less, more] = self.verdicts;
        match verdict {
            Verdict::NotYet => not_yet,
            Verdict::NoChange => no_change,
            Verdict::Less(_) => less,
            Verdict::More(_) => more,
        }
    }

    /// What stands beside the verdict in a table, where there is something.
    pub fn verdict_more(&self, ease: &Ease) -> Option<String> {
        match ease.verdict {
            Verdict::NotYet | Verdict::NoChange => None,
            Verdict::Less([from, to]) | Verdict::More([from, to]) => {
                Some(self.from_to.with(&[short(from).as_str().into(), short(to).as_str().into()]))
            }
        }
    }

    /// What can be said of a spot, in one sentence without its full stop; the first session that counts was in the month
    /// `since`.
    pub fn sentence(&self, ease: &Ease, since: &str) -> String {
        let about = ease.median_ms.map(short);
        let change = |phrase: Template<TimeAndThen>, [from, to]: [u32; 2]| {
            let then = self.then.with(&[short(from).as_str().into(), since.into()]);
            phrase.with(&[short(to).as_str().into(), then.as_str().into()])
        };
        match (ease.verdict, about) {
            (Verdict::NotYet, None) => self.verdict(ease.verdict).to_owned(),
            (Verdict::NotYet, Some(about)) => self.so_far_about.words(&about),
            (Verdict::NoChange, None) => self.unchanged_since.words(since),
            (Verdict::NoChange, Some(about)) => {
                self.no_change_since.with(&[about.as_str().into(), since.into()])
            }
            (Verdict::Less(ends), _) => change(self.less_now, ends),
            (Verdict::More(ends), _) => change(self.more_now, ends),
        }
    }

    /// Median, spread and how often it eased.
    pub fn figures(&self, ease: &Ease) -> String {
        let mut words = Vec::new();
        words.extend(ease.median_ms.map(|ms| {
            let mut typical = vec![self.median.words(&short(ms))];
            typical.extend(ease.middle_ms.map(|half| {
                let [from, to] = half.map(short);
                self.half.with(&[from.as_str().into(), to.as_str().into()])
            }));
            [&facts(&typical), " (", &self.times.of(ease.times()), ")."].concat()
        }));
        words.extend((ease.verdict == Verdict::NotYet).then(|| self.so_far.of(ease.told())));
        words.push(self.eased.with(&[ease.eased.into(), ease.points.len().into()]));
        words.extend((ease.older > 0).then(|| self.older.of(ease.older)));
        words.join(" ")
    }
}

impl MapText {
    /// How far back.
    pub const fn since(&self, since: Since) -> &'static str {
        self.spans[since as usize]
    }
}

impl KneeText {
    /// A score with its time: 0 to 10, minutes from the start, negative before it.
    pub fn score(&self, pain: u8, minutes: i32) -> String {
        let time = duration::minutes(minutes.unsigned_abs());
        match minutes {
            ..0 => self.before.with(&[pain.into(), time.as_str().into()]),
            0 => self.at.n(pain),
            1.. => self.after.with(&[pain.into(), time.as_str().into()]),
        }
    }
}

/// A time on a spot: seconds up to the limit, minutes above.
pub fn short(ms: u32) -> String {
    if ms < 121_000 { seconds(ms / 1_000) } else { span(ms) }
}
