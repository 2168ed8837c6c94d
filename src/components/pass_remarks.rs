//! Remarks about one leg of a session, below its holds: how it ended, and what felt wrong while rolling.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    domain::{
        hold::StopReason,
        session::{Pass, PassEnd},
    },
    i18n::formats,
};

/// The remarks, in the summary of a session and in the history. Reasons that were given while rolling belong to
/// the pass.
#[component]
pub fn PassRemarks(
    /// The pass of the leg.
    pass: Pass,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let history_text = &t.history;
    let Pass { end, felt_wrong, .. } = pass;
    let phrase = |reason: Option<StopReason>| {
        reason.and_then(|reason| t.session_screen.reason(reason)).unwrap_or(history_text.no_reason).to_owned()
    };
    let felt_wrong = (!felt_wrong.is_empty()).then(|| {
        let reasons: Vec<String> = felt_wrong.into_iter().map(phrase).collect();
        history_text.felt_wrong_rolling.with_text(&formats::current().list(&reasons))
    });
    let class = match end {
        Some(PassEnd::Bottom | PassEnd::Knee) | None => "pass-end",
        Some(PassEnd::Stopped | PassEnd::Interrupted) => "pass-end is-cut-short",
    };
    view! {
        {felt_wrong.map(|words| view! { <p class="pass-end is-cut-short">{words}</p> })}
        {end.map(|end| view! { <p class=class>{history_text.pass_end(end)}</p> })}
    }
}
