//! How to roll, and what is known about it; each sentence about health can be followed to its source.

mod figure;

use leptos::prelude::*;

use self::figure::StepFigure;
use crate::{
    app::context::use_app,
    i18n::{
        claim::{Claim, Source},
        formats,
        learn::{Line, Paper, Part},
    },
    screens::safety::SignList,
};

/// The Learn screen.
#[component]
pub fn LearnScreen() -> impl IntoView {
    let t = &use_app().text.get_untracked().learn;
    let step = |(step, passage)| {
        view! {
            <li>
                <LearnPart passage step/>
            </li>
        }
    };
    view! {
        <main class="learn">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{t.title}</h1>
            </header>
            <p class="lead">{t.lead}</p>
            // What to do first, why after it.
            <ol class="steps">{t.steps.all().into_iter().enumerate().map(step).collect_view()}</ol>
            <section>
                <LearnPart passage=&t.why/>
            </section>
            <section>
                <LearnPart passage=&t.workout/>
            </section>
            <section>
                <LearnPart passage=&t.stop/>
                <SafetySigns/>
            </section>
        </main>
    }
}

/// A heading, the picture of a step, the sentences, and the sources on demand.
#[component]
fn LearnPart(
    /// The heading and the sentences.
    passage: &'static Part,
    /// The step that it describes, counted from 0.
    #[prop(optional)]
    step: Option<usize>,
) -> impl IntoView {
    let sources = passage.sources();
    let sentence = |line: &'static Line| {
        let (text, source) = match line {
            Line::Say(text) => (*text, None),
            Line::Claim(Claim { source, text }) => (*text, Some(*source)),
        };
        let at = source.and_then(|source| sources.iter().position(|s| *s == source));
        view! { <Sentence text number=at.map(|at| at + 1)/> }
    };
    let sentences = passage.lines.iter().map(sentence).collect_view();
    view! {
        <div class="part">
            <h2>{passage.title}</h2>
            {step.map(|step| view! { <StepFigure step/> })}
            {sentences}
            {(!sources.is_empty()).then(|| view! { <Sources sources/> })}
        </div>
    }
}

/// A sentence, with the number of its source where it has one.
#[component]
fn Sentence(text: &'static str, number: Option<usize>) -> impl IntoView {
    view! {
        <p>
            {text}
            {number.map(|number| view! { <SourceNumber number/> })}
        </p>
    }
}

#[component]
fn SourceNumber(number: usize) -> impl IntoView {
    let source = use_app().text.get_untracked().learn.source;
    view! {
        <sup>
            <span class="heard">" (" {source} " "</span>
            {formats::number(number)}
            <span class="heard">")"</span>
        </sup>
    }
}

/// The papers behind a part, numbered as in its sentences.
#[component]
fn Sources(sources: Vec<Source>) -> impl IntoView {
    let t = &use_app().text.get_untracked().learn;
    let paper = |paper: &'static Paper| {
        view! {
            <li>
                <b>{paper.who}</b>
                " "
                {paper.found}
            </li>
        }
    };
    view! {
        <details class="sources">
            <summary>{t.sources.of(sources.len())}</summary>
            <ol>{sources.iter().filter_map(|source| t.paper(*source)).map(paper).collect_view()}</ol>
        </details>
    }
}

/// The signs that the safety page lists; the page itself is one tap away on every screen.
#[component]
fn SafetySigns() -> impl IntoView {
    let t = &use_app().text.get_untracked().safety.help;
    view! {
        <div class="learn-signs">
            <SignList title=t.emergency signs=&t.emergency_signs/>
            <SignList title=t.same_day signs=&t.same_day_signs/>
            <SignList title=t.clinician signs=&t.clinician_signs/>
        </div>
    }
}
