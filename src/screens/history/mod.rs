//! The History screen: the list of finished sessions, and the trends over weeks.

mod chart;
mod chart_markup;
mod data_unavailable_notice;
mod filter;
mod heading_focus;
mod heatmap;
mod history_access;
mod knee;
mod plan;
mod print_report;
mod radio_group;
mod referral_notice;
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
mod two_columns;

use leptos::prelude::*;

use self::{
    data_unavailable_notice::DataUnavailableNotice, radio_group::RadioGroup, referral_notice::ReferralNotice,
    session_list::SessionListState, sessions::Sessions, trends::Trends,
};
use crate::{
    app::context::use_app,
    components::files::{BackupLine, ImportBackup, use_backup_reminder},
    screens::leg::plate,
};

/// The view of the screen.
pub fn view() -> AnyView {
    view! { <HistoryScreen/> }.into_any()
}

/// The History screen.
#[component]
fn HistoryScreen() -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let list = SessionListState::new(app);
    let has_no_sessions = Memo::new(move |_| list.has_no_sessions());
    let count = move || match list.total.get() {
        0 => String::new(),
        total => t.history.session_count.for_count(total),
    };
    view! {
        <main class="history">
            <header class="masthead">
                <h1 class="title" tabindex="-1">{t.shell.nav_history}</h1>
                <p class="masthead-note">{move || count()}</p>
            </header>
            <For each=move || [has_no_sessions.get()] key=|is_empty| *is_empty let(is_empty)>
                {if is_empty { view! { <NoSessions/> }.into_any() } else { view! { <HistoryParts list/> }.into_any() }}
            </For>
        </main>
    }
}

/// The two parts of the screen, starting with the list of sessions. The backup line is at the end, but at the top if a
/// backup is due.
#[component]
fn HistoryParts(
    /// The list of sessions.
    list: SessionListState,
) -> impl IntoView {
    let app = use_app();
    let words = &app.text.get_untracked().history.trends;
    let chosen = RwSignal::new(None);
    let shows_trends = Memo::new(move |_| chosen.get() == Some(1));
    let reminder = use_backup_reminder();
    let is_due = Memo::new(move |_| reminder.get().is_known_to_be_due(app.storage_health.get().read));
    // Once at the top, the line stays there, so that its buttons do not move while the backup is made.
    let is_backup_first = Memo::new(move |was_first: Option<&bool>| was_first == Some(&true) || is_due.get());
    view! {
        <div>
            <DataUnavailableNotice/>
            {move || is_backup_first.get().then(|| view! { <BackupLine reminder/> })}
            <ReferralNotice/>
            <RadioGroup name="history-part" legend=words.parts_legend labels=words.parts.into() chosen/>
            {move || if shows_trends.get() {
                view! { <Trends/> }.into_any()
            } else {
                view! { <Sessions list/> }.into_any()
            }}
            {move || (!is_backup_first.get()).then(|| view! { <BackupLine reminder/> })}
        </div>
    }
}

/// Shown without sessions. Claims that there are none only if all stored data has been read.
#[component]
fn NoSessions() -> impl IntoView {
    let app = use_app();
    view! {
        <div class="history-empty">
            <svg viewBox=plate::LEG_OUTLINE_VIEW_BOX aria-hidden="true" inner_html=r##"<use href="#leg-small"/>"##></svg>
            <div>
                <DataUnavailableNotice is_alone=true/>
                {move || app.storage_health.get().read.is_complete().then(|| view! { <EmptyHistory/> })}
                <ImportBackup/>
            </div>
        </div>
    }
}

/// What will appear on this screen.
#[component]
fn EmptyHistory() -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    view! {
        <h2>{t.empty_title}</h2>
        <p>{t.empty_note}</p>
        <a class="button" href="#/">{t.start_first_session}</a>
    }
}
