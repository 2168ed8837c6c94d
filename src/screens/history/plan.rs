//! Today's plan, and the button that marks its spots on the leg.

use leptos::prelude::*;

use super::trend_section::{TrendSection, legs, place};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        leg::Leg,
        plan::{PlannedSpot, plan},
    },
    i18n::{formats, trends::format_hold_time},
};

/// The section with the plan for both legs.
#[component]
pub fn PlanSection() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.trends.plan;
    let plan = app.history.with_untracked(|history| Leg::BOTH.map(|leg| plan(history, leg)));
    if plan.iter().all(Vec::is_empty) {
        return view! { <TrendSection title=words.title><p class="secondary-text">{words.empty}</p></TrendSection> }
            .into_any();
    }
    let spots = plan.each_ref().map(|planned| planned.iter().map(PlannedSpot::to_spot).collect::<Vec<_>>());
    let adopt = move |_| {
        let mut draft = app.draft.get_untracked();
        draft.adopt_plan(&spots);
        app.dispatch(Event::PlanAdopted(draft));
    };
    let leg = |(planned, name): (Vec<PlannedSpot>, &'static str)| {
        let lines = (1..).zip(planned).map(|(number, planned)| view! { <PlannedSpotLine number planned/> });
        view! {
            <section class="pass">
                <h3>{name}</h3>
                <ol class="hold-list">{lines.collect_view()}</ol>
            </section>
        }
    };
    let planned = plan.into_iter().zip(legs(t)).filter(|(planned, _)| !planned.is_empty());
    view! {
        <TrendSection title=words.title>
            <div class="session-passes">{planned.map(leg).collect_view()}</div>
            <button type="button" class="use-plan" on:click=adopt>{words.use_plan}</button>
        </TrendSection>
    }
    .into_any()
}

/// A planned spot.
#[component]
fn PlannedSpotLine(
    /// Its number on the leg, from 1.
    number: usize,
    /// The spot.
    planned: PlannedSpot,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.trends.plan;
    view! {
        <li>
            <span class="hold-number">{formats::number(number)}</span>
            <span class="hold-place">{place(planned.position, t)}</span>
            <span class="hold-time">{words.about_time.with_text(&format_hold_time(planned.expected_ms))}</span>
            <span class="hold-details">{words.why(planned.reason)}</span>
        </li>
    }
}
