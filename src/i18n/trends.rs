//! Phrases of the part "Over weeks" of the History screen: plan, times to ease, heatmap, knee scores, referral, report.

use super::{
    duration::{self, format_duration, seconds},
    formats::join_facts,
    health_sentence::HealthSentence,
    phrase::{
        CalendarDate, Count, CountOfTotal, FirstAndLast, FromTo, LeftAndRight, LegAndPlace, Month, Pain,
        PainAndTime, Plural, Rate, Template, Time, TimeAndMonth, TimeAndPlace, TimeAndThen, TimesOfCount,
    },
    reader::phrases,
};
use crate::domain::{
    ease_statistics::EaseStatistics, heatmap::Period, plan::PlanReason, trend::TrendVerdict,
};

phrases! {
    /// Phrases of the part "Over weeks".
    #[derive(Clone, Copy, Debug, Default)]
    pub struct TrendsText {
        /// The two parts of the screen: the list of sessions, the trends.
        pub parts: [&'static str; 2],
        /// Legend of the choice between the parts.
        pub parts_legend: &'static str,
        /// Shown instead of a missing value.
        pub no_value: &'static str,

        /// Today's plan.
        pub plan: PlanText,
        /// The times to ease of each spot.
        pub spots: SpotsText,
        /// The heatmap.
        pub heatmap: HeatmapText,
        /// The knee scores.
        pub knee: KneeText,
        /// The advice to see a clinician.
        pub referral: ReferralText,
        /// The printed report for a clinician.
        pub report: ReportText,
    }

    /// Today's plan.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct PlanText {
        /// Heading.
        pub title: &'static str,
        /// What will appear here, and when.
        pub empty: &'static str,
        /// Reason: not eased in some of the recent sessions.
        pub not_eased: Plural<TimesOfCount>,
        /// Reason: probably the slowest spot on this leg.
        pub slowest: &'static str,
        /// Reason: held in some of the last sessions of this leg.
        pub held: Plural<TimesOfCount>,
        /// The expected time.
        pub about_time: Template<Time>,
        /// Button.
        pub use_plan: &'static str,
    }

    /// The times to ease of each spot.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SpotsText {
        /// Heading.
        pub title: &'static str,
        /// What will appear here, and when.
        pub empty: &'static str,
        /// The verdicts: not enough yet, no clear change, less time, more time.
        pub verdicts: [&'static str; 4],
        /// A median, but too few sessions for a trend.
        pub about_time_too_early: Template<Time>,
        /// A median, and no clear change since the given month.
        pub about_time_no_change: Template<TimeAndMonth>,
        /// No clear change since the given month; no median.
        pub no_change_since: Template<Month>,
        /// Less time: the current time and the earlier time.
        pub less_time: Template<TimeAndThen>,
        /// More time: the current time and the earlier time.
        pub more_time: Template<TimeAndThen>,
        /// The earlier time and its month.
        pub time_in_month: Template<TimeAndMonth>,
        /// The change of the time, from and to.
        pub from_to: Template<FromTo>,
        /// The number of sessions with a time, and how many a trend needs.
        pub times_so_far: Plural<Count>,
        /// The median.
        pub median: Template<Time>,
        /// The middle half.
        pub middle_half: Template<FromTo>,
        /// The number of times behind the median.
        pub time_count: Plural<Count>,
        /// The number of sessions that ended eased, of all.
        pub eased_count: Plural<CountOfTotal>,
        /// The number of older sessions that are not compared.
        pub older_not_compared: Plural<Count>,
        /// The legend of a chart: eased, ended before it eased, second leg, another roller, median, middle half,
        /// medians of the first and last third.
        pub legend: [&'static str; 7],
        /// Summary that opens the table.
        pub as_table: &'static str,
        /// Table headers: date, time, ending, order of the leg.
        pub table_heads: [&'static str; 4],
        /// Order of the leg in the session: first, second.
        pub leg_order: [&'static str; 2],
        /// Endings: eased, not eased.
        pub endings: [&'static str; 2],
        /// Longer than this time (a censored observation).
        pub longer_than: Template<Time>,
        /// The number of spots without a chart.
        pub others_not_shown: Plural<Count>,
        /// Heading of the comparison of left and right.
        pub sides_title: &'static str,
        /// Explains the comparison.
        pub sides_note: &'static str,
        /// Table header: order of the legs.
        pub sides_order_head: &'static str,
        /// Too few sessions so far, with the number for each order.
        pub sides_not_yet: Template<LeftAndRight>,
        /// Why the order of the legs matters.
        pub sides_reason: HealthSentence,
        /// Row headers: left first, right first, with the number of sessions.
        pub first_leg_rows: [Template<Count>; 2],
    }

    /// The heatmap of held time on each leg.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct HeatmapText {
        /// Heading.
        pub title: &'static str,
        /// Legend of the choice of the period.
        pub period_legend: &'static str,
        /// The periods: 4 weeks, 3 months, all.
        pub periods: [&'static str; 3],
        /// The heatmap of a leg in words: the held time, and the position with most of it.
        pub summary: Template<TimeAndPlace>,
        /// Nothing was held in the period.
        pub nothing_held: &'static str,
        /// What the strongest colour means.
        pub colour_legend: Template<Time>,
        /// The ends of the zone: hip, knee.
        pub zone_ends: [&'static str; 2],
        /// Summary that opens the table.
        pub as_table: &'static str,
        /// Table header: position.
        pub place_head: &'static str,
        /// A range of positions in percent.
        pub percent_range: Template<FromTo>,
    }

    /// The knee scores before and after sessions.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct KneeText {
        /// Heading.
        pub title: &'static str,
        /// What will appear here, and when.
        pub empty: &'static str,
        /// Before a session, after a session.
        pub before_and_after: [&'static str; 2],
        /// A score and how long before the start it was given.
        pub score_before: Template<PainAndTime>,
        /// A score given at the start.
        pub score_at_start: Template<Pain>,
        /// A score and how long after the start it was given.
        pub score_after: Template<PainAndTime>,
        /// The first and the last score before a session.
        pub summary: Template<FirstAndLast>,
    }

    /// The advice to see a clinician.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReferralText {
        /// Heading.
        pub title: &'static str,
        /// A spot that does not ease.
        pub not_eased: Template<LegAndPlace>,
        /// Knee scores that have not improved.
        pub knee_no_better: &'static str,
        /// The advice.
        pub see_clinician: HealthSentence,
        /// Button: hides the advice.
        pub mark_as_read: &'static str,
    }

    /// The printed report for a clinician.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct ReportText {
        /// Button.
        pub print: &'static str,
        /// Shown if the browser cannot print.
        pub cannot_print: &'static str,
        /// Heading.
        pub title: &'static str,
        /// First and last date.
        pub date_range: Template<FromTo>,
        /// Date of printing.
        pub printed_on: Template<CalendarDate>,
        /// Sessions per week, with one decimal.
        pub sessions_per_week: Template<Rate>,
        /// Label of the line for a handwritten name.
        pub name_label: &'static str,
        /// States that it is not a diagnosis.
        pub not_a_diagnosis: &'static str,
        /// Headers of the table of spots: leg, position, eased, median, middle half, pain, change.
        pub spot_heads: [&'static str; 7],
        /// Headers for a stopped hold: pain at press, pain at ease.
        pub pain_heads: [&'static str; 2],
        /// Explains the table of spots.
        pub spot_table_note: &'static str,
        /// Heading of the table of stops.
        pub stops_title: &'static str,
        /// There were no stops.
        pub no_stops: &'static str,
        /// The number of sessions that ended eased, of all.
        pub eased_of_total: Template<CountOfTotal>,
        /// Only this many of the newest are shown.
        pub newest_shown: Plural<Count>,
    }
}

impl PlanText {
    /// Why a spot is in the plan.
    pub fn why(&self, why: PlanReason) -> String {
        match why {
            PlanReason::NotEased(k, n) => self.not_eased.with_values(&[k.into(), n.into()]),
            PlanReason::Longest => self.slowest.to_owned(),
            PlanReason::Held(k, n) => self.held.with_values(&[k.into(), n.into()]),
        }
    }
}

impl SpotsText {
    /// The short phrase for a verdict.
    pub const fn verdict(&self, verdict: TrendVerdict) -> &'static str {
        let [not_yet, no_change, less_time, more_time] = self.verdicts;
        match verdict {
            TrendVerdict::NotEnoughData => not_yet,
            TrendVerdict::NoClearChange => no_change,
            TrendVerdict::LessTime(_) => less_time,
            TrendVerdict::MoreTime(_) => more_time,
        }
    }

    /// The change of the time, if the verdict is less or more time.
    pub fn verdict_change(&self, ease: &EaseStatistics) -> Option<String> {
        match ease.verdict {
            TrendVerdict::NotEnoughData | TrendVerdict::NoClearChange => None,
            TrendVerdict::LessTime([from, to]) | TrendVerdict::MoreTime([from, to]) => {
                Some(self.from_to.with_values(&[
                    format_hold_time(from).as_str().into(),
                    format_hold_time(to).as_str().into(),
                ]))
            }
        }
    }

    /// The verdict as a sentence without a full stop. `since` is the month of the first session that is compared.
    pub fn sentence(&self, ease: &EaseStatistics, since: &str) -> String {
        let median = ease.median_ms.map(format_hold_time);
        let change = |phrase: Template<TimeAndThen>, [from, to]: [u32; 2]| {
            let then =
                self.time_in_month.with_values(&[format_hold_time(from).as_str().into(), since.into()]);
            phrase.with_values(&[format_hold_time(to).as_str().into(), then.as_str().into()])
        };
        match (ease.verdict, median) {
            (TrendVerdict::NotEnoughData, None) => self.verdict(ease.verdict).to_owned(),
            (TrendVerdict::NotEnoughData, Some(median)) => self.about_time_too_early.with_text(&median),
            (TrendVerdict::NoClearChange, None) => self.no_change_since.with_text(since),
            (TrendVerdict::NoClearChange, Some(median)) => {
                self.about_time_no_change.with_values(&[median.as_str().into(), since.into()])
            }
            (TrendVerdict::LessTime(ends), _) => change(self.less_time, ends),
            (TrendVerdict::MoreTime(ends), _) => change(self.more_time, ends),
        }
    }

    /// Median, spread and share of eased sessions.
    pub fn figures(&self, ease: &EaseStatistics) -> String {
        let mut words = Vec::new();
        words.extend(ease.median_ms.map(|ms| {
            let mut typical = vec![self.median.with_text(&format_hold_time(ms))];
            typical.extend(ease.quartiles_ms.map(|half| {
                let [from, to] = half.map(format_hold_time);
                self.middle_half.with_values(&[from.as_str().into(), to.as_str().into()])
            }));
            [&join_facts(&typical), " (", &self.time_count.for_count(ease.exact_time_count()), ")."].concat()
        }));
        words.extend(
            (ease.verdict == TrendVerdict::NotEnoughData)
                .then(|| self.times_so_far.for_count(ease.observation_count())),
        );
        words.push(self.eased_count.with_values(&[ease.eased_count.into(), ease.points.len().into()]));
        words.extend((ease.older_count > 0).then(|| self.older_not_compared.for_count(ease.older_count)));
        words.join(" ")
    }
}

impl HeatmapText {
    /// The phrase for a period.
    pub const fn period(&self, since: Period) -> &'static str {
        self.periods[since as usize]
    }
}

impl KneeText {
    /// A knee score with the time when it was given. `minutes` from the start are negative before it.
    pub fn score(&self, pain: u8, minutes: i32) -> String {
        let time = duration::minutes(minutes.unsigned_abs());
        match minutes {
            ..0 => self.score_before.with_values(&[pain.into(), time.as_str().into()]),
            0 => self.score_at_start.with_number(pain),
            1.. => self.score_after.with_values(&[pain.into(), time.as_str().into()]),
        }
    }
}

/// A hold time: in seconds up to the limit of a hold, above in minutes and seconds.
pub fn format_hold_time(ms: u32) -> String {
    if ms < 121_000 { seconds(ms / 1_000) } else { format_duration(ms) }
}
