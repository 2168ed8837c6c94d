//! How much it hurts: a scale that one tap answers, and anything else leaves unanswered.

use gloo_timers::callback::Timeout;
use leptos::{ev, html::Div, prelude::*};
use web_sys::Element;

use super::view_model::{self, PainAsk};
use crate::{
    app::context::{AppContext, use_app},
    components::pain_ramp::{along, is_decreasing, step_at},
    domain::{Event, spot::Pain},
    i18n::formats,
};

/// An arrow key answers when no other one follows for so long, milliseconds.
const ANSWER_AFTER_MS: u32 = 1_500;
/// Steps from no pain to the worst.
const STEPS: u8 = Pain::MAX + 1;
/// The steps whose numeral is shown.
const NUMERALS: [u8; 3] = [0, 5, 10];

/// The question of the phase, if it has one.
#[component]
pub fn PainQuestion() -> impl IntoView {
    let app = use_app();
    let asked = Memo::new(move |_| app.running(view_model::pain_asked).flatten().map(|(ask, _)| ask));
    // A list of at most one: another question is another scale, and the focus does not stay on it.
    view! { <For each=move || asked.get() key=|ask| *ask children=|ask| view! { <PainScale ask/> }/> }
}

/// The scale. All of it is one target, so that it can be hit from the mat without looking for a number, and around it
/// nothing happens; the range inside is for the keyboard and for screen readers. It may be left unanswered.
#[component]
fn PainScale(
    /// Which pain it asks for.
    ask: PainAsk,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let question = t.pain_asks[ask as usize];
    let score = Memo::new(move |_| {
        app.running(view_model::pain_asked).flatten().and_then(|(_, pain)| pain).map(Pain::score)
    });
    let scale = NodeRef::<Div>::new();
    let down_ms = StoredValue::new(None);
    let start = move |event: ev::PointerEvent| {
        // A second finger cancels what the first began.
        down_ms.set_value(event.is_primary().then(|| app.mono_ms()));
    };
    let rate_at = move |event: ev::PointerEvent| {
        let Some(down_ms) = down_ms.try_update_value(Option::take).flatten() else { return };
        let is_meant =
            app.running_untracked(|running| running.is_meant(down_ms, app.mono_ms())) == Some(true);
        if let Some(scale) = scale.get_untracked().filter(|_| is_meant) {
            // Along the scale, also where the screen is turned.
            let step = step_at(along(event.offset_x().into(), scale.client_width().into()));
            // The same step again takes the answer back.
            let said = score.get_untracked();
            rate(app, ask, step.map(Pain::score).filter(|step| said != Some(*step)));
        }
    };
    let step = move |n: u8| {
        let numeral = NUMERALS.contains(&n).then(|| formats::number(n.into()));
        view! { <i style=("--n", n.to_string()) class:is-said=move || score.get() == Some(n)>{numeral}</i> }
    };
    view! {
        // The room around the scale takes what misses it: a miss must not end the hold.
        <div class="pain">
            <div
                class="pain-target"
                node_ref=scale
                on:pointerdown=start
                on:pointerup=rate_at
                // The advice that a rating brings moves the scale: the browser's click would hit what took its place.
                on:touchend=|event| event.prevent_default()
            >
                <b aria-hidden="true">
                    {move || score.get().map_or_else(|| question.to_owned(), |n| t.pain_of_ten.n(n))}
                </b>
                <span class="pain-steps" aria-hidden="true">{(0..STEPS).map(step).collect_view()}</span>
                <PainRange ask score/>
            </div>
        </div>
    }
}

/// The same as a range, for the keyboard and for screen readers. The arrows choose; Enter, leaving it or a while without
/// another arrow answers: each value on the way would else be an answer of its own.
#[component]
fn PainRange(ask: PainAsk, score: Memo<Option<u8>>) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let chosen = RwSignal::new(None::<u8>);
    let shown = move || chosen.get().or_else(|| score.get());
    let spoken =
        move || shown().map_or_else(|| t.leg.not_rated.to_owned(), |n| t.session_screen.pain_of_ten.n(n));
    let pause = StoredValue::new_local(None::<Timeout>);
    let answer = move || {
        pause.set_value(None);
        if let Some(score) = chosen.get_untracked() {
            chosen.set(None);
            rate(app, ask, Some(score));
        }
    };
    // A browser reports no change at 0, which is where "not rated" begins. Where the focus is not seen, arrows are those of a
    // remote control.
    let begins_at_zero = move |key: &str, event: &ev::KeyboardEvent| {
        is_decreasing(key) && is_focus_seen(event) && shown_untracked(chosen, score).is_none()
    };
    let press = move |event: ev::KeyboardEvent| match event.key().as_str() {
        key if begins_at_zero(key, &event) => chosen.set(Some(0)),
        "Delete" | "Backspace" => {
            chosen.set(None);
            rate(app, ask, None);
        }
        "Enter" | " " => answer(),
        digit if digit.len() == 1 && !(event.ctrl_key() || event.meta_key() || event.alt_key()) => {
            if let Ok(score) = digit.parse() {
                chosen.set(Some(score));
                answer();
            }
        }
        _ => {}
    };
    view! {
        <input
            type="range"
            min="0"
            max="10"
            step="1"
            aria-label=t.session_screen.pain_asks[ask as usize]
            aria-valuetext=spoken
            prop:value=move || shown().unwrap_or(0).to_string()
            on:keydown=press
            on:input=move |event| {
                chosen.set(event_target_value(&event).parse().ok());
                pause.set_value(Some(Timeout::new(ANSWER_AFTER_MS, answer)));
            }
            on:blur=move |_| answer()
        />
    }
}

fn is_focus_seen(event: &ev::KeyboardEvent) -> bool {
    event_target::<Element>(event).matches(":focus-visible").unwrap_or(false)
}

fn shown_untracked(chosen: RwSignal<Option<u8>>, score: Memo<Option<u8>>) -> Option<u8> {
    chosen.get_untracked().or_else(|| score.get_untracked())
}

fn rate(app: AppContext, ask: PainAsk, score: Option<u8>) {
    let pain = score.and_then(Pain::new);
    app.dispatch(match ask {
        PainAsk::Press => Event::PressRated(pain),
        PainAsk::Ease => Event::EaseRated(pain),
    });
}
