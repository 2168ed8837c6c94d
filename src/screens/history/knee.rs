//! The knee scores before and after sessions, as a chart and a table.

use leptos::prelude::*;

use super::{
    chart::{Chart, LegendItem},
    chart_markup,
    table::TableDisclosure,
    trend_section::TrendSection,
};
use crate::{
    app::context::use_app,
    domain::{
        knee_scores::{SessionKneeScores, first_and_last_before, knee_scores},
        session::KneeScore,
    },
    i18n::{Text, date},
};

/// The chart shows at most this many sessions, the newest.
const MAX_SESSIONS: usize = 40;

/// The section with the knee scores.
#[component]
pub fn KneeSection() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.trends.knee;
    let scores = app.history.with_untracked(knee_scores);
    let shown = scores[scores.len().saturating_sub(MAX_SESSIONS)..].to_vec();
    if shown.is_empty() {
        return view! { <TrendSection title=words.title><p class="secondary-text">{words.empty}</p></TrendSection> }
            .into_any();
    }
    let change = first_and_last_before(&shown)
        .map(|[first, last]| words.summary.with_values(&[first.into(), last.into()]));
    let (heads, rows) = score_table(&shown, t);
    view! {
        <TrendSection title=words.title>
            {change.map(|words| view! { <p class="trend-verdict">{words}</p> })}
            <KneeChart scores=shown/>
            <TableDisclosure summary=t.history.trends.spots.as_table heads rows/>
        </TrendSection>
    }
    .into_any()
}

/// The knee scores as a chart with its legend.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn KneeChart(
    /// The scores, oldest first; at least one.
    scores: Vec<SessionKneeScores>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.trends.knee;
    let change = first_and_last_before(&scores)
        .map(|[first, last]| words.summary.with_values(&[first.into(), last.into()]));
    let label = [Some(words.title.to_owned()), change].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let date = |scores: Option<&SessionKneeScores>| {
        scores.map(|scores| date::short(scores.local_ms)).unwrap_or_default()
    };
    let drawing = chart_markup::knee(&scores, &[date(scores.first()), date(scores.last())]);
    let [before, after] = words.before_and_after;
    view! {
        <ul class="chart-legend">
            <LegendItem drawing=r#"<circle class="chart-open" cx="8" cy="8" r="3.6"/>"# meaning=before/>
            <LegendItem drawing=r#"<rect class="chart-dot" x="4.800" y="4.800" width="6.400" height="6.400"/>"# meaning=after/>
        </ul>
        <Chart label drawing/>
    }
}

/// The headers and rows of a table of knee scores, newest first.
pub fn score_table(scores: &[SessionKneeScores], t: &'static Text) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let weeks = &t.history.trends;
    let score = |score: Option<KneeScore>| {
        let words = score.map(|s| weeks.knee.score(s.pain.score(), s.minutes));
        words.unwrap_or_else(|| weeks.no_value.to_owned())
    };
    let row = |scores: &SessionKneeScores| {
        vec![date::day_and_year(scores.local_ms), score(scores.before), score(scores.after)]
    };
    let [before, after] = weeks.knee.before_and_after;
    (vec![weeks.spots.table_heads[0], before, after], scores.iter().rev().map(row).collect())
}
