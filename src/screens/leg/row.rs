//! One spot in the list: its number, its place in words and its pain; place, order and removal behind "more".

use leptos::{
    html::{Button, Input},
    prelude::*,
};
use wasm_bindgen::JsCast;

use super::{
    facts,
    numbered_spot::{NumberedSpot, share},
    row_focus::{focus_and_scroll, focus_without_scroll, keep_focus, take_focus},
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
        spot::{Pain, Placed},
    },
    i18n::{
        Text,
        formats::{facts as facts_in_a_row, number},
        leg,
        phrase::{Spot, Template},
    },
};

/// Points that one press of the up or down button moves.
const STEP: i32 = 5;

/// One spot of the leg that is looked at.
#[component]
pub fn SpotRow(
    /// The state of the screen.
    ui: LegUiState,
    /// The mark.
    id: u32,
) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.leg;
    let mark = NumberedSpot::follow(app, id);
    let percent = move || mark.get().spot.position.percent();
    let pain = Memo::new(move |_| mark.get().spot.pain);
    let measure = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        text.measure(percent(), facts::cm(&mark.get().spot, height_cm))
    };
    view! {
        <li
            class="spot"
            on:focusin=move |_| ui.selected.set(Some(id))
            on:focusout=move |_| deselect(ui, id)
        >
            <span
                class="spot-number"
                data-step=move || pain.get().map(|pain| pain.step().to_string())
                aria-hidden="true"
            >
                {move || number(mark.get().number)}
            </span>
            <p class="spot-place">
                <b>{move || text.stretch(percent())}</b>
                " "
                <span>{move || measure()}</span>
                // On paper, where the exact numbers belong.
                <span class="spot-exact">
                    {move || exact(text, percent(), pain.get())}
                </span>
            </p>
            <MoreButton ui id mark/>
            <PlaceRange ui id mark/>
            <PainRamp
                label=t.pain
                name=move || t.pain_of.n(mark.get().number)
                score=move || pain.get()
                on_rate=move |pain| app.dispatch(Event::Mark(MarkEvent::Rated(id, pain)))
            />
            <RowButtons ui id mark/>
        </li>
    }
}

/// The exact numbers of a spot.
fn exact(text: &Text, percent: u8, pain: Option<Pain>) -> String {
    let pain = facts::pain_spoken(&text.leg, pain.map(Pain::score));
    facts_in_a_row(&[leg::percent(percent), [text.leg.pain, &pain].join(" ")])
}

/// Shows and hides what a spot needs less often. One row at a time is open.
#[component]
fn MoreButton(ui: LegUiState, id: u32, mark: Memo<NumberedSpot>) -> impl IntoView {
    let t = &use_app().text.get_untracked().leg;
    let toggle = move |_| {
        let other = (ui.open.get_untracked() != Some(id)).then_some(id);
        ui.open.set(other);
    };
    view! {
        <button
            type="button"
            class="icon is-more"
            aria-label=move || t.more_of.n(mark.get().number)
            aria-expanded=move || if ui.is_open(id) { "true" } else { "false" }
            on:click=toggle
        ></button>
    }
}

/// Up, down, remove: what dragging does on the diagram; and a way back to no rating.
#[component]
fn RowButtons(ui: LegUiState, id: u32, mark: Memo<NumberedSpot>) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().leg;
    let remove_button = NodeRef::<Button>::new();
    ui.focus_on_request(remove_button, move |request| {
        (request == FocusRequest::Remove(id)).then_some(take_focus)
    });
    let remove = move |_| {
        let next = app.draft.with_untracked(|draft| focus_after_removal(draft, id));
        // Not every browser sends `focusout` of a row that is removed.
        deselect(ui, id);
        app.dispatch(Event::Mark(MarkEvent::Removed(id)));
        ui.forget_past_end();
        ui.request_focus(next);
    };
    let is_unrated = move || mark.get().spot.pain.is_none();
    let clear = move |_| {
        if !untrack(is_unrated) {
            app.dispatch(Event::Mark(MarkEvent::Rated(id, None)));
        }
    };
    view! {
        <div class="spot-acts" hidden=move || !ui.is_open(id)>
            <MoveButton id mark class="icon is-up" name=t.up_of by=-STEP/>
            <MoveButton id mark class="icon is-down" name=t.down_of by=STEP/>
            <button
                type="button"
                class="quiet"
                // It stays within reach of the keyboard when it can do nothing, so that nobody loses the place.
                aria-disabled=move || is_unrated().then_some("true")
                on:click=clear
            >
                {move || t.clear_of.n(mark.get().number)}
            </button>
            <button node_ref=remove_button type="button" class="quiet" on:click=remove>
                {move || t.remove_of.n(mark.get().number)}
            </button>
        </div>
    }
}

