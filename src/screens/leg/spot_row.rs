//! One spot in the list: number, place and pain; the position range, order and removal are in the expandable
//! part.

use leptos::{
    html::{Button, Input},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    mark_text,
    numbered_spot::{NumberedSpot, css_percent},
    row_focus::{focus_and_scroll, focus_element, focus_without_scroll, restore_focus_after_move},
    ui_state::{FocusRequest, LegUiState},
};
use crate::{
    app::context::use_app,
    components::pain_ramp::PainRamp,
    domain::{
        Event,
        draft::Draft,
        event::MarkEvent,
        leg::Position,
        spot::{Pain, PositionSource},
    },
    i18n::{
        Text,
        formats::{join_facts, number},
        leg,
        phrase::{Spot, Template},
    },
};

/// Points by which the up and down buttons move a spot.
const MOVE_STEP_PERCENT: i32 = 5;

/// One spot of the selected leg.
#[component]
pub fn SpotRow(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The id of the mark.
    id: u32,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.leg;
    let mark = NumberedSpot::memo(app, id);
    let percent = move || mark.get().spot.position.percent();
    let pain = Memo::new(move |_| mark.get().spot.pain);
    let distance = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        text.distance_down(percent(), mark_text::cm(&mark.get().spot, height_cm))
    };
    view! {
        <li
            class="spot"
            on:focusin=move |_| ui.selected.set(Some(id))
            on:focusout=move |_| deselect(ui, id)
        >
            <span
                class="spot-number"
                data-step=move || pain.get().map(|pain| pain.colour_step().to_string())
                aria-hidden="true"
            >
                {move || number(mark.get().number)}
            </span>
            <p class="spot-place">
                <b>{move || text.thigh_fifth(percent())}</b>
                " "
                <span>{move || distance()}</span>
                // Printed only: exact numbers.
                <span class="spot-exact">
                    {move || exact_text(text, percent(), pain.get())}
                </span>
            </p>
            <MoreButton ui id mark/>
            <PositionRange ui id mark/>
            <PainRamp
                label=t.pain_label
                name=move || t.spot_pain.with_number(mark.get().number)
                score=move || pain.get()
                on_rate=move |pain| app.dispatch(Event::Mark(MarkEvent::Rated(id, pain)))
            />
            <RowButtons ui id mark/>
        </li>
    }
}

/// The exact position and pain.
fn exact_text(text: &Text, percent: u8, pain: Option<Pain>) -> String {
    let pain = mark_text::pain_spoken(&text.leg, pain.map(Pain::score));
    join_facts(&[leg::percent(percent), [text.leg.pain_label, &pain].join(" ")])
}

/// Expands or collapses the less frequent controls. Only one row is expanded at a time.
#[component]
fn MoreButton(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The id of the mark.
    id: u32,
    /// The spot and the number of the mark.
    mark: Memo<NumberedSpot>,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    let toggle = move |_| {
        let other = (ui.expanded_row.get_untracked() != Some(id)).then_some(id);
        ui.expanded_row.set(other);
    };
    view! {
        <button
            type="button"
            class="icon is-more"
            aria-label=move || t.spot_more.with_number(mark.get().number)
            aria-expanded=move || if ui.is_expanded(id) { "true" } else { "false" }
            on:click=toggle
        ></button>
    }
}

/// Buttons for moving up and down, clearing the pain and removing: keyboard equivalents of dragging.
#[component]
fn RowButtons(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The id of the mark.
    id: u32,
    /// The spot and the number of the mark.
    mark: Memo<NumberedSpot>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let remove_button = NodeRef::<Button>::new();
    ui.focus_on_request(remove_button, move |request| {
        (request == FocusRequest::Remove(id)).then_some(focus_element)
    });
    let remove = move |_| {
        let next = app.draft.with_untracked(|draft| focus_after_removal(draft, id));
        // Not every browser fires `focusout` for a row that is removed.
        deselect(ui, id);
        app.dispatch(Event::Mark(MarkEvent::Removed(id)));
        ui.clear_outside_zone();
        ui.request_focus(next);
    };
    let is_unrated = move || mark.get().spot.pain.is_none();
    let clear = move |_| {
        if !untrack(is_unrated) {
            app.dispatch(Event::Mark(MarkEvent::Rated(id, None)));
        }
    };
    view! {
        <div class="spot-actions" hidden=move || !ui.is_expanded(id)>
            <MoveButton id mark class="icon is-up" name=t.move_spot_up by=-MOVE_STEP_PERCENT/>
            <MoveButton id mark class="icon is-down" name=t.move_spot_down by=MOVE_STEP_PERCENT/>
            <button
                type="button"
                class="plain-button"
                // `aria-disabled` instead of `disabled`, so that the keyboard focus is not lost.
                aria-disabled=move || is_unrated().then_some("true")
                on:click=clear
            >
                {move || t.clear_spot_pain.with_number(mark.get().number)}
            </button>
            <button node_ref=remove_button type="button" class="plain-button" on:click=remove>
                {move || t.remove_spot.with_number(mark.get().number)}
            </button>
        </div>
    }
}

