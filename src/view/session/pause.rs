//! The two questions that a pause may ask.

use super::control::control;
use crate::{
    domain::{
        Event, Model,
        hold::{Ending, Reason},
    },
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// A reason, and what giving it says.
type Given = (Reason, fn() -> Event);

/// The reasons for "This feels wrong", in the order of their words.
const REASONS: [Given; 4] = [
    (Reason::Sharp, || Event::ReasonGiven(Reason::Sharp)),
    (Reason::Numb, || Event::ReasonGiven(Reason::Numb)),
    (Reason::Tingling, || Event::ReasonGiven(Reason::Tingling)),
    (Reason::Other, || Event::ReasonGiven(Reason::Other)),
];

/// "Stop now?", so that no elbow ends a session.
pub fn stop_question(ctx: Ctx) -> El {
    let t = &ctx.words().mat;
    let stop = control(ctx, "control is-stop-now", t.stop_now, || Event::Stopped);
    let resume = control(ctx, "control is-resume is-main", t.resume, || Event::StopWithdrawn);
    question("stop-question", "stop-question", t.stop_ask).child(stop).child(resume.attr("data-first", ""))
}

/// What felt wrong. Leaving it out is as good an answer.
pub fn reasons(ctx: Ctx) -> El {
    let t = &ctx.words().mat;
    let reason = move |((reason, event), words): (Given, &'static str)| {
        let pressed = move || if ctx.read(given) == Some(reason) { "true" } else { "false" };
        control(ctx, "control", words, event).attr("aria-pressed", pressed)
    };
    question("reasons", "reason-question", t.reason_ask)
        .children(REASONS.into_iter().zip(t.reasons).map(reason))
}

/// The reason that was given for the last hold.
fn given(model: &Model) -> Option<Reason> {
    match model.running()?.course.holds.last()?.ending {
        Ending::Stopped(reason) => reason,
        Ending::Eased | Ending::MovedOn | Ending::Limit | Ending::Timed | Ending::Interrupted => None,
    }
}

fn question(class: &'static str, id: &'static str, words: &'static str) -> El {
    el("div")
        .class(class)
        .attr("role", "group")
        .attr("aria-labelledby", id)
        .child(el("p").class("mat-question").attr("id", id).text(words))
}
