//! The results of a session per leg, with corrections.

use leptos::prelude::*;

use super::{hold_editor::HoldEditor, pass_remarks::PassRemarks, session_questions::SessionQuestions};
use crate::{
    app::context::{AppRequest, FilesRequest, use_app},
    domain::{
        Event,
        event::Edit,
        history::History,
        leg::Leg,
        session::{Session, SessionId},
        spot::PositionSource,
    },
    i18n::history::format_duration,
};

/// The legs of the session, the question about estimated places, and the questions about the session.
#[component]
pub fn LegResults(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    // The first session is data worth protecting: ask the browser for persistent storage. Only once, because
    // some browsers prompt the person.
    if app.history.with_untracked(|history| history.entries().count()) == 1 {
        app.request(AppRequest::Files(FilesRequest::RequestPersistence));
    }
    // The set of holds never changes, so corrections keep the elements.
    let passes = app.history.with_untracked(|history| history.session(id).map(|s| holds_by_pass(s)));
    let passes = passes.unwrap_or_default().into_iter().enumerate();
    let asks_places = Memo::new(move |_| app.history.with(|history| has_guessed_place(history, id)));
    view! {
        <div>
            <div class="summary-legs">
                {passes.map(|(pass, holds)| view! { <LegResult id pass holds/> }).collect_view()}
            </div>
            {move || asks_places.get().then(|| view! { <PlacesQuestion id/> })}
            <SessionQuestions id/>
        </div>
    }
}

/// The indices of the holds of each pass.
fn holds_by_pass(session: &Session) -> Vec<Vec<usize>> {
    let of_pass = |pass: usize| {
        let holds = session.holds.iter().enumerate();
        holds.filter(|(_, hold)| usize::from(hold.pass) == pass).map(|(index, _)| index).collect()
    };
    (0..session.passes.len()).map(of_pass).collect()
}

/// One leg: its time beside the previous one, and its holds.
#[component]
fn LegResult(
    /// The session.
    id: SessionId,
    /// The index of the pass in the session.
    pass: usize,
    /// The indices of its holds in the session.
    holds: Vec<usize>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let times = move || {
        app.history.with(|history| {
            let session = history.session(id)?;
            let pass = session.passes.get(pass)?;
            Some((pass.leg, pass.active_ms, last_time_ms(history, session, pass.leg)))
        })
    };
    let stored = move || app.history.with(|history| history.session(id)?.passes.get(pass).cloned());
    let heading = move || {
        times().map(|(leg, active_ms, last_ms)| {
            let last = last_ms.map(|ms| t.session_screen.summary.last_time.with_text(&format_duration(ms)));
            view! {
                <h2>
                    {[t.shell.left_leg, t.shell.right_leg][leg.index()]}
                    " "
                    <span>{format_duration(active_ms)}</span>
                </h2>
                {last.map(|words| view! { <p class="secondary-text">{words}</p> })}
            }
        })
    };
    let is_empty = holds.is_empty();
    let holds = holds.into_iter().zip(1..);
    view! {
        <section class="pass">
            {heading}
            {is_empty.then(|| view! { <p class="secondary-text">{t.hold.no_holds}</p> })}
            <ol class="hold-list">
                {holds.map(|(index, number)| view! { <HoldEditor id index number/> }).collect_view()}
            </ol>
            {move || stored().map(|pass| view! { <PassRemarks pass/> })}
        </section>
    }
}

/// The time of the same leg in the previous session, milliseconds.
fn last_time_ms(history: &History, session: &Session, leg: Leg) -> Option<u32> {
    let earlier = |s: &&Session| s.id != session.id && s.start_unix_ms < session.start_unix_ms;
    history
        .sessions()
        .map(|s| &**s)
        .filter(earlier)
        .filter_map(|s| Some((s.start_unix_ms, s.passes.iter().find(|p| p.leg == leg)?.active_ms)))
        .max()
        .map(|(_, active_ms)| active_ms)
}

/// Whether the position of a hold was estimated by the pacer.
fn has_guessed_place(history: &History, id: SessionId) -> bool {
    history
        .session(id)
        .is_some_and(|s| s.holds.iter().any(|hold| hold.position_source == PositionSource::Estimated))
}

/// Asks whether the estimated positions are right: until confirmed they are not part of tracks.
#[component]
fn PlacesQuestion(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().session_screen.summary;
    view! {
        <div class="places-question">
            <p>{t.places_estimated}</p>
            <button type="button" on:click=move |_| app.dispatch(Event::SessionEdited(id, Edit::PositionsConfirmed))>
                {t.places_right}
            </button>
        </div>
    }
}
