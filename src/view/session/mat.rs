//! A session in progress, as it is seen from the mat.

use leptos::{ev, html, prelude::*, wasm_bindgen::JsCast, web_sys::HtmlElement};

use super::{
    big_tap::BigTap, controls::Controls, dial::Dial, fit, little_leg::LittleLeg, sight::Stand, words::Words,
};
use crate::{
    domain::{leg::Leg, phase::Name},
    view::{ctx::ctx, ui::focus},
};

/// The whole screen: side and word, number and shape, the small leg, what to do, and the buttons.
#[component]
pub fn Mat() -> impl IntoView {
    let ctx = ctx();
    let first = ctx.model.with_untracked(Stand::of)?;
    // The last stand is kept for the moment in which the session leaves the screen.
    let stand = Memo::new(move |last: Option<&Stand>| {
        let now = ctx.model.with(Stand::of);
        now.or(last.copied()).unwrap_or(first)
    });
    let little = Memo::new(move |_| {
        let stand = stand.get();
        (stand.under != Name::Switch).then_some(stand.leg)
    });
    let node = NodeRef::<html::Main>::new();
    keep_focus(node, stand);
    Some(view! {
        <main
            node_ref=node
            class="session"
            class:is-turned=move || stand.get().turned
            class:is-advised=move || stand.get().too_much
            data-phase=move || code(stand.get().name)
            data-leg=move || side(stand.get().leg)
            on:contextmenu=|event| event.prevent_default()
            on:click=|event| let_go(&event)
        >
            <div class="mat-turn">
                <div class="mat">
                    <Head stand />
                    {move || little.get().map(|leg| view! { <LittleLeg leg /> })}
                    <Dial stand />
                    <Words stand />
                    <BigTap stand />
                    <Controls stand />
                </div>
            </div>
        </main>
    })
}

/// The side and the phase's one word.
#[component]
fn Head(stand: Memo<Stand>) -> impl IntoView {
    let ctx = ctx();
    let side = move || ctx.t().session.sides[stand.get().leg.index()];
    let word = move || (ctx.t().session.word)(stand.get().name);
    view! {
        <h1
            class="mat-head"
            style=("--side-ems", move || fit::whole(side()))
            style=("--word-ems", move || fit::whole(word()))
        >
            <span class="mat-side">{side}</span>
            " "
            <span class="mat-word">{word}</span>
        </h1>
    }
}

/// Gives the focus to the phase's main control when the one that had it is gone.
fn keep_focus(node: NodeRef<html::Main>, stand: Memo<Stand>) {
    let card = ctx().part(|m| m.red_card);
    Effect::new(move |_| {
        stand.track();
        card.track();
        request_animation_frame(move || {
            let first = node
                .try_get_untracked()
                .flatten()
                .and_then(|main| main.query_selector("[data-first]").ok().flatten())
                .and_then(|first| first.dyn_into::<HtmlElement>().ok());
            if let Some(first) = first {
                focus::offer(&first);
            }
        });
    });
}

/// A control that was pressed by a finger lets the focus go: the next key is the big tap again. What the
/// press has opened on top keeps it.
fn let_go(event: &ev::MouseEvent) {
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
