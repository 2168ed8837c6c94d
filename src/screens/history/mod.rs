//! The finished sessions: newest first, month by month; and what they show together.

mod chart;
mod drawing;
mod filter;
mod heading_focus;
mod history_access;
mod knee;
mod map;
mod plan;
mod print_report;
mod prompts;
mod radio_group;
mod save_status;
mod scale;
mod session_details;
mod session_list;
mod session_row;
mod sessions;
mod spots;
mod svg;
mod table;
mod trend_section;
mod trends;
mod unread;
mod wide;

use leptos::prelude::*;

use self::{
    prompts::Prompts, radio_group::RadioGroup, session_list::SessionList, sessions::Sessions, trends::Trends,
    unread::UnreadNotice,
};
use crate::{
    app::context::use_app,
    components::files::{BackupLine, ImportBackup, use_backup_reminder},
    screens::leg::plate,
};

/// The History screen: the sessions one by one, or what they show together.
#[component]
pub fn HistoryScreen() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let list = SessionList::new(app);
    let has_no_sessions = Memo::new(move |_| list.has_no_sessions());
    let count = move || match list.total.get() {
        0 => String::new(),
        total => t.history.sessions.of(total),
    };
    view! {
        <main class="history">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{t.shell.nav_history}</h1>
                <p class="masthead-note">{move || count()}</p>
            </header>
            <For each=move || [has_no_sessions.get()] key=|none| *none let(none)>
                {if none { view! { <NoSessions/> }.into_any() } else { view! { <Parts list/> }.into_any() }}
            </For>
        </main>
    }
}

/// The two parts of the screen. It begins with the sessions: what one did last time is what one comes for. The backup comes
/// last, and first only when it is due.
#[component]
fn Parts(
    /// What is listed.
    list: SessionList,
) -> impl IntoView {
    let app = use_app();
    let words = &app.text.get_untracked().history.weeks;
    let chosen = RwSignal::new(None);
    let shows_trends = Memo::new(move |_| chosen.get() == Some(1));
    let reminder = use_backup_reminder();
    let is_due = Memo::new(move |_| reminder.get().is_known_to_be_due(app.trouble.get().read));
    // Once at the top it stays there: its buttons must not go away under the finger when the backup is made.
    let backup_leads = Memo::new(move |led: Option<&bool>| led == Some(&true) || is_due.get());
    view! {
        <div>
            <UnreadNotice/>
            {move || backup_leads.get().then(|| view! { <BackupLine reminder/> })}
            <Prompts/>
            <RadioGroup name="history-part" legend=words.which_part words=words.parts.into() chosen/>
            {move || if shows_trends.get() {
                view! { <Trends/> }.into_any()
            } else {
                view! { <Sessions list/> }.into_any()
            }}
            {move || (!backup_leads.get()).then(|| view! { <BackupLine reminder/> })}
        </div>
    }
}

/// That there is none, or that not everything has been read: what is not known is not called nothing.
#[component]
fn NoSessions() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="history-empty">
            <svg viewBox=plate::SMALL_VIEW_BOX aria-hidden="true" inner_html=r##"<use href="#leg-small"/>"##></svg>
            <div>
                <UnreadNotice is_alone=true/>
                {move || app.trouble.get().read.is_complete().then(|| view! { <WhatWillBeHere/> })}
                <ImportBackup/>
            </div>
        </div>
    }
}

/// What will be here, and when.
#[component]
fn WhatWillBeHere() -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    view! {
        <h2>{t.empty}</h2>
        <p>{t.empty_what}</p>
        <a class="button" href="#/">{t.empty_go}</a>
    }
}
