//! What is kept comes in: first what localStorage has, then what both stores know together.

use super::super::App;
use crate::{
    domain::{
        Event,
        draft::Draft,
        history::Entry,
        model::{Sitting, Trouble},
        session::SessionId,
    },
    effect::shelf::{self, Found, Read},
    view::ctx,
};

/// Reads localStorage, then opens what has waited for it, then lays both stores together.
pub(super) fn read_history(app: &App) {
    let own = app.clone();
    let read = move |read: Read| {
        take_in(&own, read.entries, read.trouble);
        // Without a draft the leg is the one whose turn it is.
        let turn = ctx().peek(|m| m.history.next_first_leg());
        if !read.has_draft && ctx().peek(|m| m.draft == Draft::empty(turn.other())) {
            own.send(Event::DraftFound(Draft::empty(turn)));
        }
        own.history_is_here();
        unite(&own);
    };
    shelf::read(&app.0.shelves, Box::new(read));
}

/// Lays both stores together and takes in what this one did not know.
pub(super) fn unite(app: &App) {
    let own = app.clone();
    let history = ctx().peek(|m| m.history.clone());
    shelf::unite(&app.0.shelves, history, Box::new(move |found| united(&own, found)));
}

/// Takes in what both stores know.
pub(super) fn united(app: &App, found: Found) {
    take_in(app, found.entries, found.trouble);
    app.take_later(found.later);
    if found.live && ctx().peek(|m| m.sitting == Sitting::Idle) {
        // It may have been discarded since.
        app.ask_other_store();
    }
}

fn take_in(app: &App, entries: Vec<(SessionId, Entry)>, trouble: Trouble) {
    app.send(Event::Found(entries));
    if trouble != ctx().peek(|m| m.trouble) {
        app.send(Event::TroubleFound(trouble));
    }
}
