//! The pictures beside the steps. Each shows what its step says, so a page without them lacks nothing.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    components::pose::{HIP, Pose, WHOLE},
};

/// The knee with what lies around it.
const KNEE: &str = "488 30 400 370";

/// The body above the roller.
const UPPER: &str = r#"<use href="pose.svg#pose-upper"/>"#;
/// The same, with the direction of the pressure.
const UPPER_PRESS: &str = r#"<use href="pose.svg#pose-upper"/><use href="pose.svg#pose-press"/>"#;
const EASED_PRESS: &str = r#"<use href="pose.svg#pose-eased"/><use href="pose.svg#pose-press"/>"#;
const LOWER: &str = r#"<use href="pose.svg#pose-lower"/>"#;
const TRAVEL: &str = r#"<use href="pose.svg#pose-floor"/><use class="travelling" href="pose.svg#pose-roller"/><use href="pose.svg#pose-body"/><use href="pose.svg#pose-travel"/>"#;

/// The picture of a step, where it has one.
#[component]
pub fn StepFigure(
    /// The step, counted from 0.
    step: usize,
) -> impl IntoView {
    match step {
        0 => Some(view! { <DetailFigure view_box=HIP parts=UPPER/> }.into_any()),
        1 => Some(view! { <WholeFigure parts=UPPER_PRESS/> }.into_any()),
        2 => Some(view! { <TravelFigure/> }.into_any()),
        4 => Some(view! { <WholeFigure parts=EASED_PRESS/> }.into_any()),
        5 => Some(view! { <DetailFigure view_box=KNEE parts=LOWER/> }.into_any()),
        6 => Some(view! { <WholeFigure class="pose is-mirrored" parts=UPPER/> }.into_any()),
        _ => None,
    }
}

#[component]
fn WholeFigure(#[prop(default = "pose")] class: &'static str, parts: &'static str) -> impl IntoView {
    view! {
        <div class="figure">
            <Pose class view_box=WHOLE parts/>
        </div>
    }
}

#[component]
fn DetailFigure(view_box: &'static str, parts: &'static str) -> impl IntoView {
    view! {
        <div class="figure is-detail">
            <Pose class="pose" view_box parts/>
        </div>
    }
}

/// Where the roller goes: one body, and three places to choose from. The style sheet moves the roller.
#[component]
fn TravelFigure() -> impl IntoView {
    let t = use_app().text.get_untracked();
    let [top, _, middle, _, bottom] = t.places.stretches;
    let place = |(at, words): (usize, &'static str)| {
        view! {
            <label>
                <input type="radio" name="roller-place" value=at.to_string() checked=at == 0/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <div class="figure">
            <Pose class="pose" view_box=WHOLE parts=TRAVEL/>
            <fieldset class="roller-places">
                <legend class="heard">{t.learn.steps.roll.title}</legend>
                {[top, middle, bottom].into_iter().enumerate().map(place).collect_view()}
            </fieldset>
        </div>
    }
}
