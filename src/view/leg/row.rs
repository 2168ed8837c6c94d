//! One spot in the list: its place, its pain, and away with it.

use std::{cell::Cell, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{
    FocusEvent, FocusOptions, HtmlElement, HtmlInputElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

use super::{
    facts,
    hand::{Hand, Wish},
    pain::pain_range,
};
use crate::{
    domain::{
        Event,
        digits::{digits, small},
        draft::Draft,
        event::MarkEvent,
        leg::Position,
        spot::{Placed, Spot},
    },
    text::{fill::Fill, leg},
    view::{
        ctx::Ctx,
        dom::{El, el, frame_later},
        ui::focus,
    },
};

/// Points that one press of the up or down button moves.
const STEP: i32 = 5;

/// One spot of the leg that is looked at.
pub fn row(ctx: Ctx, hand: Hand, id: u32) -> El {
    let t = &ctx.words().leg;
    let number = el("span")
        .class("spot-number")
        .attr("data-step", move || known(ctx, id).1.pain.map(facts::step))
        .attr("aria-hidden", "true")
        .text(move || known(ctx, id).0);
    let place = el("p")
        .class("spot-place")
        .child(el("b").text(move || leg::percent(known(ctx, id).1.position.percent())))
        .text(" ")
        .child(el("span").text(move || t.stretch(known(ctx, id).1.position.percent())));
    el("li")
        .class("spot")
        .on("focusin", move |_: &web_sys::Event| hand.change(|held| held.selected = Some(id)))
        .on("focusout", move |_: &web_sys::Event| leave(hand, id))
        .child(number)
        .child(place)
        .child(nudges(ctx, hand, id))
        .child(place_range(ctx, hand, id))
        .child(pain_range(ctx, hand, id))
}

/// Up, down, away: the twins of dragging.
fn nudges(ctx: Ctx, hand: Hand, id: u32) -> El {
    let t = &ctx.words().leg;
    let remove = icon(ctx, id, "icon is-remove", t.remove_of).click(move || {
        let next = ctx.peek(|m| after_removal(&m.draft, id));
        // Not every browser says so of a row that is taken away.
        leave(hand, id);
        ctx.send(Event::Mark(MarkEvent::Removed(id)));
        hand.change(|held| {
            held.past = None;
            held.wish = Some(next);
        });
    });
    hand.fulfil(Wish::Remove(id), take_focus, &remove);
    el("div")
        .class("spot-acts")
        .child(nudge(ctx, id, icon(ctx, id, "icon is-up", t.up_of), -STEP))
        .child(nudge(ctx, id, icon(ctx, id, "icon is-down", t.down_of), STEP))
        .child(remove)
}

fn nudge(ctx: Ctx, id: u32, button: El, by: i32) -> El {
    let pressed = button.clone();
    button.click(move || {
        let percent = ctx.peek(|m| numbered(&m.draft, id)).1.position.percent();
        let position = Position::clamped(i32::from(percent) + by);
        ctx.send(Event::Mark(MarkEvent::Put(id, position, Placed::List)));
        keep_focus(pressed.html().clone());
    })
}

fn icon(ctx: Ctx, id: u32, class: &'static str, name: Fill) -> El {
    el("button").attr("type", "button").class(class).attr("aria-label", move || name.n(known(ctx, id).0))
}

/// The place as a range. Numbers wait while it is being changed: until it is let go, or for the keyboard,
/// until it is left.
fn place_range(ctx: Ctx, hand: Hand, id: u32) -> El {
    let t = &ctx.words().leg;
    let spoken = move || {
        let height_cm = ctx.read(|m| m.settings.height_cm);
        facts::place_spoken(t, &known(ctx, id).1, height_cm)
    };
    let percent = move || known(ctx, id).1.position.percent();
    let settle = move || ctx.send(Event::Mark(MarkEvent::Settled));
    let by_key = Rc::new(Cell::new(false));
    let [key, finger] = [by_key.clone(), by_key.clone()];
    let range = el("input").attr("type", "range").attr("min", "0").attr("max", "100").attr("step", "1");
    let [slid, let_go] = [range.clone(), range.clone()];
    let range = range
        .attr("aria-label", move || t.position_of.n(known(ctx, id).0))
        .attr("aria-valuetext", spoken)
        .prop("value", percent)
        .style("--share", move || share(percent()))
        .on("keydown", move |_: &web_sys::Event| key.set(true))
        .on("pointerdown", move |_: &web_sys::Event| finger.set(false))
        .on("input", move |_: &web_sys::Event| {
            let position = Position::clamped(small(&value(&slid)).unwrap_or(0).into());
            ctx.send(Event::Mark(MarkEvent::Moved(id, position, Placed::List)));
        })
        .on("change", move |_: &web_sys::Event| {
            if !by_key.get() {
                settle();
                keep_focus(let_go.html().clone());
            }
        })
        .on("blur", move |event: &FocusEvent| {
            settle();
            if let Some(next) = event.related_target().and_then(|next| next.dyn_into().ok()) {
                keep_focus(next);
            }
        });
    hand.fulfil(Wish::Place(id), show_and_focus, &range);
    el("label").class("spot-range").child(el("span").text(t.place)).child(range)
}

/// Number and spot of a mark, followed.
#[inline(never)]
pub fn known(ctx: Ctx, id: u32) -> (usize, Spot) {
    ctx.read(|m| numbered(&m.draft, id))
}

/// Number and spot of a mark. One that is gone has a row until the list has noticed.
pub fn numbered(draft: &Draft, id: u32) -> (usize, Spot) {
    const GONE: Spot = Spot { position: Position::TOP, placed: Placed::List, track: None, pain: None };
    let marks = draft.marks(draft.leg);
    let at = marks.iter().position(|mark| mark.id == id);
    at.map_or((0, GONE), |at| (at + 1, marks[at].spot))
}

/// What a range stands at.
pub fn value(range: &El) -> String {
    range.unchecked_ref::<HtmlInputElement>().value()
}

/// How much of a range is filled.
pub fn share(percent: u8) -> String {
    digits(percent) + "%"
}

/// Gives an element the focus.
pub fn take_focus(el: &El) {
    el.html().focus().ok();
}

/// The row comes into sight by the shortest way, so that the mark stays in sight too.
fn show_and_focus(range: &El) {
    let quietly = FocusOptions::new();
    quietly.set_prevent_scroll(true);
    range.html().focus_with_options(&quietly).ok();
    let nearest = ScrollIntoViewOptions::new();
    nearest.set_block(ScrollLogicalPosition::Nearest);
    if let Ok(Some(row)) = range.closest("li") {
        row.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}

/// The row is not in hand any more.
fn leave(hand: Hand, id: u32) {
    hand.change(|held| {
        if held.selected == Some(id) {
            held.selected = None;
        }
    });
}

/// The next row takes the focus, or the one before, or the button that adds.
fn after_removal(draft: &Draft, id: u32) -> Wish {
    let marks = draft.marks(draft.leg);
    let at = draft.number(draft.leg, id).unwrap_or(0);
    let next = marks.get(at).or_else(|| at.checked_sub(2).and_then(|before| marks.get(before)));
    next.map_or(Wish::Add, |mark| Wish::Remove(mark.id))
}

/// Renumbering moves rows about, and the browser takes the focus from what is moved: it is given back.
fn keep_focus(element: HtmlElement) {
    frame_later(move || {
        if element.is_connected() {
            focus::offer(&element);
        }
    });
}
