//! The state of the list of sessions, shared by its rows.

use leptos::prelude::*;

use super::history_access::with_sessions;
use crate::{
    app::context::AppContext,
    domain::{
        history_list::{
            DELETED_SESSION_LISTED_MS, HistoryList, SessionFilter, count_started_after, history_list,
        },
        session::SessionId,
    },
};

/// How many sessions are shown at first, and how many more with each "Show more".
const PAGE_SIZE: usize = 30;

/// The state of the list. It lives as long as the screen is mounted.
#[derive(Clone, Copy)]
pub struct SessionListState {
    /// The current filter. Set by [`SessionListState::set_filter`].
    pub filter: RwSignal<SessionFilter>,
    /// The listed sessions. Recomputed only if the history, the day, the filter or the number of rows changes.
    pub listing: Memo<HistoryList>,
    /// The number of sessions, regardless of the filter.
    pub total: Memo<usize>,
    shown: RwSignal<usize>,
    /// The row that takes the focus when it is rendered: the first one that "Show more" adds.
    focus_when_shown: StoredValue<Option<SessionId>>,
    /// The row that was expanded last; at first the newest session. On wide screens only this session is shown, beside
    /// the list.
    pub selected: RwSignal<Option<SessionId>>,
    /// The row that keeps the focus when it is rendered again, because its session was deleted or restored there.
    focus_kept_by: StoredValue<Option<SessionId>>,
}

impl SessionListState {
    /// The newest sessions, unfiltered.
    pub fn new(app: AppContext) -> Self {
        let filter = RwSignal::new(SessionFilter::default());
        let shown = RwSignal::new(PAGE_SIZE);
        let listing = Memo::new(move |_| {
            app.today.get();
            let since_unix_ms = app.now.with_untracked(|now| now.unix_ms) - DELETED_SESSION_LISTED_MS;
            with_sessions(app, |history| history_list(history, filter.get(), since_unix_ms, shown.get()))
        });
        let total = Memo::new(move |_| with_sessions(app, |history| count_started_after(history, i64::MIN)));
        let newest = listing.with_untracked(newest);
        Self {
            filter,
            listing,
            total,
            shown,
            focus_when_shown: StoredValue::new(None),
            selected: RwSignal::new(newest),
            focus_kept_by: StoredValue::new(None),
        }
    }

    /// The months, newest first: the number of the month and a moment in it in local milliseconds. Tracked.
    pub fn months(self) -> Vec<(i64, i64)> {
        self.listing.with(|listing| listing.months.iter().map(|m| (m.number, m.local_ms)).collect())
    }

    /// The sessions of a month, newest first. Tracked.
    pub fn sessions_of(self, month: i64) -> Vec<SessionId> {
        self.listing.with(|listing| {
            let month = listing.months.iter().find(|m| m.number == month);
            month.map(|month| month.sessions.clone()).unwrap_or_default()
        })
    }

    /// Whether the row of this session shows its UTC offset. Tracked.
    pub fn shows_utc_offset(self, id: SessionId) -> bool {
        self.listing.with(|listing| listing.sessions_showing_offset.binary_search(&id).is_ok())
    }

    /// Whether no session matches the filter. Tracked.
    pub fn is_empty(self) -> bool {
        self.listing.with(|listing| listing.months.is_empty())
    }

    /// Whether there are no sessions at all. Tracked.
    pub fn has_no_sessions(self) -> bool {
        self.filter.get() == SessionFilter::default() && self.is_empty()
    }

    /// Shows more, older sessions. The first of them will take the focus.
    pub fn show_more(self) {
        let before = self.shown.get_untracked();
        self.shown.set(before + PAGE_SIZE);
        let first = self.listing.with_untracked(|listing| {
            listing.months.iter().flat_map(|month| &month.sessions).nth(before).copied()
        });
        self.focus_when_shown.set_value(first);
    }

    /// Sets the filter and shows the newest matching sessions.
    pub fn set_filter(self, filter: SessionFilter) {
        self.filter.set(filter);
        self.shown.set(PAGE_SIZE);
        // The session shown beside the list must be in the list.
        let listed = |id: &SessionId| {
            self.listing.with_untracked(|listing| listing.months.iter().any(|m| m.sessions.contains(id)))
        };
        if !self.selected.get_untracked().is_some_and(|id| listed(&id)) {
            self.selected.set(self.listing.with_untracked(newest));
        }
    }

    /// Whether the row of this session should take the focus. Removes the request.
    pub fn take_focus_request(self, id: SessionId) -> bool {
        let is_requested = self.focus_when_shown.get_value() == Some(id);
        if is_requested {
            self.focus_when_shown.set_value(None);
        }
        is_requested
    }

    /// Whether this session was expanded last. Tracked.
    pub fn is_selected(self, id: SessionId) -> bool {
        self.selected.get() == Some(id)
    }

    /// Keeps the focus on the row of this session when it is rendered again.
    pub fn keep_focus(self, id: SessionId) {
        self.focus_kept_by.set_value(Some(id));
    }

    /// Whether the row of this session should keep the focus. Removes the request.
    pub fn take_kept_focus(self, id: SessionId) -> bool {
        let is_kept = self.focus_kept_by.get_value() == Some(id);
        if is_kept {
            self.focus_kept_by.set_value(None);
        }
        is_kept
    }
}

/// The newest session of a list.
fn newest(listing: &HistoryList) -> Option<SessionId> {
    listing.months.first()?.sessions.first().copied()
}
