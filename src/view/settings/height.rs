//! The person's height, as they like to write it.

use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::{change, say};
use crate::{
    domain::height::{Height, read_height},
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// The field, what it is good for, and what is wrong with what was typed.
pub fn height(ctx: Ctx) -> El {
    // Something while it is no height; it is of a type that others use as well, and each type weighs.
    let wrong = RwSignal::new(None::<u8>);
    let is_wrong = move || wrong.get().is_some();
    let field = el("input")
        .attr("type", "text")
        .attr("id", "height")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("aria-describedby", "height-note height-wrong")
        .attr("aria-invalid", move || if is_wrong() { "true" } else { "false" })
        // Another tab, or the second store, may know it later than this page was opened.
        .prop("value", move || ctx.read(|m| m.settings.height_cm))
        .on("input", move |_: &Event| wrong.set(None));
    let typed = field.clone();
    let read = move |_: &Event| {
        let typed = typed.unchecked_ref::<HtmlInputElement>();
        let height_cm = match read_height(&typed.value()) {
            Height::Cm(cm) => Some(cm),
            Height::Unsaid => None,
            // What was known stays known while the field is put right.
            Height::Unclear => return wrong.set(Some(1)),
        };
        wrong.set(None);
        // Not only where it is another height: "1,78" becomes "178" in any case.
        typed.set_value(&height_cm.map(|cm| cm.to_string()).unwrap_or_default());
        change(ctx, |s| s.height_cm = height_cm);
    };
    let alert = el("p")
        .attr("id", "height-wrong")
        .class("field-wrong")
        .attr("role", "alert")
        .text(move || is_wrong().then(|| ctx.t().settings.height_wrong));
    el("div").class("field").children([
        el("label").attr("for", "height").text(say(ctx, |t| t.settings.height)),
        field.on("change", read),
        el("small").attr("id", "height-note").text(say(ctx, |t| t.settings.height_note)),
        alert,
    ])
}
