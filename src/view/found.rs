//! A session that the app was closed on, and one that another tab runs. Shown on the leg screen, and where one looks for a session.

use crate::{
    domain::{Event, Model, leg::Leg, model::Sitting, phase::Name},
    view::{
        ctx::{Ask, Ctx, Task, ctx},
        dom::{El, Els, el, soon},
    },
};

/// What is known of the session that was left behind.
#[derive(Clone, Copy, PartialEq, Eq)]
struct LeftBehind {
    leg: Leg,
    holds: usize,
    minutes_ago: i64,
    can_continue: bool,
}

impl LeftBehind {
    fn of(model: &Model) -> Option<Self> {
        let Sitting::Found { live, .. } = &model.sitting else {
            return None;
        };
        Some(Self {
            leg: live.running.course.leg,
            holds: live.running.course.holds.len(),
            minutes_ago: (model.opened.unix_ms - live.written_unix_ms) / 60_000,
            can_continue: live.can_continue(model.opened),
        })
    }
}

/// A session that the app was closed on: go on, keep what there is, or discard it.
pub fn found_panel() -> El {
    let ctx = ctx();
    let t = &ctx.words().session.found;
    let facts = move |found: Option<LeftBehind>| {
        let Some(found) = found else { return Els::default() };
        let what = t.what(found.leg, found.holds, found.minutes_ago);
        let too_late = (!found.can_continue).then(|| el("p").text(t.too_late));
        [el("p").text(what)].into_iter().chain(too_late).collect::<Vec<_>>().into()
    };
    let asks = |m: &Model| matches!(m.sitting, Sitting::Found { asks_discard: true, .. });
    panel("found-title", t.left_behind).switch(move || ctx.read(LeftBehind::of), facts).switch(
        move || ctx.read(asks),
        move |asks| if asks { discard_question(ctx) } else { found_buttons(ctx).into() },
    )
}

fn found_buttons(ctx: Ctx) -> El {
    let t = &ctx.words().session.found;
    let can_continue = move || ctx.read(|m| LeftBehind::of(m).is_some_and(|f| f.can_continue));
    el("div")
        .class("panel-buttons")
        .when(can_continue, move || asking(ctx, t.carry_on, Task::Continue).class("action"))
        .child(asking(ctx, t.keep, Task::Keep))
        .child(button(ctx, t.discard, || Event::Discarded))
}

/// "Discard?" Cancel stands where Discard stood and has the focus: pressing twice discards nothing.
fn discard_question(ctx: Ctx) -> Els {
    let t = &ctx.words().session.found;
    let cancel = button(ctx, t.cancel, || Event::DiscardWithdrawn);
    let first = cancel.clone();
    soon(move || {
        first.html().focus().ok();
    });
    let buttons = [button(ctx, t.discard, || Event::Discarded).class("is-final"), cancel];
    [el("p").class("panel-question").text(t.discard_ask), el("div").class("panel-buttons").children(buttons)]
        .into()
}

/// A session in another tab: what it does, and the way to bring it here.
pub fn elsewhere_panel() -> El {
    let ctx = ctx();
    let t = &ctx.words().session.found;
    let words = move || ctx.read(there).map(|(leg, name)| t.phase_there(leg, name));
    let take_over = asking(ctx, t.take_over, Task::TakeOver).class("action");
    panel("elsewhere-title", t.elsewhere)
        .child(el("p").text(words))
        .child(el("p").text(t.take_over_what))
        .child(el("div").class("panel-buttons").child(take_over))
}

fn there(model: &Model) -> Option<(Leg, Name)> {
    match &model.sitting {
        Sitting::Elsewhere(live) => Some((live.running.course.leg, live.running.phase_name())),
        Sitting::Idle | Sitting::Asking(_) | Sitting::Running(_) | Sitting::Found { .. } => None,
    }
}

/// A panel with the heading that names it.
fn panel(id: &'static str, title: &'static str) -> El {
    el("section").class("panel").attr("aria-labelledby", id).child(el("h2").attr("id", id).text(title))
}

fn button(ctx: Ctx, words: &'static str, event: fn() -> Event) -> El {
    el("button").attr("type", "button").text(words).click(move || ctx.send(event()))
}

/// A button for what needs the session's screen, or all that was recorded.
fn asking(ctx: Ctx, words: &'static str, task: Task) -> El {
    el("button").attr("type", "button").text(words).click(move || ctx.ask(Ask::Do(task)))
}
