//! The illustrations of the steps. They repeat what the text says, so they are decorative.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    components::pose::{HIP, Pose, WHOLE},
};

/// The view box of the knee and its surroundings.
const KNEE: &str = "488 30 400 370";

/// The upper body on the roller.
const UPPER: &str = r#"<use href="pose.svg#pose-upper"/>"#;
/// The same, with the direction of the pressure.
const UPPER_PRESS: &str = r#"<use href="pose.svg#pose-upper"/><use href="pose.svg#pose-press"/>"#;
const LIFTED_PRESS: &str = r#"<use href="pose.svg#pose-lifted"/><use href="pose.svg#pose-press"/>"#;
const LOWER: &str = r#"<use href="pose.svg#pose-lower"/>"#;
const TRAVEL: &str = r#"<use href="pose.svg#pose-floor"/><use class="moving-roller" href="pose.svg#pose-roller"/><use href="pose.svg#pose-body"/><use href="pose.svg#pose-travel"/>"#;

/// The illustration of a step, if it has one.
#[component]
pub fn StepFigure(
    /// The step, counted from 0.
    step: usize,
) -> impl IntoView {
    match step {
        0 => Some(view! { <DetailFigure view_box=HIP parts=UPPER/> }.into_any()),
        1 => Some(view! { <WholeFigure parts=UPPER_PRESS/> }.into_any()),
        2 => Some(view! { <TravelFigure/> }.into_any()),
        4 => Some(view! { <WholeFigure parts=LIFTED_PRESS/> }.into_any()),
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

/// The path of the roller: radio buttons select one of three positions, and the style sheet moves the roller there.
#[component]
fn TravelFigure() -> impl IntoView {
    let t = use_app().text.get_untracked();
    let [top, _, middle, _, bottom] = t.positions.thigh_fifths;
    let place = |(index, words): (usize, &'static str)| {
        view! {
            <label>
                <input type="radio" name="roller-place" value=index.to_string() checked=index == 0/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <div class="figure">
            <Pose class="pose" view_box=WHOLE parts=TRAVEL/>
            <fieldset class="roller-places">
                <legend class="visually-hidden">{t.learn.steps.roll.title}</legend>
                {[top, middle, bottom].into_iter().enumerate().map(place).collect_view()}
            </fieldset>
        </div>
    }
}
