//! The sound check: plays the sounds of a session, and gives advice if nothing can be heard.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, use_app},
    components::live_region::distinct_announcement,
    i18n::Text,
};

/// The state of the check.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The sounds were played this many times, and the person is asked.
    Asked(u32),
    /// The person heard them.
    Audible,
    /// The person heard nothing.
    Inaudible,
}

const ADVICE: [fn(&'static Text) -> &'static str; 4] = [
    |t| t.sound.not_heard_tips[0],
    |t| t.sound.not_heard_tips[1],
    |t| t.sound.not_heard_tips[2],
    |t| t.sound.not_heard_tips[3],
];

/// The button, then the question and the response to its answer.
#[component]
pub fn SoundCheck() -> impl IntoView {
    let app = use_app();
    let (outcome, set_outcome) = signal(None::<Outcome>);
    let shown = Memo::new(move |_| outcome.get());
    let checks = StoredValue::new(0_u32);
    let check = move |_| {
        app.request(AppRequest::PlaySoundCheck);
        checks.update_value(|checks| *checks = checks.wrapping_add(1));
        set_outcome.set(Some(Outcome::Asked(checks.get_value())));
    };
    let advice = move || ADVICE.map(|advice| view! { <li>{app.phrase(advice)}</li> }).collect_view();
    view! {
        <div class="sound-check">
            <button type="button" on:click=check>{app.phrase(|t| t.sound.sound_check)}</button>
            // The status region is always present, so that screen readers announce its changes.
            <div class="sound-answer" role="status" translate="no">
                {move || match shown.get() {
                    None => ().into_any(),
                    Some(Outcome::Asked(number)) => view! { <SoundQuestion number set_outcome/> }.into_any(),
                    Some(Outcome::Audible) => view! { <p>{app.phrase(|t| t.sound.heard_yes)}</p> }.into_any(),
                    Some(Outcome::Inaudible) => view! { <ul>{advice()}</ul> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// Asks whether the person heard something.
#[component]
fn SoundQuestion(
    /// The number of this check, from 1.
    number: u32,
    /// Sets the outcome of the check.
    set_outcome: WriteSignal<Option<Outcome>>,
) -> impl IntoView {
    let app = use_app();
    view! {
        <p>{move || distinct_announcement(number, app.text.get().sound.heard_question)}</p>
        <button type="button" on:click=move |_| set_outcome.set(Some(Outcome::Audible))>
            {app.phrase(|t| t.sound.heard_answers[0])}
        </button>
        <button type="button" on:click=move |_| set_outcome.set(Some(Outcome::Inaudible))>
            {app.phrase(|t| t.sound.heard_answers[1])}
        </button>
    }
}
