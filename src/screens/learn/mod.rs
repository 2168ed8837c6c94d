//! The Learn screen: how to roll, and health sentences with their sources.

mod figure;

use leptos::prelude::*;

use self::figure::StepFigure;
use crate::{
    app::context::use_app,
    i18n::{
        formats,
        health_sentence::{HealthSentence, Source},
        learn::{LearnParagraph, LearnSection, Paper},
    },
    screens::safety::SignList,
};

/// The view of the screen.
pub fn view() -> AnyView {
    view! { <LearnScreen/> }.into_any()
}

/// The Learn screen.
#[component]
fn LearnScreen() -> impl IntoView {
    let t = &use_app().text.get_untracked().learn;
    let step = |(step, section)| {
        view! {
            <li>
                <SectionView section step/>
            </li>
        }
    };
    view! {
        <main>
            <header class="masthead">
                <h1 class="title" tabindex="-1">{t.title}</h1>
            </header>
            <p class="intro">{t.intro}</p>
            // What to do comes first, the reasons follow.
            <ol class="steps">{t.steps.all().into_iter().enumerate().map(step).collect_view()}</ol>
            <section>
                <SectionView section=&t.why/>
            </section>
            <section>
                <SectionView section=&t.workout/>
            </section>
            <section>
                <SectionView section=&t.stop/>
                <SafetySigns/>
            </section>
        </main>
    }
}

/// A section: heading, illustration of the step, sentences, and a disclosure widget with the sources.
#[component]
fn SectionView(
    /// The phrases of the section.
    section: &'static LearnSection,
    /// The index of the step that it describes.
    #[prop(optional)]
    step: Option<usize>,
) -> impl IntoView {
    let sources = section.sources();
    let sentence = |paragraph: &'static LearnParagraph| {
        let (text, source) = match paragraph {
            LearnParagraph::Plain(text) => (*text, None),
            LearnParagraph::Health(HealthSentence { source, text }) => (*text, Some(*source)),
        };
        let index = source.and_then(|source| sources.iter().position(|s| *s == source));
        view! { <Sentence text number=index.map(|index| index + 1)/> }
    };
    let sentences = section.lines.iter().map(sentence).collect_view();
    view! {
        <div class="learn-section">
            <h2>{section.title}</h2>
            {step.map(|step| view! { <StepFigure step/> })}
            {sentences}
            {(!sources.is_empty()).then(|| view! { <Sources sources/> })}
        </div>
    }
}

/// A sentence, with the number of its source if it has one.
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
    let source = use_app().text.get_untracked().learn.source_label;
    view! {
        <sup>
            <span class="visually-hidden">" (" {source} " "</span>
            {formats::number(number)}
            <span class="visually-hidden">")"</span>
        </sup>
    }
}

/// The sources of a section, numbered as in its sentences.
#[component]
fn Sources(sources: Vec<Source>) -> impl IntoView {
    let t = &use_app().text.get_untracked().learn;
    let paper = |paper: &'static Paper| {
        view! {
            <li>
                <b>{paper.authors}</b>
                " "
                {paper.finding}
            </li>
        }
    };
    view! {
        <details class="disclosure">
            <summary>{t.sources.for_count(sources.len())}</summary>
            <ol>{sources.iter().filter_map(|source| t.paper(*source)).map(paper).collect_view()}</ol>
        </details>
    }
}

/// The signs that the safety page lists too.
#[component]
fn SafetySigns() -> impl IntoView {
    let t = &use_app().text.get_untracked().safety.page;
    view! {
        <div class="learn-signs">
            <SignList title=t.emergency signs=&t.emergency_signs/>
            <SignList title=t.same_day signs=&t.same_day_signs/>
            <SignList title=t.clinician signs=&t.clinician_signs/>
        </div>
    }
}
