//! The ramp of pain from 0 to 10, higher and darker where it hurts more: one scale wherever a score is given.

use leptos::{ev, html::Input, prelude::*};
use web_sys::HtmlInputElement;

use crate::{app::context::use_app, domain::spot::Pain, i18n::formats};

/// How far a finger may slip in a tap, pixels.
const TAP_SLACK: i32 = 10;
/// Events within this time of a tap's end belong to it, milliseconds.
const SAME_TOUCH_MS: i64 = 500;
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
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    // While the thumb is being moved, its score is shown; letting go gives it.
    let moving = RwSignal::new(None::<Pain>);
    let shown = Memo::new(move |_| moving.get().or_else(|| score.get()));
    let spoken =
        move || shown.get().map_or_else(|| t.not_rated.to_owned(), |pain| t.pain_spoken.n(pain.score()));
    let rate = move |pain: Option<Pain>| {
        moving.set(None);
        on_rate.run(pain);
    };
    // A tap is answered by its place: some browsers move the thumb to it, some do not, and none reports anything at the step
    // where the thumb is already. What moves along the ramp is the browser's.
    let down_x = StoredValue::new(None::<i32>);
    let answered_ms = StoredValue::new(i64::MIN / 2);
    // What the browser makes of the same touch, some after it has ended, is no second answer.
    let is_answered = move || app.mono_ms() - answered_ms.get_value() < SAME_TOUCH_MS;
    let lift = move |event: ev::PointerEvent, range: HtmlInputElement| {
        let down = down_x.try_update_value(Option::take).flatten();
        if down.is_some_and(|down| (event.client_x() - down).abs() <= TAP_SLACK) {
            let area = range.get_bounding_client_rect();
            let from_left = f64::from(event.client_x()) - area.left();
            let step = step_at(along(from_left, area.width()));
            answered_ms.set_value(app.mono_ms());
            rate(step.filter(|_| score.get_untracked() != step));
        }
    };
    let changed = move || {
        if let Some(pain) = moving.get_untracked().filter(|_| !is_answered()) {
            rate(Some(pain));
        }
    };
    let range = NodeRef::<Input>::new();
    let value = move || shown.get().map_or(0, Pain::score).to_string();
    let key = move |key: &str| {
        if CLEAR.contains(&key) && score.get_untracked().is_some() {
            rate(None);
        } else if is_decreasing(key) && shown.get_untracked().is_none() {
            rate(Pain::new(0));
        }
    };
    let step = move |n: u8| {
        let is_reached = move || shown.get().is_some_and(|pain| n <= pain.score());
        let is_chosen = move || shown.get().is_some_and(|pain| n == pain.score());
        view! {
            <i style=("--n", n.to_string()) class:is-reached=is_reached class:is-chosen=is_chosen>
                {formats::number(n.into())}
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
                node_ref=range
                type="range"
                min="0"
                max="10"
                step="1"
                aria-label=name
                aria-valuetext=spoken
                prop:value=value
                on:pointerdown=move |event| down_x.set_value(Some(event.client_x()))
                on:pointercancel=move |_| down_x.set_value(None)
                on:input:target=move |event| {
                    let range = event.target();
                    if is_answered() {
                        range.set_value(&untrack(value));
                    } else {
                        moving.set(range.value().parse().ok().and_then(Pain::new));
                    }
                }
                on:change=move |_| changed()
                on:pointerup=move |event| {
                    if let Some(range) = range.get_untracked() {
                        lift(event, range);
                    }
                }
                on:keydown=move |event| key(&event.key())
            />
        </div>
    }
}

/// How far along a scale a place is, as a share of its width: from the end where 0 stands, which is the right one in a
/// language that is written from right to left.
pub fn along(from_left: f64, width: f64) -> f64 {
    let share = from_left / width.max(1.0);
    if formats::current().is_rtl() { 1.0 - share } else { share }
}

/// Whether a key makes a range input's number smaller, or leads to its first one.
pub fn is_decreasing(key: &str) -> bool {
    let toward_zero = if formats::current().is_rtl() { "ArrowRight" } else { "ArrowLeft" };
    key == toward_zero || matches!(key, "Home" | "ArrowDown" | "PageDown")
}

/// The step at a share of the ramp's width.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`as` saturates, which is wanted"
)]
pub fn step_at(share: f64) -> Option<Pain> {
    let steps = Pain::MAX + 1;
    Pain::new(((share * f64::from(steps)) as u8).min(Pain::MAX))
}
