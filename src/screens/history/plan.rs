//! Today's plan, and the button that puts it on the leg.

use leptos::prelude::*;

use super::trend_section::{TrendSection, legs, place};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        leg::Leg,
        plan::{Planned, plan},
    },
    i18n::{formats, weeks::short},
};

/// The plan for both legs.
#[component]
pub fn PlanSection() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.weeks.plan;
    let plan = app.history.with_untracked(|history| Leg::BOTH.map(|leg| plan(history, leg)));
    if plan.iter().all(Vec::is_empty) {
        return view! { <TrendSection title=words.title><p class="soft">{words.empty}</p></TrendSection> }
            .into_any();
    }
    let spots = plan.each_ref().map(|of| of.iter().map(Planned::spot).collect::<Vec<_>>());
    let adopt = move |_| {
        let mut draft = app.draft.get_untracked();
        draft.adopt(&spots);
        app.dispatch(Event::PlanAdopted(draft));
    };
    let leg = |(planned, name): (Vec<Planned>, &'static str)| {
        let lines = (1..).zip(planned).map(|(number, planned)| view! { <PlanLine number planned/> });
        view! {
            <section class="pass">
                <h3>{name}</h3>
                <ol class="way">{lines.collect_view()}</ol>
            </section>
        }
    };
    let planned = plan.into_iter().zip(legs(t)).filter(|(planned, _)| !planned.is_empty());
    view! {
        <TrendSection title=words.title>
            <div class="sitting-passes">{planned.map(leg).collect_view()}</div>
            <button type="button" class="weeks-adopt" on:click=adopt>{words.adopt}</button>
        </TrendSection>
    }
    .into_any()
}

/// One planned spot.
#[component]
fn PlanLine(
    /// Its number on the leg, from 1.
    number: usize,
    /// The spot.
    planned: Planned,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.weeks.plan;
    view! {
        <li>
            <span class="way-mark">{formats::number(number)}</span>
            <span class="way-place">{place(planned.position, t)}</span>
            <span class="way-time">{words.about.words(&short(planned.expected_ms))}</span>
            <span class="way-how">{words.why(planned.why)}</span>
        </li>
    }
}
