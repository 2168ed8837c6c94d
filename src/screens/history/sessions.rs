//! The sessions one by one, month by month.

use leptos::{html::Div, prelude::*};

use super::{
    filter::{FilterFields, NoMatch},
    session_list::SessionList,
    session_row::SessionRow,
};
use crate::{app::context::use_app, components::focus, domain::history_list::Filter, i18n::date};

/// From so many sessions on there is something to choose from.
const FILTER_FROM: usize = 4;

/// The list, with the filter above and the way to older sessions below.
#[component]
pub fn Sessions(
    /// What is listed.
    list: SessionList,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().history;
    let root = NodeRef::<Div>::new();
    let offers_filter =
        Memo::new(move |_| list.filter.get() != Filter::default() || list.total.get() >= FILTER_FROM);
    let is_empty = Memo::new(move |_| list.is_empty());
    let older = Memo::new(move |_| list.listing.with(|listing| listing.older));
    let has_older = Memo::new(move |_| older.get() > 0);
    let months = move || {
        keep_focus(root);
        list.months()
    };
    view! {
        <div class="sessions" node_ref=root>
            {move || offers_filter.get().then(|| view! { <FilterFields list/> })}
            {move || is_empty.get().then(|| view! { <NoMatch list/> })}
            <For each=months key=|(number, _)| *number let((number, local_ms))>
                <MonthSection list number local_ms/>
            </For>
            {move || has_older.get().then(|| view! {
                <button type="button" class="history-more" on:click=move |_| list.show_more()>
                    {move || t.more.of(older.get())}
                </button>
            })}
        </div>
    }
}

/// The sessions of one month.
#[component]
fn MonthSection(
    /// What is listed.
    list: SessionList,
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

/// Returns the focus to what has it now, if that is moved: `<For>` may move rows when another window brings sessions,
/// and the browser takes the focus from what is moved.
fn keep_focus(root: NodeRef<Div>) {
    let Some(root) = root.get_untracked() else { return };
    let Some(focused) = focus::holder(&root).filter(|focused| root.contains(Some(focused))) else { return };
    request_animation_frame(move || {
        if focused.is_connected() {
            focus::offer(&focused);
        }
    });
}
