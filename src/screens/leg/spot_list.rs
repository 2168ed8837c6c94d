//! The spots as an ordered list of native controls, equivalent to the diagram.

use leptos::{html::Button, prelude::*};

use super::{
    earlier_spots::{EarlierSpotList, EarlierSpots, newest_mark_id},
    row_focus::focus_element,
    spot_row::SpotRow,
    structure_labels::{StructureKey, label_style},
    svg_markup::LabelStyle,
    ui_state::{FocusRequest, LegUiState},
};
use crate::{
    app::context::use_app,
    domain::{Event, draft::Draft, effect::Announcement, event::MarkEvent},
    screens::safety::Notices,
};

/// The list of the selected leg, and actions on the whole list.
#[component]
pub fn SpotList(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The earlier spots.
    earlier: EarlierSpots,
) -> impl IntoView {
    let app = use_app();
    let t = app.text.get_untracked();
    let has_letters = Memo::new(move |_| label_style(ui) == Some(LabelStyle::Letters));
    let is_full = Memo::new(move |_| app.draft.with(is_full));
    let ids = Memo::new(move |_| app.draft.with(ids));
    let is_loaded = Memo::new(move |_| app.is_lazy_part_loaded());
    view! {
        <section class="spots" aria-labelledby="spots-title">
            {move || has_letters.get().then(|| view! { <StructureKey/> })}
            <Notices/>
            <h2 id="spots-title" class="visually-hidden">{t.leg.spots}</h2>
            <ListActions ui is_full/>
            {move || is_full.get().then(|| view! {
                <p class="spots-full">{t.announcement(Announcement::LegFull)}</p>
            })}
            <ol aria-labelledby="spots-title">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <SpotRow ui id/> }/>
            </ol>
            <EarlierSpotList ui earlier/>
            <CopyOption/>
            {move || is_loaded.get().then(|| app.knee_score_view()).flatten()}
        </section>
    }
}

/// The buttons above the rows. They use `aria-disabled` instead of `disabled`, so that the keyboard focus is
/// not lost.
#[component]
fn ListActions(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// Whether the leg has its maximum of spots.
    is_full: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let add_button = NodeRef::<Button>::new();
    ui.focus_on_request(add_button, |request| (request == FocusRequest::Add).then_some(focus_element));
    let add = move |_| {
        ui.clear_outside_zone();
        app.dispatch(Event::Mark(MarkEvent::Added));
        if !is_full.get_untracked()
            && let Some(id) = app.draft.with_untracked(newest_mark_id)
        {
            ui.request_focus(FocusRequest::PositionSlider(id));
        }
    };
    let can_undo = move || app.draft.with(Draft::can_undo);
    let undo = move |_| {
        ui.clear_outside_zone();
        if untrack(can_undo) {
            app.dispatch(Event::Mark(MarkEvent::Undone));
        }
    };
    view! {
        <div class="spots-actions">
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

/// Actions on all spots of a leg, if there are any.
#[component]
fn CopyOption() -> impl IntoView {
    let app = use_app();
    let has_marks = Memo::new(move |_| app.draft.with(|draft| !draft.marks(draft.leg).is_empty()));
    move || {
        has_marks.get().then(|| {
            view! {
                <div class="copy-option">
                    <CopySpotsButton/>
                </div>
            }
        })
    }
}

/// Copies the spots to the other leg, which is often tight at the same places.
#[component]
fn CopySpotsButton() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let can_copy = move || app.draft.with(|draft| draft.can_copy(draft.leg));
    view! {
        <button
            type="button"
            class="plain-button"
            aria-disabled=move || (!can_copy()).then_some("true")
            on:click=move |_| app.dispatch(Event::Mark(MarkEvent::Copied))
        >
            {move || t.copy_to_leg[app.draft.with(|draft| draft.leg.other().index())]}
        </button>
    }
}

/// The ids of the marks of the selected leg, in the order of their numbers.
fn ids(draft: &Draft) -> Vec<u32> {
    draft.marks(draft.leg).iter().map(|mark| mark.id).collect()
}

fn is_full(draft: &Draft) -> bool {
    !draft.has_room(draft.leg)
}
