//! What happened in one session: each leg in the order begun, each hold and how it ended.

use super::sitting::kept;
use crate::{
    domain::{
        hold::Hold,
        listing::eased_of,
        session::{Session, SessionId},
    },
    text::{Text, history::span},
    view::{
        ctx::{Ctx, ctx},
        dom::{El, Els, Seen, el, soon},
        rest::door::{about::workout, held::Held, hold::hold_line, kept::kept_line},
        ui::focus,
    },
};

/// An opened session.
pub fn details(session: &Session, on_delete: impl Fn() + 'static) -> El {
    let ctx = ctx();
    let t = ctx.words();
    let id = session.id;
    let correcting = Seen::new(None::<u8>);
    let [looked, said] = [correcting.clone(), correcting.clone()];
    let words = &t.history.edit;
    let turn = el("button")
        .attr("type", "button")
        .class("sitting-correct")
        .text(move || if said.get().is_some() { words.end } else { words.begin });
    let pressed = turn.clone();
    let turn = turn.click(move || {
        let begins = correcting.peek().is_none();
        correcting.set(begins.then_some(1));
        if begins {
            // The fields are above the button.
            let below = pressed.clone();
            soon(move || {
                if let Ok(Some(body)) = below.closest(".sitting-body") {
                    focus::first(&body, "summary, select, input");
                }
            });
        }
    });
    el("div")
        .class("sitting-body")
        .switch(
            move || {
                let correcting = looked.get().is_some();
                // What is read follows every revision; what is being corrected keeps what has the focus.
                (correcting, ctx.read(|m| m.history.get(id).map(|e| (e.rev, e.crc))).filter(|_| !correcting))
            },
            move |(correcting, _)| parts(ctx, id, correcting),
        )
        .switch(move || ctx.read(|m| kept(m, id)), move |kept| kept_line(ctx, kept))
        .child(turn)
        .child(
            el("button")
                .attr("type", "button")
                .class("sitting-delete")
                .text(t.history.delete)
                .click(on_delete),
        )
}

/// The legs and the facts, to read or to correct.
fn parts(ctx: Ctx, id: SessionId, correcting: bool) -> Els {
    let Some(session) = ctx.peek(|m| m.history.session(id).cloned()) else { return Els::default() };
    let passes = (0..session.passes.len()).map(|pass| pass_view(ctx, &session, pass, correcting));
    let passes = el("div").class("sitting-passes").children(passes);
    let facts =
        if correcting { el("div").class("filter").children(workout(ctx, id)) } else { facts_view(ctx, id) };
    [passes, facts].into()
}

fn facts_view(ctx: Ctx, id: SessionId) -> El {
    let t = ctx.words();
    let facts = ctx.peek(|m| m.history.session(id).map(|session| facts(session, t)));
    let facts = facts.unwrap_or_default().into_iter().map(|fact| el("li").text(fact));
    el("ul").class("sitting-facts").children(facts)
}

/// One leg, drawn as the way down: a dotted line with a number at each hold.
fn pass_view(ctx: Ctx, session: &Session, index: usize, correcting: bool) -> El {
    let t = ctx.words();
    let pass = session.passes[index];
    let leg = [t.shell.left_leg, t.shell.right_leg][pass.leg.index()];
    let of_pass = session.holds.iter().enumerate().filter(|(_, hold)| usize::from(hold.pass) == index);
    let line = |(number, (at, hold)): (usize, (usize, &Hold))| {
        if correcting {
            Held { id: session.id, hold: at, number }.line(ctx)
        } else {
            el("li").children(hold_line(number, hold, t))
        }
    };
    let holds: Vec<El> = (1..).zip(of_pass).map(line).collect();
    let way = if holds.is_empty() {
        el("p").class("soft").text(t.hold.none)
    } else {
        el("ol").class("way").children(holds)
    };
    el("section")
        .class("pass")
        .child(el("h3").text(leg).text(" ").child(el("span").text(span(pass.active_ms))))
        .child(way)
        .children(pass.end.map(|end| el("p").class("way-end").text(t.history.pass_end(end))))
}

/// What is true of the whole session.
fn facts(session: &Session, t: &'static Text) -> Vec<String> {
    let h = &t.history;
    let mut facts = vec![h.advance(session.advance)];
    let (eased, of) = eased_of(session);
    facts.extend((of > 0).then(|| h.eased.with(&[eased.into(), of.into()])));
    let workout =
        [session.tag.map(|tag| h.tag(tag)), session.sport.map(|sport| h.sport(sport))].into_iter().flatten();
    let workout = workout.collect::<Vec<_>>().join(", ");
    facts.extend((!workout.is_empty()).then_some(workout));
    facts.extend((!session.roller.is_empty()).then(|| h.roller.words(&session.roller)));
    facts.extend(session.knee_before.map(|knee| h.knee_before(knee.pain.score(), knee.minutes)));
    facts.extend(session.knee_after.map(|knee| h.knee_after(knee.pain.score(), knee.minutes)));
    facts
}
