//! How to roll, and what is known about it; each sentence about health can be followed to its source.

use super::{
    ctx::ctx,
    dom::{El, el},
};
use crate::text::{
    Text,
    claim::{Claim, Source},
    learn::{Line, Paper, Passage},
};

/// The Learn screen.
pub fn screen() -> El {
    let t = ctx().words();
    let learn = &t.learn;
    let title = el("h1").class("title").attr("tabindex", "-1").text(learn.title);
    let steps = learn.steps.all().map(|step| el("li").child(part(step, t)));
    el("main").class("learn").children([
        el("header").class("masthead").child(title),
        el("p").class("lead").text(learn.lead),
        el("section").child(part(learn.why.all(), t)),
        el("ol").class("steps").children(steps),
        el("section").child(part(learn.workout.all(), t)),
        el("section").child(part(learn.stop.all(), t)).child(signs(t)),
    ])
}

/// A heading, what is said under it, and the sources on demand.
fn part(part: Passage<'static>, t: &'static Text) -> El {
    let sources = part.sources();
    let lines = part.lines.iter().map(|line| line_view(line, &sources, t));
    el("div")
        .class("part")
        .child(el("h2").text(part.title))
        .children(lines)
        .children((!sources.is_empty()).then(|| papers(&sources, t)))
}

/// A sentence, with the number of its source where it has one.
fn line_view(line: &'static Line, sources: &[Source], t: &'static Text) -> El {
    let (text, source) = match line {
        Line::Say(text) => (*text, None),
        Line::Claim(Claim { source, text }) => (*text, Some(*source)),
    };
    let at = source.and_then(|source| sources.iter().position(|s| *s == source));
    let heard = |words| el("span").class("heard").text(words);
    let number = at.map(|at| {
        let before = heard(" (").text(t.learn.source).text(" ");
        el("sup").child(before).text(at + 1).child(heard(")"))
    });
    el("p").text(text).children(number)
}

/// The papers behind a part, numbered as in its sentences.
fn papers(sources: &[Source], t: &'static Text) -> El {
    let papers = sources.iter().filter_map(|source| t.learn.paper(*source));
    let paper = |paper: &Paper| el("li").child(el("b").text(paper.who)).text(" ").text(paper.found);
    el("details")
        .class("sources")
        .child(el("summary").text(t.learn.sources.of(sources.len())))
        .child(el("ol").children(papers.map(paper)))
}

/// The red card's own words; the card itself is one tap away on every screen.
fn signs(t: &'static Text) -> El {
    let card = &t.safety.card;
    let list = |title: &'static str, signs: &'static [Claim]| {
        let signs = signs.iter().map(|sign| el("li").text(sign.text));
        [el("h3").text(title), el("ul").children(signs)]
    };
    el("div")
        .class("learn-signs")
        .children(list(card.emergency, &card.emergency_signs))
        .children(list(card.same_day, &card.same_day_signs))
        .children(list(card.clinician, &card.clinician_signs))
}
