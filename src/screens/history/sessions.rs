//! The list of sessions, grouped by month.

use leptos::{html::Div, prelude::*};

use super::{
    filter::{FilterFields, NoMatchingSessions},
    session_list::SessionListState,
    session_row::SessionRow,
};
use crate::{app::context::use_app, components::focus, domain::history_list::SessionFilter, i18n::date};

/// The filter is shown from this many sessions on.
const FILTER_FROM: usize = 4;

/// The list, with the filter above and "Show more" below.
#[component]
pub fn Sessions(
    /// The list of sessions.
    list: SessionListState,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    let root = NodeRef::<Div>::new();
    let offers_filter =
        Memo::new(move |_| list.filter.get() != SessionFilter::default() || list.total.get() >= FILTER_FROM);
    let is_empty = Memo::new(move |_| list.is_empty());
    let older = Memo::new(move |_| list.listing.with(|listing| listing.older_count));
    let has_older = Memo::new(move |_| older.get() > 0);
    let months = move || {
        keep_focus(root);
        list.months()
    };
    view! {
        <div class="sessions" node_ref=root>
            {move || offers_filter.get().then(|| view! { <FilterFields list/> })}
            {move || is_empty.get().then(|| view! { <NoMatchingSessions list/> })}
            <For each=months key=|(number, _)| *number let((number, local_ms))>
                <MonthSection list number local_ms/>
            </For>
            {move || has_older.get().then(|| view! {
                <button type="button" class="history-more" on:click=move |_| list.show_more()>
                    {move || t.show_more.for_count(older.get())}
                </button>
            })}
        </div>
    }
}

/// The sessions of one month.
#[component]
fn MonthSection(
    /// The list of sessions.
    list: SessionListState,
    /// The number of the month.
    number: i64,
    /// A moment in it, in local milliseconds.
    local_ms: i64,
) -> impl IntoView {
    view! {
        <section class="month">
            <h2>{date::month(local_ms)}</h2>
            <ul>
                <For each=move || list.sessions_of(number) key=|id| *id let(id)>
                    <SessionRow list id/>
                </For>
            </ul>
        </section>
    }
}

/// Restores the focus in the next frame: `<For>` may move rows when another tab adds sessions, and an element loses the
/// focus when it is moved.
fn keep_focus(root: NodeRef<Div>) {
    let Some(root) = root.get_untracked() else { return };
    let Some(focused) = focus::focused_element(&root).filter(|focused| root.contains(Some(focused))) else {
        return;
    };
    request_animation_frame(move || {
        if focused.is_connected() {
            focus::focus_if_none(&focused);
        }
    });
}
