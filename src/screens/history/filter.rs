//! Which sessions are listed: two drop-down lists, and what is said where no session is left.

use leptos::prelude::*;

use super::{heading_focus::focus_heading, session_list::SessionList};
use crate::{
    app::context::use_app,
    components::{
        select_field::{SelectField, index_of, options_with_none, value_at},
        session_facts::TAGS,
    },
    domain::{history_list::Filter, leg::Leg},
};

/// Two drop-down lists: by leg, and by tag.
#[component]
pub fn FilterFields(
    /// What is filtered.
    list: SessionList,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.filter;
    let current = move || list.filter.get_untracked();
    view! {
        <div class="filter">
            <SelectField
                label=words.leg
                options=options_with_none(words.both, &[t.shell.left_leg, t.shell.right_leg])
                selected=move || index_of(&Leg::BOTH, list.filter.get().leg)
                on_select=move |index| list.choose(Filter { leg: value_at(&Leg::BOTH, index), ..current() })
            />
            <SelectField
                label=words.tag
                options=options_with_none(words.all, &t.history.tags)
                selected=move || index_of(&TAGS, list.filter.get().tag)
                on_select=move |index| list.choose(Filter { tag: value_at(&TAGS, index), ..current() })
            />
        </div>
    }
}

/// What is said where no session is left.
#[component]
pub fn NoMatch(
    /// What is filtered.
    list: SessionList,
) -> impl IntoView {
    let words = &use_app().text.get_untracked().history.filter;
    view! {
        <div class="filter-none">
            <p>{words.none}</p>
            <button
                type="button"
                on:click:target=move |event| {
                    // The button goes away now, and would take the focus with it.
                    focus_heading(&event.target());
                    list.choose(Filter::default());
                }
            >
                {words.clear}
            </button>
        </div>
    }
}