#[component]
fn MoveButton(
    /// The id of the mark.
    id: u32,
    /// The spot and the number of the mark.
    mark: Memo<NumberedSpot>,
    /// The classes of the button.
    class: &'static str,
    /// The accessible name.
    name: Template<Spot>,
    /// The points by which the button moves the spot down; negative values move it up.
    by: i32,
) -> impl IntoView {
    let app = use_app();
    let button = NodeRef::<Button>::new();
    let move_by = move |_| {
        let percent = mark.get_untracked().spot.position.percent();
        let position = Position::clamped(i32::from(percent) + by);
        app.dispatch(Event::Mark(MarkEvent::PositionCommitted(id, position, PositionSource::List)));
        if let Some(button) = button.get_untracked() {
            restore_focus_after_move(button.into(), focus_element);
        }
    };
    view! {
        <button
            node_ref=button
            type="button"
            class=class
            aria-label=move || name.with_number(mark.get().number)
            on:click=move_by
        ></button>
    }
}

/// The position as a range input. Marks are renumbered only when the pointer is released or, for the keyboard,
/// when the input loses the focus.
#[component]
fn PositionRange(
    /// UI state of the leg screen.
    ui: LegUiState,
    /// The id of the mark.
    id: u32,
    /// The spot and the number of the mark.
    mark: Memo<NumberedSpot>,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.leg;
    let range = NodeRef::<Input>::new();
    ui.focus_on_request(range, move |request| match request {
        FocusRequest::PositionSlider(focused_id) if focused_id == id => Some(focus_and_scroll),
        FocusRequest::PositionSliderWithoutScroll(focused_id) if focused_id == id => {
            Some(focus_without_scroll)
        }
        FocusRequest::PositionSlider(_)
        | FocusRequest::PositionSliderWithoutScroll(_)
        | FocusRequest::Remove(_)
        | FocusRequest::Add => None,
    });
    let percent = move || mark.get().spot.position.percent();
    let spoken = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        mark_text::position_spoken(text, &mark.get().spot, height_cm)
    };
    let finish_move = move || app.dispatch(Event::Mark(MarkEvent::PositionEditEnded));
    let is_keyboard_change = StoredValue::new(false);
    view! {
        <label class="spot-range" hidden=move || !ui.is_expanded(id)>
            <span>{t.position_label}</span>
            <input
                node_ref=range
                type="range"
                min="0"
                max="100"
                step="1"
                aria-label=move || t.spot_position.with_number(mark.get().number)
                aria-valuetext=spoken
                prop:value=move || percent().to_string()
                style=("--share", move || css_percent(percent()))
                on:keydown=move |_| is_keyboard_change.set_value(true)
                on:pointerdown=move |_| is_keyboard_change.set_value(false)
                on:input:target=move |event| {
                    let position = Position::clamped(event.target().value().parse().unwrap_or(0));
                    app.dispatch(Event::Mark(MarkEvent::PositionInput(id, position, PositionSource::List)));
                }
                on:change:target=move |event| {
                    if !is_keyboard_change.get_value() {
                        finish_move();
                        restore_focus_after_move(event.target().into(), focus_without_scroll);
                    }
                }
                on:blur=move |event| {
                    finish_move();
                    if let Some(next) = event.related_target().and_then(|next| next.dyn_into().ok()) {
                        restore_focus_after_move(next, focus_without_scroll);
                    }
                }
            />
        </label>
    }
}

/// Clears the selection when the row has lost the focus.
fn deselect(ui: LegUiState, id: u32) {
    ui.selected.maybe_update(|selected| selected.take_if(|selected_id| *selected_id == id).is_some());
}

/// The focus after a removal: the next row, otherwise the previous one, otherwise the button "Add spot".
fn focus_after_removal(draft: &Draft, id: u32) -> FocusRequest {
    let marks = draft.marks(draft.leg);
    let number = draft.number(draft.leg, id).unwrap_or(0);
    let next = marks.get(number).or_else(|| number.checked_sub(2).and_then(|index| marks.get(index)));
    next.map_or(FocusRequest::Add, |mark| FocusRequest::Remove(mark.id))
}
