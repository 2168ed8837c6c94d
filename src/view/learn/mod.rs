//! How to roll, and what is known about it; each sentence about health can be followed to its source.

use leptos::prelude::*;

use super::ctx::ctx;
use crate::text::{
    Text,
    claim::{Claim, Source},
    learn::{Line, Part},
};

/// The Learn screen.
#[component]
pub fn LearnScreen() -> impl IntoView {
    let ctx = ctx();
    view! {
        <main class="learn">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{move || ctx.t().learn.title}</h1>
            </header>
            {move || {
                let t = ctx.t();
                let steps = t.learn.steps.iter().map(|step| view! { <li>{part(step, t)}</li> });
                view! {
                    <p class="lead">{t.learn.lead}</p>
                    <section>{part(&t.learn.why, t)}</section>
                    <ol class="steps">{steps.collect::<Vec<_>>()}</ol>
                    <section>{part(&t.learn.workout, t)}</section>
                    <section>
                        {part(&t.learn.stop, t)}
                        <Signs t />
                    </section>
                }
            }}
        </main>
    }
}

/// A heading, what is said under it, and the sources on demand.
fn part(part: &'static Part, t: &'static Text) -> impl IntoView + use<> {
    let sources = part.sources();
    let lines: Vec<_> =
        part.lines.iter().map(|line| view! { <p>{line_view(line, &sources, t)}</p> }).collect();
    view! {
        <div class="part">
            <h2>{part.title}</h2>
            {lines}
            {(!sources.is_empty()).then(|| view! { <Sources sources t /> })}
        </div>
    }
}

/// A sentence, with the number of its source where it has one.
fn line_view(line: &'static Line, sources: &[Source], t: &'static Text) -> impl IntoView + use<> {
    let (text, source) = match line {
        Line::Say(text) => (*text, None),
        Line::Claim(Claim { source, text }) => (*text, Some(*source)),
    };
    let number = source.and_then(|source| sources.iter().position(|s| *s == source)).map(|at| at + 1);
    view! {
        {text}
        {number.map(|number| view! {
            <sup><span class="heard">" (" {t.learn.source} " "</span>{number}<span class="heard">")"</span></sup>
        })}
    }
}

/// The papers behind a part, numbered as in its sentences.
#[component]
fn Sources(sources: Vec<Source>, t: &'static Text) -> impl IntoView {
    let papers: Vec<_> = sources
        .iter()
        .filter_map(|source| t.learn.paper(*source))
        .map(|paper| view! { <li><b>{paper.who}</b> " " {paper.found}</li> })
        .collect();
    view! {
        <details class="sources">
            <summary>{(t.learn.sources)(sources.len())}</summary>
            <ol>{papers}</ol>
        </details>
    }
}

/// The red card's own words; the card itself is one tap away on every screen.
#[component]
fn Signs(t: &'static Text) -> impl IntoView {
    let card = &t.safety.card;
    let list = |title, signs: &'static [Claim]| {
        let signs: Vec<_> = signs.iter().map(|sign| view! { <li>{sign.text}</li> }).collect();
        view! {
            <h3>{title}</h3>
            <ul>{signs}</ul>
        }
    };
    view! {
        <div class="learn-signs">
            {list(card.emergency, &card.emergency_signs)}
            {list(card.same_day, &card.same_day_signs)}
            {list(card.clinician, &card.clinician_signs)}
        </div>
    }
}
