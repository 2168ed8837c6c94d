//! The leg screen: the diagram with its marks, the same spots as a list, and the way into a session.

mod anatomy;
mod bar;
pub mod coordinates;
mod crop;
mod diagram;
mod drawing;
mod earlier_spots;
pub mod facts;
mod label_layout;
mod layout;
mod layout_cache;
mod list;
mod marks;
mod numbered_spot;
#[rustfmt::skip] // Generated, and compared with what the generator writes.
pub mod plate;
mod plate_tools;
mod resize_observer;
mod row;
mod row_focus;
mod selected_leg;
mod teaching;
mod touch;
mod ui_state;

use leptos::prelude::*;

use self::{
    bar::ActionBar, diagram::LegDiagram, earlier_spots::EarlierSpots, list::SpotList,
    selected_leg::selected_leg, ui_state::LegUiState,
};
use crate::{
    app::context::use_app,
    components::leg_attribute::leg_attribute,
    domain::{
        Event,
        event::MarkEvent,
        leg::Leg,
        model::{ReadStatus, SessionState},
    },
    screens::welcome::Welcome,
};

/// The leg screen. What it looks like before the app runs stands in `index.html`: keep the two alike.
#[component]
pub fn LegScreen() -> impl IntoView {
    let app = use_app();
    let ui = LegUiState::new();
    let earlier = EarlierSpots::new(app);
    // What is asked about a session that was left behind stands alone: nothing else can be done before.
    let is_left_behind = Memo::new(move |_| app.session.with(|s| matches!(s, SessionState::Found { .. })));
    // Whoever has sessions in a store that has not answered yet is not asked.
    let is_new = Memo::new(move |_| teaching::is_new(app) && !app.trouble.get().read.is_waiting());
    view! {
        <main class="leg" class:is-alone=move || is_left_behind.get() data-side=move || leg_attribute(selected_leg(app))>
            <Masthead/>
            <LegChoice ui/>
            <LegDiagram ui earlier/>
            <SpotList ui earlier/>
            {move || is_new.get().then(|| view! { <Welcome/> })}
            <ActionBar ui/>
        </main>
    }
}

#[component]
fn Masthead() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    // The leg that was first the last time: the next first one is the other.
    // A store that does not answer may have a later session.
    let is_known = move || app.trouble.get().read != ReadStatus::Unanswered;
    let last_first = move || {
        let now_unix_ms = app.now.with_untracked(|now| now.unix_ms);
        app.history.with(|history| history.newest(now_unix_ms)?.first_leg()).filter(|_| is_known())
    };
    let note = move || last_first().map_or("", |leg| t.last_first[leg.index()]);
    view! {
        <header class="masthead">
            <h1 class="wordmark" translate="no" tabindex="-1">"Eased"</h1>
            <p class="masthead-note">{move || note()}</p>
        </header>
    }
}

/// Which leg is shown.
#[component]
fn LegChoice(
    /// The state of the screen.
    ui: LegUiState,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().shell;
    view! {
        <fieldset class="legs">
            <legend class="heard">{t.which_leg}</legend>
            <LegRadio ui leg=Leg::Left name=t.left_leg/>
            <LegRadio ui leg=Leg::Right name=t.right_leg/>
        </fieldset>
    }
}

#[component]
fn LegRadio(ui: LegUiState, leg: Leg, name: &'static str) -> impl IntoView {
    let app = use_app();
    let is_chosen = Memo::new(move |_| app.draft.with(|draft| draft.leg == leg));
    let choose = move |_| {
        ui.forget_past_end();
        app.dispatch(Event::Mark(MarkEvent::LegChosen(leg)));
    };
    view! {
        <label>
            <input type="radio" name="leg" prop:checked=move || is_chosen.get() on:change=choose/>
            <span id=move || is_chosen.get().then_some("leg-which")>{name}</span>
        </label>
    }
}
