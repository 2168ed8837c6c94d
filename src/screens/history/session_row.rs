//! A row of the list: an expandable session, or a note that it was deleted or is from a newer version.

use std::sync::Arc;

use leptos::{
    html::{Button, Details, Summary},
    prelude::*,
};

use super::{
    save_status::save_status, session_details::SessionDetails, session_list::SessionListState,
    two_columns::has_two_columns,
};
use crate::{
    app::context::use_app,
    domain::{
        Event,
        history::{History, RevisionBody, SaveStatus},
        history_list::{SessionOutcome, session_outcome},
        leg::Leg,
        session::{Pass, Session, SessionId},
        time::Moment,
    },
    i18n::{
        date, formats,
        history::{format_duration, utc_offset},
    },
};

/// What a row shows.
#[derive(Clone, Copy, PartialEq)]
enum RowState {
    /// The session, expandable.
    Listed,
    /// A note that it was deleted, with Undo.
    Deleted,
    /// A note that a newer version of the app recorded it.
    Newer,
    /// Nothing.
    Absent,
}

impl RowState {
    fn of(history: &History, id: SessionId) -> Self {
        match history.get(id).map(|entry| (&entry.body, &entry.newest_full)) {
            Some((RevisionBody::Full(_), _)) => Self::Listed,
            Some((RevisionBody::Newer(_), _)) => Self::Newer,
            Some((RevisionBody::Deleted(_), Some(_))) => Self::Deleted,
            Some((RevisionBody::Deleted(_), None)) | None => Self::Absent,
        }
    }
}

/// The session, even if it is deleted.
fn session_of(history: &History, id: SessionId) -> Option<&Arc<Session>> {
    let entry = history.get(id)?;
    match &entry.body {
        RevisionBody::Full(session) => Some(session),
        RevisionBody::Deleted(_) | RevisionBody::Newer(_) => {
            entry.newest_full.as_ref().map(|(_, session)| session)
        }
    }
}

