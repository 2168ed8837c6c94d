//! One session: a row that opens, or the line that says it was deleted.

use std::sync::Arc;

use leptos::{
    html::{Button, Summary},
    prelude::*,
};

use super::{save_status::save_status, session_details::SessionDetails, session_list::SessionList};
use crate::{
    app::context::use_app,
    components::date_format,
    domain::{
        Event,
        history::{Body, History, SaveStatus},
        hold::spots,
        session::{Pass, PassEnd, Session, SessionId},
        time::Moment,
    },
    i18n::{
        Text,
        history::{span, utc_offset},
    },
};

/// What a row shows.
#[derive(Clone, Copy, PartialEq)]
enum RowState {
    /// The session.
    Listed,
    /// That it was deleted; it can be brought back.
    Deleted,
    /// That a newer version of the app recorded it.
    Newer,
    /// Nothing.
    Absent,
}

impl RowState {
    fn of(history: &History, id: SessionId) -> Self {
        match history.get(id).map(|entry| (&entry.body, &entry.full)) {
            Some((Body::Full(_), _)) => Self::Listed,
            Some((Body::Newer(_), _)) => Self::Newer,
            Some((Body::Deleted(_), Some(_))) => Self::Deleted,
            Some((Body::Deleted(_), None)) | None => Self::Absent,
        }
    }
}

/// The session, be it deleted or not.
fn session_of(history: &History, id: SessionId) -> Option<&Arc<Session>> {
    let entry = history.get(id)?;
    match &entry.body {
        Body::Full(session) => Some(session),
        Body::Deleted(_) | Body::Newer(_) => entry.full.as_ref().map(|(_, session)| session),
    }
}

/// One session of the list.
#[component]
pub fn SessionRow(
    /// The list.
    list: SessionList,
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    // A correction does not change it, so that the row stays open on it.
    let state = Memo::new(move |_| app.history.with(|history| RowState::of(history, id)));
    // Set by deleting and bringing back here, so that the focus stays where the row is.
    let keeps_focus = StoredValue::new(false);
    view! {
        <li>
            {move || match state.get() {
                RowState::Listed => view! { <ListedSession list id keeps_focus/> }.into_any(),
                RowState::Newer => view! { <NewerSession id/> }.into_any(),
                RowState::Deleted => view! { <DeletedSession list id keeps_focus/> }.into_any(),
                RowState::Absent => ().into_any(),
            }}
        </li>
    }
}

/// The session as one line; its details are made when it is first opened.
#[component]
fn ListedSession(
    /// The list.
    list: SessionList,
    /// The session.
    id: SessionId,
    /// Whether the focus was in the row when it changed.
    keeps_focus: StoredValue<bool>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let begins_open = list.begins_open(id);
    let was_opened = RwSignal::new(begins_open);
    let day = date_format::day(t, start_of(id).local_ms());
    let time = start_time(list, id, t);
    let outline = Memo::new(move |_| app.history.with(|history| Outline::of(history, id)));
    let not_saved = move || match app.history.with(|history| save_status(history, id)) {
        SaveStatus::One => Some(t.kept.one),
        SaveStatus::Nowhere => Some(t.kept.nowhere),
        SaveStatus::Pending | SaveStatus::Both => None,
    };
    let summary = NodeRef::<Summary>::new();
    Effect::new(move |_| {
        if let Some(summary) = summary.get()
            && (list.takes_focus(id) || keeps_focus.get_value())
        {
            summary.focus().ok();
        }
    });
    let delete = move || {
        keeps_focus.set_value(true);
        app.dispatch(Event::Deleted(id));
    };
    view! {
        <details
            class="sitting"
            open=begins_open
            on:toggle=move |_| {
                // The event comes a while later, perhaps to a row that is gone.
                if was_opened.try_get_untracked() == Some(false) {
                    was_opened.set(true);
                }
            }
        >
            <summary node_ref=summary>
                <span class="sitting-when">
                    <b>{day}</b>
                    " "
                    <span>{move || time.get()}</span>
                </span>
                {move || outline.get().map(|outline| view! { <OutlineWords outline/> })}
                {move || not_saved().map(|words| view! { <span class="sitting-flag is-caution">{words}</span> })}
            </summary>
            {move || was_opened.get().then(|| view! { <SessionDetails id on_delete=delete/> })}
        </details>
    }
}

