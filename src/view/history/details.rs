//! What happened in one session: each leg in the order begun, each hold and how it ended.

use super::sitting::kept;
use crate::{
    domain::{history::Kept, listing::eased_of, session::Session},
    text::{Text, history::span},
    view::{
        ctx::{Ask, Ctx, ctx},
        dom::{El, el},
        rest::door::hold::hold_line,
    },
};

/// An opened session.
pub fn details(session: &Session, on_delete: impl Fn() + 'static) -> El {
    let ctx = ctx();
    let t = ctx.words();
    let id = session.id;
    let passes = (0..session.passes.len()).map(|pass| pass_view(session, pass, t));
    let facts = facts(session, t).into_iter().map(|fact| el("li").text(fact));
    el("div")
        .class("sitting-body")
        .child(el("div").class("sitting-passes").children(passes))
        .child(el("ul").class("sitting-facts").children(facts))
        .when(
            move || ctx.read(|m| kept(m, id)) == Kept::Both,
            move || el("p").class("kept").text(t.kept.both),
        )
        .when(
            move || matches!(ctx.read(|m| kept(m, id)), Kept::One | Kept::Nowhere),
            move || not_kept(ctx, move || ctx.read(|m| kept(m, id)) == Kept::One),
        )
        .child(
            el("button")
                .attr("type", "button")
                .class("sitting-delete")
                .text(t.history.delete)
                .click(on_delete),
        )
}

/// One leg, drawn as the way down: a dotted line with a number at each hold.
fn pass_view(session: &Session, index: usize, t: &'static Text) -> El {
    let pass = session.passes[index];
    let leg = [t.shell.left_leg, t.shell.right_leg][pass.leg.index()];
    let holds: Vec<El> = session
        .holds_of(index)
        .enumerate()
        .map(|(at, hold)| el("li").children(hold_line(at + 1, hold, t)))
        .collect();
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
    let knees = [session.knee_before, session.knee_after].into_iter().flatten();
    facts.extend(knees.map(|knee| h.knee(knee.pain.score(), knee.minutes)));
    facts
}

/// That the session is not kept in both places; amber.
fn not_kept(ctx: Ctx, in_one: impl Fn() -> bool + Copy + 'static) -> El {
    let t = ctx.words();
    let h = &t.kept;
    let words = move || if in_one() { h.one } else { h.nowhere };
    let why = move || if in_one() { h.one_why } else { h.nowhere_why };
    let export = el("button")
        .attr("type", "button")
        .text(t.safety.notices.export_backup)
        .click(move || ctx.ask(Ask::Backup));
    el("div").class("not-kept").child(el("p").child(el("b").text(words)).text(" ").text(why)).child(export)
}
