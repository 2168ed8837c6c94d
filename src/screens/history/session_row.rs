//! One session: a row that opens, or the line that says it was deleted.

use std::sync::Arc;

use leptos::{
    html::{Button, Details, Summary},
    prelude::*,
};

use super::{
    save_status::save_status, session_details::SessionDetails, session_list::SessionList, wide::is_wide,
};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        history::{Body, History, SaveStatus},
        history_list::{Outcome, outcome},
        leg::Leg,
        session::{Pass, Session, SessionId},
        time::Moment,
    },
    i18n::{
        date, formats,
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
    view! {
        <li>
            {move || match state.get() {
                RowState::Listed => view! { <ListedSession list id/> }.into_any(),
                RowState::Newer => view! { <NewerSession id/> }.into_any(),
                RowState::Deleted => view! { <DeletedSession list id/> }.into_any(),
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
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let begins_open = untrack(|| list.is_selected(id));
    let was_opened = RwSignal::new(begins_open);
    let day = date::day(start_of(id).local_ms());
    let time = start_time(list, id);
    let outline = Memo::new(move |_| app.history.with(|history| Outline::of(history, id)));
    let not_saved = move || match app.history.with(|history| save_status(history, id)) {
        SaveStatus::One => Some(t.save_status.one),
        SaveStatus::Nowhere => Some(t.save_status.nowhere),
        SaveStatus::Pending | SaveStatus::Both => None,
    };
    let row = NodeRef::<Details>::new();
    // Beside the list one session is open; below their lines there may be several.
    Effect::new(move |_| {
        let is_selected = list.is_selected(id);
        if let Some(row) = row.get()
            && (is_selected || is_wide(&row))
        {
            row.set_open(is_selected);
        }
    });
    let summary = NodeRef::<Summary>::new();
    Effect::new(move |_| {
        if let Some(summary) = summary.get()
            && (list.takes_focus(id) || list.keeps_focus(id))
        {
            summary.focus().ok();
        }
    });
    let title = {
        let day = day.clone();
        move || formats::facts(&[&day, &time.get_untracked()])
    };
    let delete = move || {
        list.keep_focus(id);
        app.dispatch(Event::Deleted(id));
    };
    view! {
        <details
            class="sitting"
            class:is-selected=move || list.is_selected(id)
            open=begins_open
            node_ref=row
            on:toggle:target=move |event| {
                // The event comes a while later, perhaps to a row that is gone.
                if was_opened.is_disposed() || !event.target().open() {
                    return;
                }
                was_opened.set(true);
                if list.selected.get_untracked() != Some(id) {
                    list.selected.set(Some(id));
                }
            }
        >
            <summary
                node_ref=summary
                on:click:target=move |event| {
                    // Beside the list something is always open.
                    let is_open = row.get_untracked().is_some_and(|row| row.open());
                    if is_open && untrack(|| list.is_selected(id)) && is_wide(&event.target()) {
                        event.prevent_default();
                    }
                }
            >
                <span class="sitting-when" id=title_id(id)>
                    <b>{day}</b>
                    " "
                    <span>{move || time.get()}</span>
                </span>
                {move || outline.get().map(|outline| view! { <OutlineWords outline/> })}
                {move || not_saved().map(|words| view! { <span class="sitting-flag is-caution">{words}</span> })}
            </summary>
            {move || was_opened.get().then(|| view! {
                <SessionDetails id title=title() labelled_by=title_id(id) on_delete=delete/>
            })}
        </details>
    }
}

/// The id of the words that name a session.
fn title_id(id: SessionId) -> String {
    ["session-", id.as_str()].concat()
}

/// What the closed row tells of a session besides its date.
#[derive(Clone, PartialEq)]
struct Outline {
    passes: Vec<Pass>,
    outcome: Outcome,
}

impl Outline {
    fn of(history: &History, id: SessionId) -> Option<Self> {
        let session = session_of(history, id)?;
        Some(Self { passes: session.passes.clone(), outcome: outcome(session) })
    }
}

/// Both legs in columns of their own, and how the session came out.
#[component]
fn OutlineWords(
    /// What there is to tell.
    outline: Outline,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let Outline { passes, outcome } = outline;
    let leg = |leg: Leg| {
        let index = passes.iter().position(|pass| pass.leg == leg);
        let time =
            index.map_or_else(|| t.history.weeks.none.to_owned(), |index| span(passes[index].active_ms));
        let first = (passes.len() > 1 && index == Some(0)).then_some(t.history.first);
        view! {
            <span class="sitting-leg">
                <span>
                    {t.history.sides[leg.index()]}
                    {first.map(|words| view! { " " <i>{words}</i> })}
                </span>
                " "
                <b>{time}</b>
            </span>
        }
    };
    view! {
        <span class="sitting-line">
            {Leg::BOTH.map(leg).collect_view()}
            " "
            <span>{t.history.outcome(outcome)}</span>
        </span>
    }
}

/// The line of a session that was deleted not long ago.
#[component]
fn DeletedSession(
    /// The list.
    list: SessionList,
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let day = date::day(start_of(id).local_ms());
    let time = start_time(list, id);
    let undo = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if let Some(undo) = undo.get()
            && list.keeps_focus(id)
        {
            undo.focus().ok();
        }
    });
    let bring_back = move |_| {
        list.keep_focus(id);
        app.dispatch(Event::BroughtBack(id));
    };
    view! {
        <div class="gone">
            <p>{move || t.history.deleted.words(&formats::facts(&[&day, &time.get()]))}</p>
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
        formats::facts(&[date::day(start), date::time(start)])
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
fn start_time(list: SessionList, id: SessionId) -> Memo<String> {
    let start = start_of(id);
    Memo::new(move |_| {
        let time = date::time(start.local_ms());
        if list.names_offset(id) { [&time, " ", &utc_offset(start.utc_offset_min)].concat() } else { time }
    })
}
