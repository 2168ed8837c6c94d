//! One spot in the list: its place, its pain, and away with it.

use leptos::{
    ev, html,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition},
};

use super::{
    facts,
    hand::{Hand, Wish},
    pain::PainRange,
};
use crate::{
    domain::{
        Event,
        draft::Draft,
        event::MarkEvent,
        leg::Position,
        spot::{Placed, Spot},
    },
    view::{ctx::ctx, ui::focus},
};

/// Points that one press of the up or down button moves.
const STEP: i32 = 5;

/// One spot of the leg that is looked at.
#[component]
pub fn Row(id: u32, hand: Hand) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    // A mark that is gone keeps its last row until the list has noticed.
    let known = Memo::new(move |before: Option<&(usize, Spot)>| {
        let now = ctx.model.with(|m| numbered(&m.draft, id));
        now.or(before.copied()).unwrap_or((0, GONE))
    });
    let number = Memo::new(move |_| known.get().0);
    let spot = Memo::new(move |_| known.get().1);
    let step = move || spot.get().pain.map(facts::step);
    let place = move || {
        let percent = spot.get().position.percent();
        ((t.percent)(percent), (t.stretch)(percent))
    };
    let leave = move |_| {
        if hand.selected.get_untracked() == Some(id) {
            hand.selected.set(None);
        }
    };
    view! {
        <li class="spot" on:focusin=move |_| hand.selected.set(Some(id)) on:focusout=leave>
            <span class="spot-number" data-step=step aria-hidden="true">
                {number}
            </span>
            <p class="spot-place">
                <b>{move || place().0}</b>
                " "
                <span>{move || place().1}</span>
            </p>
            <Nudges id hand number spot />
            <PlaceRange id hand number spot />
            <PainRange id number spot />
        </li>
    }
}

/// Up, down, away: the twins of dragging.
#[component]
fn Nudges(id: u32, hand: Hand, number: Memo<usize>, spot: Memo<Spot>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    let node = NodeRef::<html::Button>::new();
    Effect::new(move || {
        if let Some(button) = node.get()
            && hand.fulfils(Wish::Remove(id))
        {
            button.focus().ok();
        }
    });
    let nudge = move |event: ev::MouseEvent, by: i32| {
        let position = Position::clamped(i32::from(spot.get_untracked().position.percent()) + by);
        ctx.send(Event::Mark(MarkEvent::Moved(id, position, Placed::List)));
        ctx.send(Event::Mark(MarkEvent::Settled));
        keep_focus(event.current_target());
    };
    let remove = move |_| {
        let next = ctx.model.with_untracked(|m| after_removal(&m.draft, id));
        ctx.send(Event::Mark(MarkEvent::Removed(id)));
        hand.wish.set(Some(next));
    };
    view! {
        <div class="spot-acts">
            <button
                type="button"
                class="icon is-up"
                aria-label=move || (t.up_of)(number.get())
                on:click=move |e| nudge(e, -STEP)
            ></button>
            <button
                type="button"
                class="icon is-down"
                aria-label=move || (t.down_of)(number.get())
                on:click=move |e| nudge(e, STEP)
            ></button>
            <button
                type="button"
                class="icon is-remove"
                node_ref=node
                aria-label=move || (t.remove_of)(number.get())
                on:click=remove
            ></button>
        </div>
    }
}

/// The place as a range. Numbers wait while it is being changed: until it is let go, or for the keyboard,
/// until it is left.
#[component]
fn PlaceRange(id: u32, hand: Hand, number: Memo<usize>, spot: Memo<Spot>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().leg;
    let height = ctx.part(|m| m.settings.height_cm);
    let node = NodeRef::<html::Input>::new();
    let by_key = StoredValue::new(false);
    Effect::new(move || {
        if let Some(range) = node.get()
            && hand.fulfils(Wish::Place(id))
        {
            show_and_focus(&range);
        }
    });
    let input = move |event: ev::Event| {
        let percent = event_target_value(&event).parse().unwrap_or(0);
        ctx.send(Event::Mark(MarkEvent::Moved(id, Position::clamped(percent), Placed::List)));
    };
    let settle = move || ctx.send(Event::Mark(MarkEvent::Settled));
    let change = move |event: ev::Event| {
        if !by_key.get_value() {
            settle();
            keep_focus(event.target());
        }
    };
    let blur = move |event: ev::FocusEvent| {
        settle();
        keep_focus(event.related_target());
    };
    view! {
        <label class="spot-range">
            <span>{t.place}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="1"
                node_ref=node
                aria-label=move || (t.position_of)(number.get())
                aria-valuetext=move || facts::place_spoken(t, &spot.get(), height.get())
                prop:value=move || spot.get().position.percent().to_string()
                style:--share=move || format!("{}%", spot.get().position.percent())
                on:keydown=move |_| by_key.set_value(true)
                on:pointerdown=move |_| by_key.set_value(false)
                on:input=input
                on:change=change
                on:blur=blur
            />
        </label>
    }
}

const GONE: Spot = Spot { position: Position::TOP, placed: Placed::List, track: None, pain: None };

fn numbered(draft: &Draft, id: u32) -> Option<(usize, Spot)> {
    let number = draft.number(draft.leg, id)?;
    Some((number, draft.marks(draft.leg)[number - 1].spot))
}

/// The next row takes the focus, or the one before, or the button that adds.
fn after_removal(draft: &Draft, id: u32) -> Wish {
    let marks = draft.marks(draft.leg);
    let at = draft.number(draft.leg, id).unwrap_or(0);
    let next = marks.get(at).or_else(|| at.checked_sub(2).and_then(|before| marks.get(before)));
    next.map_or(Wish::Add, |mark| Wish::Remove(mark.id))
}

/// Renumbering moves rows about, and the browser takes the focus from what is moved: it is given back.
fn keep_focus(target: Option<leptos::web_sys::EventTarget>) {
    let Some(element) = target.and_then(|t| t.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    request_animation_frame(move || {
        if element.is_connected() {
            focus::offer(&element);
        }
    });
}

/// The row comes into sight by the shortest way, so that the mark stays in sight too.
fn show_and_focus(range: &HtmlElement) {
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    range.focus_with_options(&quietly).ok();
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Ok(Some(row)) = range.closest("li") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
