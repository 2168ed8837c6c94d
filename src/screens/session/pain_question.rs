//! The pain question of a session: one tap on a scale answers it, any other action leaves it unanswered.

use gloo_timers::callback::Timeout;
use leptos::{ev, html::Div, prelude::*};
use web_sys::Element;

use super::view_model::{self, PainKind};
use crate::{
    app::context::{AppContext, use_app},
    components::pain_scale::{is_decreasing_key, score_at},
    domain::{Event, spot::Pain},
    i18n::formats,
};

/// A value chosen with arrow keys becomes the answer after this time without another key, milliseconds.
const ARROW_KEY_ANSWER_DELAY_MS: u32 = 1_500;
/// Number of steps from no pain to the worst.
const STEPS: u8 = Pain::MAX + 1;
/// The steps that show their number.
const NUMERALS: [u8; 3] = [0, 5, 10];

/// The question of the phase, if there is one.
#[component]
pub fn PainQuestion() -> impl IntoView {
    let app = use_app();
    let question_kinds = Memo::new(move |_| {
        app.with_running(view_model::current_pain_question).flatten().map(|(kind, _)| kind)
    });
    // A keyed list of at most one item: another question creates a new scale, so that the focus does not stay
    // on it.
    view! { <For each=move || question_kinds.get() key=|kind| *kind children=|kind| view! { <PainScale kind/> }/> }
}

/// The scale. It is one target, which can be hit from the mat without aiming at a number; the area around it
/// absorbs misses. The range input inside is for keyboards and screen readers.
#[component]
fn PainScale(
    /// Which pain is asked for.
    kind: PainKind,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen;
    let question = t.pain_questions[kind as usize];
    let score = Memo::new(move |_| {
        app.with_running(view_model::current_pain_question)
            .flatten()
            .and_then(|(_, pain)| pain)
            .map(Pain::score)
    });
    let scale = NodeRef::<Div>::new();
    let down_ms = StoredValue::new(None);
    let pointer_down = move |event: ev::PointerEvent| {
        // A second pointer cancels the first.
        down_ms.set_value(event.is_primary().then(|| app.mono_ms()));
    };
    let pointer_up = move |event: ev::PointerEvent| {
        let Some(down_ms) = down_ms.try_update_value(Option::take).flatten() else { return };
        let is_intended_tap = app
            .with_running_untracked(|running| running.is_intended_tap(down_ms, app.mono_ms()))
            == Some(true);
        if let Some(scale) = scale.get_untracked().filter(|_| is_intended_tap) {
            // `offsetX` runs along the scale even if the screen is rotated.
            let tapped = score_at(event.offset_x().into(), scale.client_width().into());
            // A tap on the chosen step clears the answer.
            let previous = score.get_untracked();
            rate(app, kind, tapped.map(Pain::score).filter(|score| previous != Some(*score)));
        }
    };
    let step = move |n: u8| {
        let numeral = NUMERALS.contains(&n).then(|| formats::number(n.into()));
        view! { <i style=("--n", n.to_string()) class:is-chosen=move || score.get() == Some(n)>{numeral}</i> }
    };
    view! {
        // The area around the scale absorbs missed taps: a miss must not end the hold.
        <div class="pain-question">
            <div
                class="pain-scale"
                node_ref=scale
                on:pointerdown=pointer_down
                on:pointerup=pointer_up
                // A rating may show advice that moves the scale: the browser would send its click to another
                // element.
                on:touchend=|event| event.prevent_default()
            >
                <b aria-hidden="true">
                    {move || score.get().map_or_else(|| question.to_owned(), |n| t.pain_of_ten.with_number(n))}
                </b>
                <span class="pain-scale-steps" aria-hidden="true">{(0..STEPS).map(step).collect_view()}</span>
                <PainRange kind score/>
            </div>
        </div>
    }
}

/// The scale as a range input for keyboards and screen readers. Arrow keys choose a value; Enter, blur or a
/// pause answers, so that the values in between are not stored as answers.
#[component]
fn PainRange(
    /// Which pain is asked for.
    kind: PainKind,
    /// The score that was given.
    score: Memo<Option<u8>>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let chosen = RwSignal::new(None::<u8>);
    let shown = move || chosen.get().or_else(|| score.get());
    let spoken = move || {
        shown().map_or_else(|| t.leg.not_rated.to_owned(), |n| t.session_screen.pain_of_ten.with_number(n))
    };
    let answer_timeout = StoredValue::new_local(None::<Timeout>);
    let answer = move || {
        answer_timeout.set_value(None);
        if let Some(score) = chosen.get_untracked() {
            chosen.set(None);
            rate(app, kind, Some(score));
        }
    };
    // Browsers fire no event when the value stays at 0, where "not rated" starts. Without visible focus, arrow
    // keys are those of a remote control.
    let begins_at_zero = move |key: &str, event: &ev::KeyboardEvent| {
        is_decreasing_key(key) && is_focus_visible(event) && shown_untracked(chosen, score).is_none()
    };
    let key_down = move |event: ev::KeyboardEvent| match event.key().as_str() {
        key if begins_at_zero(key, &event) => chosen.set(Some(0)),
        "Delete" | "Backspace" => {
            chosen.set(None);
            rate(app, kind, None);
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
            aria-label=t.session_screen.pain_questions[kind as usize]
            aria-valuetext=spoken
            prop:value=move || shown().unwrap_or(0).to_string()
            on:keydown=key_down
            on:input=move |event| {
                chosen.set(event_target_value(&event).parse().ok());
                answer_timeout.set_value(Some(Timeout::new(ARROW_KEY_ANSWER_DELAY_MS, answer)));
            }
            on:blur=move |_| answer()
        />
    }
}

fn is_focus_visible(event: &ev::KeyboardEvent) -> bool {
    event_target::<Element>(event).matches(":focus-visible").unwrap_or(false)
}

fn shown_untracked(chosen: RwSignal<Option<u8>>, score: Memo<Option<u8>>) -> Option<u8> {
    chosen.get_untracked().or_else(|| score.get_untracked())
}

fn rate(app: AppContext, kind: PainKind, score: Option<u8>) {
    let pain = score.and_then(Pain::new);
    app.dispatch(match kind {
        PainKind::AtPress => Event::HoldPainRated(pain),
        PainKind::AtEase => Event::PainAtEaseRated(pain),
    });
}
