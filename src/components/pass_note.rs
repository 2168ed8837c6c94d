//! What else is to be said of one leg of a session, below its holds: how it ended, and what felt wrong while it was rolled.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        hold::Reason,
        session::{Pass, PassEnd},
    },
    i18n::formats,
};

/// The note, in the summary of a session and in the history. A reason that the pass keeps belongs here.
#[component]
pub fn PassNote(
    /// The leg.
    pass: Pass,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let h = &t.history;
    let Pass { end, felt_wrong, .. } = pass;
    let reason = |given: Option<Reason>| match given {
        Some(Reason::Sharp) => t.session_screen.reasons[0],
        Some(Reason::Numb) => t.session_screen.reasons[1],
        Some(Reason::Tingling) => t.session_screen.reasons[2],
        Some(Reason::Other) => t.session_screen.reasons[3],
        Some(Reason::StopButton) | None => h.no_reason,
    };
    let felt_wrong = (!felt_wrong.is_empty()).then(|| {
        let reasons: Vec<String> = felt_wrong.into_iter().map(|given| reason(given).to_owned()).collect();
        h.felt_wrong.words(&formats::current().list(&reasons))
    });
    let class = match end {
        Some(PassEnd::Bottom | PassEnd::Knee) | None => "way-end",
        Some(PassEnd::Stopped | PassEnd::Interrupted) => "way-end is-cut-short",
    };
    view! {
        {felt_wrong.map(|words| view! { <p class="way-end is-cut-short">{words}</p> })}
        {end.map(|end| view! { <p class=class>{h.pass_end(end)}</p> })}
    }
}
