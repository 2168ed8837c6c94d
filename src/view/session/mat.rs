//! A session in progress, as it is seen from the mat.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, MouseEvent};

use super::{
    big_tap::big_tap,
    controls::controls,
    dial::dial,
    fit,
    little_leg::little_leg,
    shapes::easing_off,
    sight::{Stand, stand},
    words::words,
};
use crate::{
    domain::{leg::Leg, phase::Name},
    view::{
        ctx::Ctx,
        dom::{El, Els, el, frame_later},
        ui::focus,
    },
};

/// The whole screen: side and word, number and shape, the small leg, what to do, and the buttons.
pub fn mat(ctx: Ctx, main: El) -> El {
    let mat = el("div")
        .class("mat")
        .child(head(ctx))
        .when(move || stand(ctx).under != Name::Switch, move || little_leg(ctx))
        .child(dial(ctx))
        .when(move || eases_off(stand(ctx)), easing_off)
        .child(words(ctx));
    let mat = keep_focus(ctx, big_tap(ctx, mat).child(controls(ctx)));
    main.class("session")
        .class_if("is-turned", move || stand(ctx).turned)
        .class_if("is-advised", move || stand(ctx).too_much)
        .attr("data-phase", move || code(stand(ctx).name))
        .attr("data-leg", move || side(stand(ctx).leg))
        .on("contextmenu", |event: &Event| event.prevent_default())
        .on("click", let_go)
        .child(el("div").class("mat-turn").child(mat))
}

/// How to take weight off is drawn while the words ask for it.
fn eases_off(stand: Stand) -> bool {
    stand.too_much && stand.name == Name::Hold
}

/// The side and the phase's one word.
fn head(ctx: Ctx) -> El {
    let t = &ctx.words().mat;
    let side = move || t.sides[stand(ctx).leg.index()];
    let word = move || t.words.of(stand(ctx).name);
    el("h1")
        .class("mat-head")
        .style("--side-ems", move || fit::whole(side()))
        .style("--word-ems", move || fit::whole(word()))
        .child(el("span").class("mat-side").text(side))
        .text(" ")
        .child(el("span").class("mat-word").text(word))
}

/// Gives the focus to the phase's main control when the one that had it is gone.
fn keep_focus(ctx: Ctx, mat: El) -> El {
    let inside = mat.clone();
    mat.switch(
        move || ctx.read(|m| (Stand::of(m), m.red_card)),
        move |_| {
            let inside = inside.clone();
            frame_later(move || {
                let first = inside.query_selector("[data-first]").ok().flatten();
                if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
                    focus::offer(&first);
                }
            });
            Els::default()
        },
    )
}

/// A control that was pressed by a finger lets the focus go: the next key is the big tap again. What the
/// press has opened on top keeps it.
fn let_go(event: &MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let Some(pressed) = pressed.filter(|_| event.detail() > 0) else {
        return;
    };
    let mat = pressed.closest(".session").ok().flatten();
    if let (Some(mat), Some(holder)) = (mat, focus::holder(&pressed))
        && mat.contains(Some(&holder))
    {
        holder.blur().ok();
    }
}

/// A phase as `data-phase` names it.
const fn code(name: Name) -> &'static str {
    match name {
        Name::Position => "position",
        Name::Roll => "roll",
        Name::Hold => "hold",
        Name::Switch => "switch",
        Name::Paused => "paused",
        Name::Done => "done",
    }
}

/// A leg as `data-leg` names it.
pub const fn side(leg: Leg) -> &'static str {
    match leg {
        Leg::Left => "left",
        Leg::Right => "right",
    }
}
