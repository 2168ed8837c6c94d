//! What the sessions tell together: the plan, the spots' times, the map, the knee, and a page of it on paper.

use super::{knee, map, pick::Chosen, plan, sheet, spots};
use crate::{
    domain::{
        leg::{Leg, Position},
        track::tracks,
    },
    text::{Text, leg::percent},
    view::{
        ctx::ctx,
        dom::{El, el},
    },
};

/// All of it, made anew when the history has changed: each part reads the whole of it.
pub fn weeks() -> El {
    let ctx = ctx();
    // What was chosen outlives what is made anew.
    let (leg, span) = (Chosen::new(None), Chosen::new(None));
    let changed = move || {
        ctx.read(|_| ());
        ctx.print()
    };
    el("div").class("weeks").switch(changed, move |_| {
        let tracks = Leg::BOTH.map(|leg| ctx.peek(|m| tracks(&m.history, leg)));
        [
            plan::plan(ctx),
            spots::spots(ctx, &tracks, &leg),
            map::map(ctx, &span),
            knee::knee(ctx),
            sheet::button(ctx, tracks),
        ]
    })
}

/// A part of the screen.
pub fn section(title: &'static str) -> El {
    el("section").class("weeks-part").child(el("h2").text(title))
}

/// A place on the leg, in words.
pub fn place(position: Position, t: &'static Text) -> String {
    let at = position.percent();
    [t.leg.stretch(at), ", ", &percent(at)].concat()
}

/// The legs' names.
pub fn legs(t: &'static Text) -> [&'static str; 2] {
    [t.shell.left_leg, t.shell.right_leg]
}