/// What the closed row tells of a session besides its date.
#[derive(Clone, PartialEq)]
struct Outline {
    passes: Vec<Pass>,
    spots: usize,
}

impl Outline {
    fn of(history: &History, id: SessionId) -> Option<Self> {
        let session = session_of(history, id)?;
        Some(Self { passes: session.passes.clone(), spots: spots(&session.holds) })
    }
}

/// The legs, how many spots were held, and whether the session went to the end.
#[component]
fn OutlineWords(
    /// What there is to tell.
    outline: Outline,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    let ended = |end| outline.passes.iter().any(|pass| pass.end == Some(end));
    let flag = if ended(PassEnd::Interrupted) {
        Some(t.interrupted)
    } else {
        ended(PassEnd::Stopped).then_some(t.stopped)
    };
    let leg = |pass: &Pass| {
        view! {
            <span>
                {t.sides[pass.leg.index()]}
                " "
                {span(pass.active_ms)}
            </span>
        }
    };
    view! {
        <span class="sitting-legs">
            {outline.passes.iter().map(leg).collect_view()}
            " "
            <span>{t.spots_held(outline.spots)}</span>
        </span>
        {flag.map(|words| view! { <span class="sitting-flag">{words}</span> })}
    }
}

/// The line of a session that was deleted not long ago.
#[component]
fn DeletedSession(
    /// The list.
    list: SessionList,
    /// The session.
    id: SessionId,
    /// Whether the focus was in the row when it changed.
    keeps_focus: StoredValue<bool>,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let day = date_format::day(t, start_of(id).local_ms());
    let time = start_time(list, id, t);
    let undo = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if let Some(undo) = undo.get()
            && keeps_focus.get_value()
        {
            undo.focus().ok();
        }
    });
    let bring_back = move |_| {
        keeps_focus.set_value(true);
        app.dispatch(Event::BroughtBack(id));
    };
    view! {
        <div class="gone">
            <p>{move || t.history.deleted.words(&[&day, ", ", &time.get()].concat())}</p>
            <button node_ref=undo type="button" on:click=bring_back>{t.leg.undo}</button>
        </div>
    }
}

/// The line of a session that a newer version of the app recorded.
#[component]
fn NewerSession(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let start = app.history.with_untracked(|history| match &history.get(id)?.body {
        Body::Newer(newer) => newer.start,
        Body::Full(_) | Body::Deleted(_) => None,
    });
    let date = start.map(|(unix_ms, utc_offset_min)| {
        let start = Moment { unix_ms, utc_offset_min }.local_ms();
        [date_format::day(t, start), date_format::time(t, start)].join(", ")
    });
    view! {
        <div class="gone">
            <p>{date.map(|date| date + ": ")}{t.history.newer}</p>
        </div>
    }
}

/// When the session began. It stays the same in every revision.
fn start_of(id: SessionId) -> Moment {
    let start = |s: &Arc<Session>| Moment { unix_ms: s.start_unix_ms, utc_offset_min: s.utc_offset_min };
    let start = use_app().history.with_untracked(|history| session_of(history, id).map(start));
    start.unwrap_or(Moment { unix_ms: 0, utc_offset_min: 0 })
}

/// Hour and minute of the start, with the offset where another session that is listed makes it ambiguous.
fn start_time(list: SessionList, id: SessionId, t: &'static Text) -> Memo<String> {
    let start = start_of(id);
    Memo::new(move |_| {
        let time = date_format::time(t, start.local_ms());
        if list.names_offset(id) { [&time, " ", &utc_offset(start.utc_offset_min)].concat() } else { time }
    })
}
