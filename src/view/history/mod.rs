//! The finished sessions, newest first, month by month.

mod details;
mod sitting;

use leptos::prelude::*;

use self::sitting::Sitting;
use super::{
    ctx::ctx,
    leg::plate,
    ui::{backup::BackupLine, when::When},
};
use crate::domain::{
    listing::{Listing, Month, listing, print},
    session::SessionId,
};

/// How many sessions are shown at first, and how many more each time.
const PAGE: usize = 30;

/// What the lines of the list share.
#[derive(Clone, Copy)]
struct List {
    /// Changes when the history does, and not with every tick of a running session.
    print: Memo<u64>,
    /// Takes the focus when it appears: the first line that "Show more" brought.
    awaited: RwSignal<Option<SessionId>>,
    /// The line that is open from the start: what one did last time is what one comes for.
    newest: Option<SessionId>,
}

/// The History screen.
#[component]
pub fn HistoryScreen() -> impl IntoView {
    let ctx = ctx();
    let most = RwSignal::new(PAGE);
    let print = ctx.part(|m| print(&m.history));
    let listing = Memo::new(move |_| {
        // Read, not only tracked: a memo that nobody reads is never computed and so never tells.
        print.get();
        let most = most.get();
        ctx.model.with_untracked(|m| listing(&m.history, m.opened.unix_ms, most))
    });
    let list = List {
        print,
        awaited: RwSignal::new(None),
        newest: listing.with_untracked(|l| l.months.first()?.sessions.first().copied()),
    };
    let empty = Memo::new(move |_| listing.with(|l| l.months.is_empty()));
    view! {
        <main class="history">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{move || ctx.t().shell.nav_history}</h1>
                <p class="masthead-note">{move || count(ctx.t().history.sessions, &listing.read())}</p>
            </header>
            {move || if empty.get() {
                view! { <Empty /> }.into_any()
            } else {
                view! {
                    <BackupLine />
                    <Months listing list />
                    <More listing most list />
                }
                .into_any()
            }}
        </main>
    }
}

fn count(sessions: fn(usize) -> String, listing: &Listing) -> Option<String> {
    (listing.sessions > 0).then(|| sessions(listing.sessions))
}

/// What will be here, and when.
#[component]
fn Empty() -> impl IntoView {
    let ctx = ctx();
    view! {
        <div class="history-empty">
            <svg viewBox=plate::SMALL_VIEW_BOX aria-hidden="true"><use_ href="#leg-small" /></svg>
            <div>
                <h2>{move || ctx.t().history.empty}</h2>
                <p>{move || ctx.t().history.empty_what}</p>
                <a class="button" href="#/">{move || ctx.t().history.empty_go}</a>
            </div>
        </div>
    }
}

#[component]
fn Months(listing: Memo<Listing>, list: List) -> impl IntoView {
    let when = When::new();
    let months =
        move || listing.with(|l| l.months.iter().map(|m| (m.number, m.local_ms)).collect::<Vec<_>>());
    let sessions_of = move |number: i64| {
        let of_month = |m: &&Month| m.number == number;
        listing.with(|l| l.months.iter().find(of_month).map(|m| m.sessions.clone()).unwrap_or_default())
    };
    view! {
        <For each=months key=|(number, _)| *number let((number, local_ms))>
            <section class="month">
                <h2>{move || when.month(local_ms)}</h2>
                <ul>
                    <For each=move || sessions_of(number) key=|id| *id let(id)>
                        <Sitting id list when />
                    </For>
                </ul>
            </section>
        </For>
    }
}

/// The way to older sessions. The focus goes on to the first of them.
#[component]
fn More(listing: Memo<Listing>, most: RwSignal<usize>, list: List) -> impl IntoView {
    let ctx = ctx();
    let older = Memo::new(move |_| listing.with(|l| l.older));
    let show = move |_| {
        let shown = most.get_untracked();
        most.set(shown + PAGE);
        list.awaited
            .set(listing.with_untracked(|l| l.months.iter().flat_map(|m| &m.sessions).nth(shown).copied()));
    };
    view! {
        {move || (older.get() > 0).then(|| view! {
            <button type="button" class="history-more" on:click=show>
                {move || (ctx.t().history.more)(older.get())}
            </button>
        })}
    }
}
