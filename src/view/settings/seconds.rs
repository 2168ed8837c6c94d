//! A number of seconds: a native slider with a button at either end.

use std::{cell::Cell, ops::RangeInclusive, rc::Rc};

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{Phrase, change, say};
use crate::{
    domain::digits::small,
    domain::settings::Settings,
    text::{Text, fill::Fill, hold},
    view::{
        ctx::Ctx,
        dom::{El, Seen, el},
    },
};

/// Seconds that one press of a button or key adds.
const STEP: u8 = 5;

/// Which seconds, and how they are read and written.
pub struct Span {
    /// Its name.
    pub label: Phrase,
    /// What it means, where the name does not say it.
    pub note: Option<Phrase>,
    /// Shortest and longest.
    pub range: RangeInclusive<u8>,
    /// Reads it.
    pub get: fn(&Settings) -> u8,
    /// Writes it.
    pub set: fn(&mut Settings, u8),
}

/// The slider with its name, its value and its buttons.
pub fn seconds(ctx: Ctx, id: &'static str, span: &'static Span) -> El {
    let Span { label, note, range, get, set } = span;
    let (get, set, label) = (*get, *set, *label);
    let (shortest, longest) = (*range.start(), *range.end());
    // What the slider shows while it is held; only where it comes to rest is it a choice.
    let held = Seen::new(None::<u8>);
    // What was chosen when it was held: a choice that comes from elsewhere goes before.
    let over = Rc::new(Cell::new(shortest));
    let choose = {
        let held = held.clone();
        move |seconds: u8| {
            change(ctx, |s| set(s, seconds.clamp(shortest, longest)));
            held.set(None);
        }
    };
    let kept = move || ctx.peek(|m| get(&m.settings));
    let shown = {
        let (over, held) = (over.clone(), held.clone());
        move || {
            let kept = ctx.read(|m| get(&m.settings));
            held.get().filter(|_| over.get() == kept).unwrap_or(kept)
        }
    };
    let words = {
        let shown = shown.clone();
        move || hold::seconds(shown().into())
    };
    let pressed = choose.clone();
    let button = move |sign: &'static str, name: fn(&Text) -> Fill, to: fn(u8, u8) -> u8| {
        let choose = pressed.clone();
        el("button")
            .attr("type", "button")
            .attr("aria-label", move || name(ctx.t()).words(label(ctx.t())))
            .text(sign)
            .click(move || choose(to(kept(), STEP)))
    };
    let slider = el("input")
        .attr("type", "range")
        .attr("id", id)
        .attr("min", shortest)
        .attr("max", longest)
        .attr("step", STEP)
        .attr("aria-valuetext", words.clone())
        .prop("value", shown);
    let read = {
        let slider = slider.clone();
        move || small(&slider.unchecked_ref::<HtmlInputElement>().value())
    };
    let rest = read.clone();
    let slider = slider
        .on("input", move |_: &Event| {
            if let Some(seconds) = read() {
                over.set(kept());
                held.set(Some(seconds));
            }
        })
        .on("change", move |_: &Event| {
            if let Some(seconds) = rest() {
                choose(seconds);
            }
        });
    el("div")
        .class("seconds")
        .children([
            el("label").attr("for", id).text(say(ctx, label)),
            el("output").attr("for", id).attr("aria-hidden", "true").text(words),
            button("−", |t| t.settings.less, u8::saturating_sub),
            slider,
            button("+", |t| t.settings.more, u8::saturating_add),
        ])
        .children(note.map(|note| el("small").text(say(ctx, note))))
}