/// One session of the list.
#[component]
pub fn SessionRow(
    /// The list.
    list: SessionListState,
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    // A correction does not change the state, so the row stays expanded.
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

/// An expandable row. The details are rendered when it is first expanded.
#[component]
fn ListedSession(
    /// The list.
    list: SessionListState,
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let is_initially_open = untrack(|| list.is_selected(id));
    let was_opened = RwSignal::new(is_initially_open);
    let day = date::day(start_of(id).local_ms());
    let time = start_time(list, id);
    let row_summary = Memo::new(move |_| app.history.with(|history| RowSummary::of(history, id)));
    let not_saved = move || match app.history.with(|history| save_status(history, id)) {
        SaveStatus::InOneStore => Some(t.save_status.saved_in_one_store),
        SaveStatus::NotSaved => Some(t.save_status.not_saved),
        SaveStatus::Pending | SaveStatus::InBothStores => None,
    };
    let row = NodeRef::<Details>::new();
    // With two columns exactly one session is expanded; with one column there may be several.
    Effect::new(move |_| {
        let is_selected = list.is_selected(id);
        if let Some(row) = row.get()
            && (is_selected || has_two_columns(&row))
        {
            row.set_open(is_selected);
        }
    });
    let summary = NodeRef::<Summary>::new();
    Effect::new(move |_| {
        if let Some(summary) = summary.get()
            && (list.take_focus_request(id) || list.take_kept_focus(id))
        {
            summary.focus().ok();
        }
    });
    let title = {
        let day = day.clone();
        move || formats::join_facts(&[&day, &time.get_untracked()])
    };
    let delete = move || {
        list.keep_focus(id);
        app.dispatch(Event::SessionDeleted(id));
    };
    view! {
        <details
            class="session-row"
            class:is-selected=move || list.is_selected(id)
            open=is_initially_open
            node_ref=row
            on:toggle:target=move |event| {
                // The `toggle` event is asynchronous; the row may have been removed.
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
                    // With two columns the selected session cannot be collapsed.
                    let is_open = row.get_untracked().is_some_and(|row| row.open());
                    if is_open && untrack(|| list.is_selected(id)) && has_two_columns(&event.target()) {
                        event.prevent_default();
                    }
                }
            >
                <span class="session-date" id=title_id(id)>
                    <b>{day}</b>
                    " "
                    <span>{move || time.get()}</span>
                </span>
                {move || row_summary.get().map(|summary| view! { <RowSummaryView summary/> })}
                {move || not_saved().map(|words| view! { <span class="session-flag is-caution">{words}</span> })}
            </summary>
            {move || was_opened.get().then(|| view! {
                <SessionDetails id title=title() labelled_by=title_id(id) on_delete=delete/>
            })}
        </details>
    }
}

/// The id of the element that names a session.
fn title_id(id: SessionId) -> String {
    ["session-", id.as_str()].concat()
}

/// What the collapsed row shows besides the date.
#[derive(Clone, PartialEq)]
struct RowSummary {
    passes: Vec<Pass>,
    outcome: SessionOutcome,
}

impl RowSummary {
    fn of(history: &History, id: SessionId) -> Option<Self> {
        let session = session_of(history, id)?;
        Some(Self { passes: session.passes.clone(), outcome: session_outcome(session) })
    }
}

/// A column for each leg, and the outcome of the session.
#[component]
fn RowSummaryView(
    /// What to show.
    summary: RowSummary,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let RowSummary { passes, outcome } = summary;
    let leg = |leg: Leg| {
        let index = passes.iter().position(|pass| pass.leg == leg);
        let time = index.map_or_else(
            || t.history.trends.no_value.to_owned(),
            |index| format_duration(passes[index].active_ms),
        );
        let first = (passes.len() > 1 && index == Some(0)).then_some(t.history.rolled_first);
        view! {
            <span class="session-leg">
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
        <span class="session-outline">
            {Leg::BOTH.map(leg).collect_view()}
            " "
            <span>{t.history.outcome(outcome)}</span>
        </span>
    }
}

/// The row of a session that was deleted recently.
#[component]
fn DeletedSession(
    /// The list.
    list: SessionListState,
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
            && list.take_kept_focus(id)
        {
            undo.focus().ok();
        }
    });
    let undelete = move |_| {
        list.keep_focus(id);
        app.dispatch(Event::SessionUndeleted(id));
    };
    view! {
        <div class="session-row-notice">
            <p>{move || t.history.session_deleted.with_text(&formats::join_facts(&[&day, &time.get()]))}</p>
            <button node_ref=undo type="button" on:click=undelete>{t.leg.undo}</button>
        </div>
    }
}

/// The row of a session that a newer version of the app recorded.
#[component]
fn NewerSession(
    /// The session.
    id: SessionId,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let start = app.history.with_untracked(|history| match &history.get(id)?.body {
        RevisionBody::Newer(newer) => newer.start,
        RevisionBody::Full(_) | RevisionBody::Deleted(_) => None,
    });
    let date = start.map(|(unix_ms, utc_offset_min)| {
        let start = Moment { unix_ms, utc_offset_min }.local_ms();
        formats::join_facts(&[date::day(start), date::time(start)])
    });
    view! {
        <div class="session-row-notice">
            <p>{date.map(|date| date + ": ")}{t.history.newer_version}</p>
        </div>
    }
}

/// The start of the session, which is the same in every revision.
fn start_of(id: SessionId) -> Moment {
    let start = |s: &Arc<Session>| Moment { unix_ms: s.start_unix_ms, utc_offset_min: s.utc_offset_min };
    let start = use_app().history.with_untracked(|history| session_of(history, id).map(start));
    start.unwrap_or(Moment { unix_ms: 0, utc_offset_min: 0 })
}

/// The start time, with the UTC offset if listed sessions have different offsets.
fn start_time(list: SessionListState, id: SessionId) -> Memo<String> {
    let start = start_of(id);
    Memo::new(move |_| {
        let time = date::time(start.local_ms());
        if list.shows_utc_offset(id) {
            [&time, " ", &utc_offset(start.utc_offset_min)].concat()
        } else {
            time
        }
    })
}
