//! The pain ramp from 0 to 10, higher and darker where it hurts more. Used wherever a score is given outside of
//! a session.

use leptos::{ev, html::Input, prelude::*};
use web_sys::HtmlInputElement;

use super::pain_scale::{is_decreasing_key, score_at};
use crate::{app::context::use_app, domain::spot::Pain, i18n::formats};

/// Maximum horizontal movement of a tap, pixels.
const TAP_SLOP_PX: i32 = 10;
/// Events within this time after a tap belong to the tap, milliseconds.
const SAME_TAP_MS: i64 = 500;
/// The keys that clear a score.
const CLEAR_KEYS: [&str; 2] = ["Delete", "Backspace"];

/// Pain from 0 to 10, or none. A tap on a step rates, a tap on the rated step clears. A transparent range input
/// covers the steps: it is the touch target, and serves keyboards and screen readers.
#[component]
pub fn PainRamp(
    /// The caption at the end of the ramp where steps are low.
    #[prop(into)]
    label: String,
    /// The accessible name of the range input.
    #[prop(into)]
    name: Signal<String>,
    /// The score.
    #[prop(into)]
    score: Signal<Option<Pain>>,
    /// Called with the score that the person gives, or with `None`.
    #[prop(into)]
    on_rate: Callback<Option<Pain>>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    // The score while the thumb is being moved; releasing it gives the score.
    let moving = RwSignal::new(None::<Pain>);
    let shown = Memo::new(move |_| moving.get().or_else(|| score.get()));
    let spoken = move || {
        shown.get().map_or_else(|| t.not_rated.to_owned(), |pain| t.pain_spoken.with_number(pain.score()))
    };
    let rate = move |pain: Option<Pain>| {
        moving.set(None);
        on_rate.run(pain);
    };
    // A tap is answered by its position: some browsers move the thumb to it, others do not, and none fires an
    // event at the step where the thumb is. Dragging is handled by the browser.
    let down_x = StoredValue::new(None::<i32>);
    let answered_ms = StoredValue::new(i64::MIN / 2);
    // Events that the browser derives from the same tap, some after it has ended, are ignored.
    let is_answered = move || app.mono_ms() - answered_ms.get_value() < SAME_TAP_MS;
    let pointer_up = move |event: ev::PointerEvent, range: HtmlInputElement| {
        let down_x_px = down_x.try_update_value(Option::take).flatten();
        if down_x_px.is_some_and(|down_x_px| (event.client_x() - down_x_px).abs() <= TAP_SLOP_PX) {
            let rect = range.get_bounding_client_rect();
            let from_left = f64::from(event.client_x()) - rect.left();
            let tapped = score_at(from_left, rect.width());
            answered_ms.set_value(app.mono_ms());
            rate(tapped.filter(|_| score.get_untracked() != tapped));
        }
    };
    let thumb_released = move || {
        if let Some(pain) = moving.get_untracked().filter(|_| !is_answered()) {
            rate(Some(pain));
        }
    };
    let range = NodeRef::<Input>::new();
    let value = move || shown.get().map_or(0, Pain::score).to_string();
    let key_down = move |key: &str| {
        if CLEAR_KEYS.contains(&key) && score.get_untracked().is_some() {
            rate(None);
        } else if is_decreasing_key(key) && shown.get_untracked().is_none() {
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
            data-step=move || shown.get().map(|pain| pain.colour_step().to_string())
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
                on:change=move |_| thumb_released()
                on:pointerup=move |event| {
                    if let Some(range) = range.get_untracked() {
                        pointer_up(event, range);
                    }
                }
                on:keydown=move |event| key_down(&event.key())
            />
        </div>
    }
}
