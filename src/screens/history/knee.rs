//! How the knee felt before and after, with the times at which it was said.

use leptos::prelude::*;

use super::{
    chart::{Chart, ChartSign},
    drawing,
    table::TableDisclosure,
    trend_section::TrendSection,
};
use crate::{
    app::context::use_app,
    domain::{
        knee::{Scores, first_and_last, scores},
        session::KneeScore,
    },
    i18n::{Text, date},
};

/// Most sessions of the chart: the newest.
const MOST: usize = 40;

/// The knee's scores.
#[component]
pub fn KneeSection() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.weeks.knee;
    let all = app.history.with_untracked(scores);
    let shown = all[all.len().saturating_sub(MOST)..].to_vec();
    if shown.is_empty() {
        return view! { <TrendSection title=words.title><p class="soft">{words.empty}</p></TrendSection> }
            .into_any();
    }
    let change = first_and_last(&shown).map(|[first, last]| words.summary.with(&[first.into(), last.into()]));
    let (heads, rows) = score_table(&shown, t);
    view! {
        <TrendSection title=words.title>
            {change.map(|words| view! { <p class="track-verdict">{words}</p> })}
            <KneeChart scores=shown/>
            <TableDisclosure summary=t.history.weeks.spots.table heads rows/>
        </TrendSection>
    }
    .into_any()
}

/// The scores as a chart, with what its signs mean above it.
#[component]
#[expect(clippy::needless_pass_by_value, reason = "a component owns its props")]
pub fn KneeChart(
    /// The scores, oldest first; at least one.
    scores: Vec<Scores>,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.weeks.knee;
    let change =
        first_and_last(&scores).map(|[first, last]| words.summary.with(&[first.into(), last.into()]));
    let label = [Some(words.title.to_owned()), change].into_iter().flatten().collect::<Vec<_>>().join(": ");
    let date = |of: Option<&Scores>| of.map(|of| date::short(of.local_ms)).unwrap_or_default();
    let drawing = drawing::knee(&scores, &[date(scores.first()), date(scores.last())]);
    let [before, after] = words.when;
    view! {
        <ul class="chart-signs">
            <ChartSign drawing=r#"<circle class="chart-open" cx="8" cy="8" r="3.6"/>"# meaning=before/>
            <ChartSign drawing=r#"<rect class="chart-dot" x="4.800" y="4.800" width="6.400" height="6.400"/>"# meaning=after/>
        </ul>
        <Chart label drawing/>
    }
}

/// Heads and rows of a table of scores, the newest first.
pub fn score_table(scores: &[Scores], t: &'static Text) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let weeks = &t.history.weeks;
    let score = |score: Option<KneeScore>| {
        let words = score.map(|s| weeks.knee.score(s.pain.score(), s.minutes));
        words.unwrap_or_else(|| weeks.none.to_owned())
    };
    let row = |of: &Scores| vec![date::day_and_year(of.local_ms), score(of.before), score(of.after)];
    let [before, after] = weeks.knee.when;
    (vec![weeks.spots.heads[0], before, after], scores.iter().rev().map(row).collect())
}
