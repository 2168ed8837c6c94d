//! What is listed, and what the lines of the list share.

use std::cell::{Cell, Ref, RefCell};

use crate::{
    domain::{
        listing::{DELETED_STAYS_MS, Filter, Listing, listing},
        model::Model,
        session::SessionId,
    },
    view::{
        ctx::{Ctx, ctx},
        dom::Seen,
    },
};

/// How many sessions are shown at first, and how many more each time.
const PAGE: usize = 30;

/// The list, for as long as the screen is shown.
pub struct List {
    ctx: Ctx,
    /// Which sessions are shown.
    filter: Cell<Filter>,
    /// How many of them.
    most: Cell<usize>,
    /// Tells that one of these has changed.
    grown: Seen<Option<u8>>,
    /// The listing and what it was made of: a running session ticks, and the history stays as it is.
    made: RefCell<Made>,
    /// Takes the focus when it appears: the first line that "Show more" brought.
    awaited: Cell<Option<SessionId>>,
    /// The line that is open from the start: what one did last time is what one comes for.
    newest: Option<SessionId>,
    /// Every session that was ever listed here. Its place is the name of its line.
    names: RefCell<Vec<SessionId>>,
}

#[derive(Default)]
struct Made {
    /// The history's print, and which and how many sessions are shown.
    of: Option<(u64, Filter, usize)>,
    listing: Listing,
}

impl List {
    /// The list as it is at first.
    pub fn new() -> Self {
        let ctx = ctx();
        let mut list = Self {
            ctx,
            filter: Cell::default(),
            most: Cell::new(PAGE),
            grown: Seen::new(None),
            made: RefCell::default(),
            awaited: Cell::new(None),
            newest: None,
            names: RefCell::default(),
        };
        let newest = ctx.peek(|m| list.of(m).months.first()?.sessions.first().copied());
        list.newest = newest;
        list
    }

    /// What is listed; it follows the history and how many are shown. Not to be held while anything else
    /// is asked of the list.
    pub fn listing(&self) -> Ref<'_, Listing> {
        self.grown.get();
        self.ctx.read(|m| self.of(m))
    }

    /// The names of the months, newest first.
    pub fn months(&self) -> Vec<u32> {
        self.listing().months.iter().map(|month| month_name(month.number)).collect()
    }

    /// The names of a month's lines, newest first.
    pub fn lines(&self, month: u32) -> Vec<u32> {
        let listing = self.listing();
        let found = listing.months.iter().find(|m| month_name(m.number) == month);
        found.map(|m| m.sessions.iter().map(|id| self.name(*id)).collect()).unwrap_or_default()
    }

    /// A moment in a month, in local milliseconds.
    pub fn month_ms(&self, month: u32) -> Option<i64> {
        let made = self.made.borrow();
        made.listing.months.iter().find(|m| month_name(m.number) == month).map(|m| m.local_ms)
    }

    /// The session whose line has this name.
    pub fn named(&self, name: u32) -> Option<SessionId> {
        self.names.borrow().get(usize::try_from(name).ok()?).copied()
    }

    /// Shows older ones, too, and lets the first of them wait for the focus.
    pub fn show_more(&self) {
        let shown = self.most.get();
        self.most.set(shown + PAGE);
        let first = |m: &Model| self.of(m).months.iter().flat_map(|m| &m.sessions).nth(shown).copied();
        self.awaited.set(self.ctx.peek(first));
        self.tell();
    }

    /// Which sessions are shown; followed.
    pub fn filter(&self) -> Filter {
        self.grown.get();
        self.filter.get()
    }

    /// Shows others, from the newest on.
    pub fn choose(&self, filter: Filter) {
        self.filter.set(filter);
        self.most.set(PAGE);
        self.tell();
    }

    /// Whether there is nothing to choose from: no session at all.
    pub fn is_bare(&self) -> bool {
        self.filter() == Filter::default() && self.listing().months.is_empty()
    }

    /// Whether this line was waited for; the answer is given once.
    pub fn takes_focus(&self, id: SessionId) -> bool {
        let takes = self.awaited.get() == Some(id);
        if takes {
            self.awaited.set(None);
        }
        takes
    }

    /// Whether this line is open from the start.
    pub fn begins_open(&self, id: SessionId) -> bool {
        self.newest == Some(id)
    }

    fn of(&self, model: &Model) -> Ref<'_, Listing> {
        let most = self.most.get();
        let filter = self.filter.get();
        let of = Some((self.ctx.print(), filter, most));
        if self.made.borrow().of != of {
            let since_unix_ms = model.opened.unix_ms - DELETED_STAYS_MS;
            let listing = listing(&model.history, filter, since_unix_ms, most);
            self.made.replace(Made { of, listing });
        }
        Ref::map(self.made.borrow(), |made| &made.listing)
    }

    fn tell(&self) {
        let grown = self.grown.peek().unwrap_or_default();
        self.grown.set(Some(grown.wrapping_add(1)));
    }

    fn name(&self, id: SessionId) -> u32 {
        let mut names = self.names.borrow_mut();
        let at = names.iter().position(|named| *named == id).unwrap_or_else(|| {
            names.push(id);
            names.len() - 1
        });
        u32::try_from(at).unwrap_or_default()
    }
}

/// A month's number is some 24,000.
fn month_name(number: i64) -> u32 {
    u32::try_from(number).unwrap_or_default()
}
