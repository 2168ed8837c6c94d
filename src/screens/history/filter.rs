//! The filter of the list of sessions, and the message if no session matches.

use leptos::prelude::*;

use super::{heading_focus::focus_heading, session_list::SessionListState};
use crate::{
    app::context::use_app,
    components::{
        select_field::{SelectField, index_of, options_with_none, value_at},
        session_questions::TAGS,
    },
    domain::{history_list::SessionFilter, leg::Leg},
};

/// Two drop-down lists: by leg, and by tag.
#[component]
pub fn FilterFields(
    /// The list of sessions.
    list: SessionListState,
) -> impl IntoView {
    let t = use_app().text.get_untracked();
    let words = &t.history.filter;
    let current = move || list.filter.get_untracked();
    view! {
        <div class="filter">
            <SelectField
                label=words.leg
                options=options_with_none(words.both_legs, &[t.shell.left_leg, t.shell.right_leg])
                selected=move || index_of(&Leg::BOTH, list.filter.get().leg)
                on_select=move |index| list.set_filter(SessionFilter { leg: value_at(&Leg::BOTH, index), ..current() })
            />
            <SelectField
                label=words.tag
                options=options_with_none(words.all_tags, &t.history.tags)
                selected=move || index_of(&TAGS, list.filter.get().tag)
                on_select=move |index| list.set_filter(SessionFilter { tag: value_at(&TAGS, index), ..current() })
            />
        </div>
    }
}

/// The message if no session matches, with a button that clears the filter.
#[component]
pub fn NoMatchingSessions(
    /// The list of sessions.
    list: SessionListState,
) -> impl IntoView {
    let words = &use_app().text.get_untracked().history.filter;
    view! {
        <div class="filter-none">
            <p>{words.no_match}</p>
            <button
                type="button"
                on:click:target=move |event| {
                    // The button is about to be removed, which would lose the focus.
                    focus_heading(&event.target());
                    list.set_filter(SessionFilter::default());
                }
            >
                {words.show_all}
            </button>
        </div>
    }
}
