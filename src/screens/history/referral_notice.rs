//! The advice to see a clinician, with its reasons from the history. It is shown until the person has read it.

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
        referral::{Referral, referrals},
    },
    i18n::Text,
};

/// The notice, if there are unread reasons. The outer element is always present.
#[component]
pub fn ReferralNotice() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let words = &t.history.trends.referral;
    // A memo, so that the whole history is evaluated only when this value changes, not every minute.
    let read_at =
        Memo::new(move |_| app.meta.with(|meta| meta.as_of(app.now.get().unix_ms).referral_read_unix_ms));
    let unread = Memo::new(move |_| {
        let read_at = read_at.get();
        app.today.get();
        let now_unix_ms = app.now.with_untracked(|now| now.unix_ms);
        with_sessions(app, |history| referrals(history, read_at, now_unix_ms))
    });
    let reasons = move || {
        unread.with(|unread| {
            unread.iter().map(|referral| view! { <li>{reason(*referral, t)}</li> }).collect_view()
        })
    };
    view! {
        <div>
            {move || unread.with(|unread| !unread.is_empty()).then(|| view! {
                <section class="referral">
                    <h2>{words.title}</h2>
                    <ul>{reasons()}</ul>
                    <p>{words.see_clinician.text}</p>
                    <button
                        type="button"
                        on:click:target=move |event| {
                            // The button is about to be removed, which would lose the focus.
                            focus_heading(&event.target());
                            app.dispatch(Event::ReferralRead);
                        }
                    >
                        {words.mark_as_read}
                    </button>
                </section>
            })}
        </div>
    }
}

/// A reason in words.
fn reason(referral: Referral, t: &'static Text) -> String {
    let words = &t.history.trends.referral;
    match referral {
        Referral::NotEased(leg, position) => {
            words.not_eased.with_values(&[legs(t)[leg.index()].into(), place(position, t).as_str().into()])
        }
        Referral::Knee => words.knee_no_better.to_owned(),
    }
}
