//! The leg screen: the diagram with the marks, the same spots as a list, and the action bar that starts a
//! session.

mod action_bar;
pub mod coordinates;
mod crop;
mod diagram;
mod earlier_spots;
mod label_layout;
mod layout;
mod layout_cache;
pub mod mark_text;
mod marks;
mod numbered_spot;
mod spot_list;
mod structure_labels;
mod svg_markup;
#[rustfmt::skip] // Generated, and compared with what the generator writes.
pub mod plate;
mod crop_toggles;
mod first_use_hints;
mod pointer_gestures;
mod resize_observer;
mod row_focus;
mod selected_leg;
mod spot_row;
mod ui_state;

use leptos::prelude::*;

use self::{
    action_bar::ActionBar, diagram::LegDiagram, earlier_spots::EarlierSpots, selected_leg::selected_leg,
    spot_list::SpotList, ui_state::LegUiState,
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

/// The view of the screen.
pub fn view() -> AnyView {
    view! { <LegScreen/> }.into_any()
}

/// The leg screen. `index.html` contains a static copy that is painted before the app runs: keep the two alike.
#[component]
fn LegScreen() -> impl IntoView {
    let app = use_app();
    let ui = LegUiState::new();
    let earlier = EarlierSpots::new(app);
    // An interrupted session has to be continued, kept or discarded before anything else: the resume panel
    // replaces the rest.
    let is_interrupted =
        Memo::new(move |_| app.session_state.with(|s| matches!(s, SessionState::Interrupted { .. })));
    // While storage is still being read, the person may have sessions, so the welcome is not shown yet.
    let shows_welcome =
        Memo::new(move |_| first_use_hints::is_first_use(app) && !app.storage_health.get().read.is_waiting());
    view! {
        <main
            class="leg"
            class:has-resume-panel=move || is_interrupted.get()
            data-side=move || leg_attribute(selected_leg(app))
        >
            <Masthead/>
            <LegChoice ui/>
            <LegDiagram ui earlier/>
            <SpotList ui earlier/>
            {move || shows_welcome.get().then(|| view! { <Welcome/> })}
            <ActionBar ui/>
        </main>
    }
}

#[component]
fn Masthead() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    // The first leg alternates: the note names the leg that was rolled first last time. A store that has not
    // answered may contain a later session, so the note is omitted then.
    let is_history_read = move || app.storage_health.get().read != ReadStatus::Unanswered;
    let last_first_leg = move || {
        let now_unix_ms = app.now.with_untracked(|now| now.unix_ms);
        app.history
            .with(|history| history.newest_session(now_unix_ms)?.first_leg())
            .filter(|_| is_history_read())
    };
    let note = move || last_first_leg().map_or("", |leg| t.last_first_leg[leg.index()]);
    view! {
        <header class="masthead">
            <h1 class="wordmark" translate="no" tabindex="-1">"Eased"</h1>
            <p class="masthead-note">{move || note()}</p>
        </header>
    }
}

/// The radio buttons that select the leg.
#[component]
fn LegChoice(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().shell;
    view! {
        <fieldset class="segmented-control">
            <legend class="visually-hidden">{t.which_leg}</legend>
            <LegRadio ui leg=Leg::Left name=t.left_leg/>
            <LegRadio ui leg=Leg::Right name=t.right_leg/>
        </fieldset>
    }
}

#[component]
fn LegRadio(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The leg that it selects.
    leg: Leg,
    /// Its label.
    name: &'static str,
) -> impl IntoView {
    let app = use_app();
    let is_chosen = Memo::new(move |_| app.draft.with(|draft| draft.leg == leg));
    let choose = move |_| {
        ui.clear_outside_zone();
        app.dispatch(Event::Mark(MarkEvent::LegChosen(leg)));
    };
    view! {
        <label>
            <input type="radio" name="leg" prop:checked=move || is_chosen.get() on:change=choose/>
            <span id=move || is_chosen.get().then_some("leg-which")>{name}</span>
        </label>
    }
}
