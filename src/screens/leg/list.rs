//! The spots as an ordered list with native controls: everything that the diagram can, without it.

use leptos::{html::Button, prelude::*};

use super::{
    anatomy::{NameKey, naming},
    drawing::Naming,
    earlier_spots::{EarlierSpotList, EarlierSpots, newest_mark},
    row::SpotRow,
    row_focus::take_focus,
    ui_state::{FocusRequest, LegUiState},
};
use crate::{
    app::context::use_app,
    domain::{Event, draft::Draft, effect::Announcement, event::MarkEvent},
    screens::safety::Notices,
};

/// The list of the leg that is looked at, and what can be done with it as a whole.
#[component]
pub fn SpotList(
    /// The state of the screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let has_letters = Memo::new(move |_| naming(ui) == Some(Naming::Letters));
    let is_full = Memo::new(move |_| app.draft.with(is_full));
    let ids = Memo::new(move |_| app.draft.with(ids));
    let is_loaded = Memo::new(move |_| app.is_part_loaded());
    view! {
        <section class="spots" aria-labelledby="spots-title">
            {move || has_letters.get().then(|| view! { <NameKey/> })}
            <Notices/>
            <h2 id="spots-title" class="heard">{t.leg.spots}</h2>
            <ListActions ui is_full/>
            {move || is_full.get().then(|| view! {
                <p class="spots-full">{t.said(Announcement::LegFull)}</p>
            })}
            <ol aria-labelledby="spots-title">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <SpotRow ui id/> }/>
            </ol>
            <EarlierSpotList ui earlier/>
            <CopyOption/>
            {move || is_loaded.get().then(|| app.knee_now_view()).flatten()}
        </section>
    }
}

/// The buttons above the rows. They stay within reach of the keyboard when they can do nothing, so that
/// nobody loses the place.
#[component]
fn ListActions(ui: LegUiState, is_full: Memo<bool>) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let add_button = NodeRef::<Button>::new();
    ui.focus_on_request(add_button, |request| (request == FocusRequest::Add).then_some(take_focus));
    let add = move |_| {
        ui.forget_past_end();
        app.dispatch(Event::Mark(MarkEvent::Added));
        if !is_full.get_untracked()
            && let Some(id) = app.draft.with_untracked(newest_mark)
        {
            ui.request_focus(FocusRequest::Place(id));
        }
    };
    let can_undo = move || app.draft.with(Draft::can_undo);
    let undo = move |_| {
        ui.forget_past_end();
        if untrack(can_undo) {
            app.dispatch(Event::Mark(MarkEvent::Undone));
        }
    };
    view! {
        <div class="spots-acts">
            <button
                node_ref=add_button
                type="button"
                aria-disabled=move || is_full.get().then_some("true")
                on:click=add
            >
                {t.add_spot}
            </button>
            <button type="button" aria-disabled=move || (!can_undo()).then_some("true") on:click=undo>
                {t.undo}
            </button>
        </div>
    }
}

/// What can be done with all spots of a leg, where there are any.
#[component]
fn CopyOption() -> impl IntoView {
    let app = use_app();
    let has_marks = Memo::new(move |_| app.draft.with(|draft| !draft.marks(draft.leg).is_empty()));
    move || {
        has_marks.get().then(|| {
            view! {
                <div class="spots-views">
                    <CopyButton/>
                </div>
            }
        })
    }
}

/// The other leg is often tight at the same places.
#[component]
fn CopyButton() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let can_copy = move || app.draft.with(|draft| draft.can_copy(draft.leg));
    view! {
        <button
            type="button"
            class="quiet"
            aria-disabled=move || (!can_copy()).then_some("true")
            on:click=move |_| app.dispatch(Event::Mark(MarkEvent::Copied))
        >
            {move || t.copy_to[app.draft.with(|draft| draft.leg.other().index())]}
        </button>
    }
}

/// The ids of the marks of the leg that is looked at, in the order of their numbers.
fn ids(draft: &Draft) -> Vec<u32> {
    draft.marks(draft.leg).iter().map(|mark| mark.id).collect()
}

fn is_full(draft: &Draft) -> bool {
    !draft.has_room(draft.leg)
}
