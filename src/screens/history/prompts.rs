//! What in the history asks for a clinician's look. It is said until it was read, and then not again.

use leptos::prelude::*;

use super::{
    heading_focus::focus_heading,
    history_access::with_sessions,
    trend_section::{legs, place},
};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        referral::{Prompt, prompts},
    },
    i18n::Text,
};

/// The place of the prompts, and the prompts when there are any.
#[component]
pub fn Prompts() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.weeks.referral;
    // Only another answer has the whole history looked at again, not every minute.
    let read_at =
        Memo::new(move |_| app.meta.with(|meta| meta.as_of(app.now.get().unix_ms).prompts_read_unix_ms));
    let unread = Memo::new(move |_| {
        let read_at = read_at.get();
        app.today.get();
        let now_unix_ms = app.now.with_untracked(|now| now.unix_ms);
        with_sessions(app, |history| prompts(history, read_at, now_unix_ms))
    });
    let reasons = move || {
        unread
            .with(|unread| unread.iter().map(|prompt| view! { <li>{reason(*prompt, t)}</li> }).collect_view())
    };
    view! {
        <div>
            {move || unread.with(|unread| !unread.is_empty()).then(|| view! {
                <section class="prompt">
                    <h2>{words.title}</h2>
                    <ul>{reasons()}</ul>
                    <p>{words.see.text}</p>
                    <button
                        type="button"
                        on:click:target=move |event| {
                            // The button goes away now, and would take the focus with it.
                            focus_heading(&event.target());
                            app.dispatch(Event::PromptsRead);
                        }
                    >
                        {words.read}
                    </button>
                </section>
            })}
        </div>
    }
}

/// A prompt in words.
fn reason(prompt: Prompt, t: &'static Text) -> String {
    let words = &t.history.weeks.referral;
    match prompt {
        Prompt::NotEased(leg, position) => {
            words.not_eased.with(&[legs(t)[leg.index()].into(), place(position, t).as_str().into()])
        }
        Prompt::Knee => words.knee.to_owned(),
    }
}
