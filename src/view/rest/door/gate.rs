//! The safety gate: one screen of questions before rolling, answered by one tap when none applies.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::{
    domain::{
        Event,
        event::GateReply,
        leg::Leg,
        model::{Model, Sitting},
        safety::{Concern, Concerns, Severity, Verdict},
    },
    text::{claim::Claim, gate::GateText},
    view::{
        ctx::Ctx,
        dom::{El, el},
        ui::dialog,
    },
};

/// Which concerns stand together under one heading.
type Belongs = fn(Severity) -> bool;

/// The gate.
pub fn gate(ctx: Ctx) -> El {
    let t = &ctx.words().gate;
    let close = move || ctx.send(Event::GateAnswered(GateReply::Closed));
    let foot = el("footer")
        .class("sheet-foot")
        .child(verdict(ctx))
        .switch(move || ctx.read(ticked), move |ticked| answer(ctx, ticked))
        .child(el("button").attr("type", "button").text(ctx.words().safety.close).click(close));
    let inside = [
        el("h2").attr("id", "gate-title").text(t.title),
        el("p").class("sheet-lead").text(t.lead),
        group(ctx, t.do_not_roll, |s| s == Severity::DoNotRoll),
        group(ctx, t.not_there, |s| s == Severity::NotThere),
        group(ctx, t.clinician_first, |s| s == Severity::ClinicianFirst),
        group(ctx, t.side_of_hip, |s| matches!(s, Severity::LeaveOut(_))),
        foot,
    ];
    dialog("gate-title", "sheet", close, inside)
}

fn group(ctx: Ctx, title: &'static str, belongs: Belongs) -> El {
    let t = &ctx.words().gate;
    let concern = move |(at, concern): (usize, Concern)| {
        let tick = el("input")
            .attr("type", "checkbox")
            .flag("checked", move || ctx.read(|m| ticked(m).has(concern)));
        let box_ = tick.clone();
        let tick = tick.on("change", move |_: &web_sys::Event| {
            let ticked = box_.unchecked_ref::<HtmlInputElement>().checked();
            ctx.send(Event::ConcernTicked(concern, ticked));
        });
        el("label").class("concern").child(tick).child(el("span").text(t.concerns[at].text))
    };
    let all = Concern::ALL.into_iter().enumerate();
    el("fieldset")
        .class("concerns")
        .child(el("legend").text(title))
        .children(all.filter(|(_, concern)| belongs(concern.severity())).map(concern))
}

/// What to do and why, as soon as something is ticked.
fn verdict(ctx: Ctx) -> El {
    let t = &ctx.words().gate;
    el("div").class("verdict").attr("aria-live", "polite").switch(
        move || ctx.read(ticked),
        move |ticked| {
            let lines = verdicts(t, ticked).into_iter().map(|claim| claim.text);
            let again = (ticked.verdict() == Verdict::Blocked).then_some(t.asked_again);
            lines.chain(again).map(|line| el("p").text(line)).collect::<Vec<_>>()
        },
    )
}

/// The one button that answers what is ticked; none where nothing may begin.
fn answer(ctx: Ctx, ticked: Concerns) -> Option<El> {
    let t = &ctx.words().gate;
    let reply = reply(ticked)?;
    let word = match (reply, one_left(ticked)) {
        (GateReply::Asked, _) => t.i_have_asked,
        (GateReply::OtherLeg, Some(leg)) => t.other_leg[leg.index()],
        (GateReply::NoneOfThese | GateReply::OtherLeg | GateReply::Closed, _) => t.none_of_these,
    };
    let answer = move || ctx.send(Event::GateAnswered(reply));
    Some(el("button").attr("type", "button").class("action").text(word).click(answer))
}

fn ticked(model: &Model) -> Concerns {
    match &model.sitting {
        Sitting::Asking(asking) => asking.ticked,
        Sitting::Idle | Sitting::Running(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => {
            Concerns::default()
        }
    }
}

fn reply(ticked: Concerns) -> Option<GateReply> {
    match ticked.verdict() {
        Verdict::Clear if ticked == Concerns::default() => Some(GateReply::NoneOfThese),
        Verdict::Clear => Some(GateReply::OtherLeg),
        Verdict::ClinicianFirst => Some(GateReply::Asked),
        Verdict::Blocked | Verdict::NoLegLeft => None,
    }
}

/// The leg to go on with when the other is left out.
fn one_left(ticked: Concerns) -> Option<Leg> {
    Leg::BOTH.into_iter().find(|leg| ticked.leaves_out(leg.other()) && !ticked.leaves_out(*leg))
}

fn verdicts(text: &GateText, ticked: Concerns) -> Vec<Claim> {
    let mut claims = Vec::new();
    match ticked.verdict() {
        Verdict::Blocked => {
            if ticked.ask(Severity::DoNotRoll) {
                claims.push(text.help_today);
            }
            if ticked.has(Concern::Clot) {
                claims.push(text.clot_emergency);
            }
            if ticked.ask(Severity::NotThere) {
                claims.push(text.keep_off_wound);
            }
        }
        Verdict::NoLegLeft => claims.extend([text.no_leg_left, text.instead]),
        Verdict::Clear | Verdict::ClinicianFirst => {
            if ticked.ask(Severity::ClinicianFirst) {
                claims.push(text.ask_first);
            }
            if let Some(leg) = one_left(ticked) {
                claims.extend([text.left_out[leg.other().index()], text.left_out_why]);
            }
        }
    }
    claims
}
