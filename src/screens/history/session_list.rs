//! Which sessions are listed, and what the rows of the list share.

use leptos::prelude::*;

use super::history_access::with_sessions;
use crate::{
    app::context::AppContext,
    domain::{
        history_list::{DELETED_STAYS_MS, Filter, Listing, begun_after, listing},
        session::SessionId,
    },
};

/// How many sessions are shown at first, and how many more each time.
const PAGE: usize = 30;

/// The list, for as long as the screen is shown.
#[derive(Clone, Copy)]
pub struct SessionList {
    /// Which sessions are shown. Written by [`SessionList::choose`].
    pub filter: RwSignal<Filter>,
    /// What is listed, made anew only when the history, the day, the filter or the number of rows has changed.
    pub listing: Memo<Listing>,
    /// How many sessions there are, whatever the filter.
    pub total: Memo<usize>,
    shown: RwSignal<usize>,
    /// The row that takes the focus when it appears: the first one that "Show more" brought.
    awaits_focus: StoredValue<Option<SessionId>>,
    /// The row that is open, the one opened last where several are: from the start the newest, since what one did last
    /// time is what one comes for. Beside the list only this one is shown.
    pub selected: RwSignal<Option<SessionId>>,
    /// The row that takes the focus when it changes: the session was deleted or brought back from there.
    keeps_focus: StoredValue<Option<SessionId>>,
}

impl SessionList {
    /// The newest sessions, unfiltered.
    pub fn new(app: AppContext) -> Self {
        let filter = RwSignal::new(Filter::default());
        let shown = RwSignal::new(PAGE);
        let listing = Memo::new(move |_| {
            app.today.get();
            let since_unix_ms = app.now.with_untracked(|now| now.unix_ms) - DELETED_STAYS_MS;
            with_sessions(app, |history| listing(history, filter.get(), since_unix_ms, shown.get()))
        });
        let total = Memo::new(move |_| with_sessions(app, |history| begun_after(history, i64::MIN)));
        let newest = listing.with_untracked(newest);
        Self {
            filter,
            listing,
            total,
            shown,
            awaits_focus: StoredValue::new(None),
            selected: RwSignal::new(newest),
            keeps_focus: StoredValue::new(None),
        }
    }

    /// The months with a moment in each, in local milliseconds, newest first. Tracked.
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

    /// Whether the row of this session names its offset from UTC. Tracked.
    pub fn names_offset(self, id: SessionId) -> bool {
        self.listing.with(|listing| listing.with_offset.binary_search(&id).is_ok())
    }

    /// Whether the filter leaves nothing. Tracked.
    pub fn is_empty(self) -> bool {
        self.listing.with(|listing| listing.months.is_empty())
    }

    /// Whether there is nothing to choose from: no session at all. Tracked.
    pub fn has_no_sessions(self) -> bool {
        self.filter.get() == Filter::default() && self.is_empty()
    }

    /// Shows older sessions, too; the first of them will take the focus.
    pub fn show_more(self) {
        let before = self.shown.get_untracked();
        self.shown.set(before + PAGE);
        let first = self.listing.with_untracked(|listing| {
            listing.months.iter().flat_map(|month| &month.sessions).nth(before).copied()
        });
        self.awaits_focus.set_value(first);
    }

    /// Shows other sessions, from the newest on.
    pub fn choose(self, filter: Filter) {
        self.filter.set(filter);
        self.shown.set(PAGE);
        // Beside the list stands one that is in it.
        let listed = |id: &SessionId| {
            self.listing.with_untracked(|listing| listing.months.iter().any(|m| m.sessions.contains(id)))
        };
        if !self.selected.get_untracked().is_some_and(|id| listed(&id)) {
            self.selected.set(self.listing.with_untracked(newest));
        }
    }

    /// Whether the row of this session takes the focus; the answer is given once.
    pub fn takes_focus(self, id: SessionId) -> bool {
        let takes = self.awaits_focus.get_value() == Some(id);
        if takes {
            self.awaits_focus.set_value(None);
        }
        takes
    }

    /// Whether this is the session opened last. Tracked.
    pub fn is_selected(self, id: SessionId) -> bool {
        self.selected.get() == Some(id)
    }

    /// The focus stays on the row of this session when it changes.
    pub fn keep_focus(self, id: SessionId) {
        self.keeps_focus.set_value(Some(id));
    }

    /// Whether it stays there. Asked once.
    pub fn keeps_focus(self, id: SessionId) -> bool {
        let is_kept = self.keeps_focus.get_value() == Some(id);
        if is_kept {
            self.keeps_focus.set_value(None);
        }
        is_kept
    }
}

/// The newest session of a list.
fn newest(listing: &Listing) -> Option<SessionId> {
    listing.months.first()?.sessions.first().copied()
}
