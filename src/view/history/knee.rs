//! How the knee felt before and after, with the times at which it was said.

use super::{
    chart,
    table::{table, twin},
    weeks::section,
};
use crate::{
    domain::{
        knee::{Scores, first_and_last, scores},
        session::KneeScore,
    },
    text::Text,
    view::{
        ctx::Ctx,
        dom::{El, el, svg},
        ui::when,
    },
};

/// Most sessions of the chart: the newest.
const MOST: usize = 40;

/// The knee's scores.
pub fn knee(ctx: Ctx) -> El {
    let t = ctx.words();
    let words = &t.history.weeks.knee;
    let all = ctx.peek(|m| scores(&m.history));
    let shown = &all[all.len().saturating_sub(MOST)..];
    let part = section(words.title);
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
        return part.child(el("p").class("soft").text(words.empty));
    };
    let dates = [first, last].map(|of| when::day_and_year(t, of.local_ms));
    let told = first_and_last(shown).map(|[first, last]| words.told.with(&[first.into(), last.into()]));
    let label = told.as_deref().map_or_else(String::new, |told| [": ", told].concat());
    let drawn = svg("svg")
        .class("chart")
        .attr("viewBox", chart::VIEW_BOX)
        .attr("role", "img")
        .attr("aria-label", [words.title, &label].concat())
        .markup(chart::knee(shown, &dates));
    let sign = |(class, words): (&'static str, &'static str)| {
        let sign = svg("svg")
            .attr("viewBox", "0 0 16 16")
            .attr("aria-hidden", "true")
            .child(svg("circle").class(class).attr("cx", "8").attr("cy", "8").attr("r", "3.6"));
        el("li").child(sign).child(el("span").text(words))
    };
    let signs = el("ul")
        .class("chart-signs")
        .children(["chart-open", "chart-dot"].into_iter().zip(words.when).map(sign));
    part.children(told.map(|told| el("p").class("soft").text(told)))
        .child(drawn)
        .child(signs)
        .child(twin(t.history.weeks.spots.table, scored(shown, t)))
}

/// The scores as a table, the newest first.
pub fn scored(scores: &[Scores], t: &'static Text) -> El {
    let weeks = &t.history.weeks;
    let score = |score: Option<KneeScore>| {
        let told = score.map(|s| weeks.knee.score(s.pain.score(), s.minutes));
        told.unwrap_or_else(|| weeks.none.to_owned())
    };
    let [before, after] = weeks.knee.when;
    let rows = scores
        .iter()
        .rev()
        .map(|of| vec![when::day_and_year(t, of.local_ms), score(of.before), score(of.after)]);
    table(&[weeks.spots.heads[0], before, after], rows)
}
