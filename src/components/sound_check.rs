//! The sound check: it plays what a session sounds like, and says what to do when nothing can be heard.

use leptos::prelude::*;

use crate::{
    app::context::{AppRequest, use_app},
    components::live_region::told_again,
    i18n::Text,
};

/// How far the check is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// The sounds were played for this time, and the person is asked.
    Asked(u32),
    /// The person heard them.
    Audible,
    /// The person heard nothing.
    Inaudible,
}

const ADVICE: [fn(&'static Text) -> &'static str; 4] =
    [|t| t.sound.not_heard[0], |t| t.sound.not_heard[1], |t| t.sound.not_heard[2], |t| t.sound.not_heard[3]];

/// The button, and once it was pressed the question and what follows from its answer.
#[component]
pub fn SoundCheck() -> impl IntoView {
    let app = use_app();
    let (outcome, set_outcome) = signal(None::<Outcome>);
    let shown = Memo::new(move |_| outcome.get());
    let checks = StoredValue::new(0_u32);
    let check = move |_| {
        app.request(AppRequest::SoundCheck);
        checks.update_value(|checks| *checks = checks.wrapping_add(1));
        set_outcome.set(Some(Outcome::Asked(checks.get_value())));
    };
    let advice = move || ADVICE.map(|advice| view! { <li>{app.phrase(advice)}</li> }).collect_view();
    view! {
        <div class="sound-check">
            <button type="button" on:click=check>{app.phrase(|t| t.sound.check)}</button>
            // The place is always there, so that a screen reader announces what comes into it.
            <div class="sound-answer" role="status" translate="no">
                {move || match shown.get() {
                    None => ().into_any(),
                    Some(Outcome::Asked(number)) => view! { <SoundQuestion number set_outcome/> }.into_any(),
                    Some(Outcome::Audible) => view! { <p>{app.phrase(|t| t.sound.heard)}</p> }.into_any(),
                    Some(Outcome::Inaudible) => view! { <ul>{advice()}</ul> }.into_any(),
                }}
            </div>
        </div>
    }
}

/// Whether the person heard something.
#[component]
fn SoundQuestion(number: u32, set_outcome: WriteSignal<Option<Outcome>>) -> impl IntoView {
    let app = use_app();
    view! {
        <p>{move || told_again(number, app.text.get().sound.heard_ask)}</p>
        <button type="button" on:click=move |_| set_outcome.set(Some(Outcome::Audible))>
            {app.phrase(|t| t.sound.answers[0])}
        </button>
        <button type="button" on:click=move |_| set_outcome.set(Some(Outcome::Inaudible))>
            {app.phrase(|t| t.sound.answers[1])}
        </button>
    }
}
