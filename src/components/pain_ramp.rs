//! The ramp of pain from 0 to 10, higher and darker where it hurts more: one scale wherever a score is given.

use leptos::prelude::*;

use crate::{app::context::use_app, domain::spot::Pain};

/// The keys that lead to where "no rating" begins.
const DOWN: [&str; 4] = ["Home", "ArrowLeft", "ArrowDown", "PageDown"];
/// The keys that clear a score.
const CLEAR: [&str; 2] = ["Delete", "Backspace"];

/// Pain from 0 to 10, or none. A tap on a step rates, a tap on the rated step clears; the range that lies over the steps
/// is the target of all of them, and what the keyboard and screen readers use.
#[component]
pub fn PainRamp(
    /// What stands at the upper end of the ramp where steps are low.
    #[prop(into)]
    label: String,
    /// The name of the range.
    #[prop(into)]
    name: Signal<String>,
    /// The score.
    #[prop(into)]
    score: Signal<Option<Pain>>,
    /// Called with the score that the person gives.
    #[prop(into)]
    on_rate: Callback<Option<Pain>>,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    // While the thumb is being moved, its score is shown; letting go gives it.
    let moving = RwSignal::new(None::<Pain>);
    let shown = Memo::new(move |_| moving.get().or_else(|| score.get()));
    let spoken =
        move || shown.get().map_or_else(|| t.not_rated.to_owned(), |pain| t.pain_spoken.n(pain.score()));
    // The score when a finger came down, until a change of the range answers it.
    let pressed = StoredValue::new(None::<Option<Pain>>);
    let rate = move |pain: Option<Pain>| {
        moving.set(None);
        on_rate.run(pain);
    };
    // A browser sends no `change` when the thumb stays where it is: at the rated step, or at 0, where "no rating" begins.
    let rate_zero = move || {
        if pressed.get_value() == Some(None) && score.get_untracked().is_none() {
            rate(Pain::new(0));
        }
    };
    let clicked = move || {
        rate_zero();
        if let Some(Some(_)) = pressed.try_update_value(Option::take).flatten() {
            rate(None);
        }
    };
    let key = move |key: &str| {
        if CLEAR.contains(&key) && score.get_untracked().is_some() {
            rate(None);
        } else if DOWN.contains(&key) && shown.get_untracked().is_none() {
            rate(Pain::new(0));
        }
    };
    let step = move |n: u8| {
        let is_reached = move || shown.get().is_some_and(|pain| n <= pain.score());
        let is_chosen = move || shown.get().is_some_and(|pain| n == pain.score());
        view! {
            <i style=("--n", n.to_string()) class:is-reached=is_reached class:is-chosen=is_chosen>
                {n.to_string()}
            </i>
        }
    };
    view! {
        <div
            class="pain-ramp"
            data-step=move || shown.get().map(|pain| pain.step().to_string())
        >
            <span class="ramp-label" aria-hidden="true">{label}</span>
            <span class="ramp-steps" aria-hidden="true">{(0..=Pain::MAX).map(step).collect_view()}</span>
            <input
                type="range"
                min="0"
                max="10"
                step="1"
                aria-label=name
                aria-valuetext=spoken
                prop:value=move || shown.get().map_or(0, Pain::score).to_string()
                on:pointerdown=move |_| pressed.set_value(Some(score.get_untracked()))
                on:pointercancel=move |_| pressed.set_value(None)
                on:input:target=move |event| {
                    pressed.set_value(None);
                    moving.set(event.target().value().parse().ok().and_then(Pain::new));
                }
                on:change:target=move |event| rate(event.target().value().parse().ok().and_then(Pain::new))
                on:click=move |_| clicked()
                // A finger on a range is no click everywhere.
                on:pointerup=move |_| rate_zero()
                on:keydown=move |event| key(&event.key())
            />
        </div>
    }
}