#[component]
fn MoveButton(
    id: u32,
    mark: Memo<NumberedSpot>,
    class: &'static str,
    name: Template<Spot>,
    by: i32,
) -> impl IntoView {
    let app = use_app();
    let button = NodeRef::<Button>::new();
    let move_by = move |_| {
        let percent = mark.get_untracked().spot.position.percent();
        let position = Position::clamped(i32::from(percent) + by);
        app.dispatch(Event::Mark(MarkEvent::Put(id, position, Placed::List)));
        if let Some(button) = button.get_untracked() {
            keep_focus(button.into(), take_focus);
        }
    };
    view! {
        <button
            node_ref=button
            type="button"
            class=class
            aria-label=move || name.n(mark.get().number)
            on:click=move_by
        ></button>
    }
}

/// The place as a range. Numbers wait while it is being changed: until it is released, or for the keyboard,
/// until it loses the focus.
#[component]
fn PlaceRange(ui: LegUiState, id: u32, mark: Memo<NumberedSpot>) -> impl IntoView {
    let app = use_app();
    let text = app.text.get_untracked();
    let t = &text.leg;
    let range = NodeRef::<Input>::new();
    ui.focus_on_request(range, move |request| match request {
        FocusRequest::Place(of) if of == id => Some(focus_and_scroll),
        FocusRequest::PlaceWithoutScroll(of) if of == id => Some(focus_without_scroll),
        FocusRequest::Place(_)
        | FocusRequest::PlaceWithoutScroll(_)
        | FocusRequest::Remove(_)
        | FocusRequest::Add => None,
    });
    let percent = move || mark.get().spot.position.percent();
    let spoken = move || {
        let height_cm = app.settings.with(|settings| settings.height_cm);
        facts::place_spoken(text, &mark.get().spot, height_cm)
    };
    let settle = move || app.dispatch(Event::Mark(MarkEvent::Settled));
    let by_key = StoredValue::new(false);
    view! {
        <label class="spot-range" hidden=move || !ui.is_open(id)>
            <span>{t.place}</span>
            <input
                node_ref=range
                type="range"
                min="0"
                max="100"
                step="1"
                aria-label=move || t.position_of.n(mark.get().number)
                aria-valuetext=spoken
                prop:value=move || percent().to_string()
                style=("--share", move || share(percent()))
                on:keydown=move |_| by_key.set_value(true)
                on:pointerdown=move |_| by_key.set_value(false)
                on:input:target=move |event| {
                    let position = Position::clamped(event.target().value().parse().unwrap_or(0));
                    app.dispatch(Event::Mark(MarkEvent::Moved(id, position, Placed::List)));
                }
                on:change:target=move |event| {
                    if !by_key.get_value() {
                        settle();
                        keep_focus(event.target().into(), focus_without_scroll);
                    }
                }
                on:blur=move |event| {
                    settle();
                    if let Some(next) = event.related_target().and_then(|next| next.dyn_into().ok()) {
                        keep_focus(next, focus_without_scroll);
                    }
                }
            />
        </label>
    }
}

/// The row does not have the focus any more.
fn deselect(ui: LegUiState, id: u32) {
    ui.selected.maybe_update(|selected| selected.take_if(|of| *of == id).is_some());
}

/// The next row gets the focus, or the one before, or the button that adds.
fn focus_after_removal(draft: &Draft, id: u32) -> FocusRequest {
    let marks = draft.marks(draft.leg);
    let at = draft.number(draft.leg, id).unwrap_or(0);
    let next = marks.get(at).or_else(|| at.checked_sub(2).and_then(|before| marks.get(before)));
    next.map_or(FocusRequest::Add, |mark| FocusRequest::Remove(mark.id))
}
