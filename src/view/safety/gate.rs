//! The safety gate: one screen of questions before rolling, answered by one tap when none applies.

use leptos::prelude::*;

use crate::{
    domain::{
        Event,
        event::GateReply,
        leg::Leg,
        model::{Model, Sitting},
        safety::{Concern, Concerns, Severity, Verdict},
    },
    text::{claim::Claim, safety::GateText},
    view::{ctx::ctx, ui::Dialog},
};

/// Which concerns stand together under one heading.
type Belongs = fn(Severity) -> bool;

/// The gate.
#[component]
pub fn Gate() -> impl IntoView {
    let ctx = ctx();
    let ticked = ctx.part(ticked);
    let safety = &ctx.text.get_untracked().safety;
    let t = &safety.gate;
    let close = move || ctx.send(Event::GateAnswered(GateReply::Closed));
    view! {
        <Dialog labelled_by="gate-title" class="sheet" on_close=close>
            <h2 id="gate-title">{t.title}</h2>
            <p class="sheet-lead">{t.lead}</p>
            <Group ticked title=t.do_not_roll belongs=|s| s == Severity::DoNotRoll />
            <Group ticked title=t.not_there belongs=|s| s == Severity::NotThere />
            <Group ticked title=t.clinician_first belongs=|s| s == Severity::ClinicianFirst />
            <Group ticked title=t.side_of_hip belongs=|s| matches!(s, Severity::LeaveOut(_)) />
            <footer class="sheet-foot">
                <Verdicts ticked />
                <Reply ticked />
                <button type="button" on:click=move |_| close()>
                    {safety.close}
                </button>
            </footer>
        </Dialog>
    }
}

#[component]
fn Group(ticked: Memo<Concerns>, title: &'static str, belongs: Belongs) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().safety.gate;
    let concern = move |(at, concern): (usize, Concern)| {
        view! {
            <label class="concern">
                <input
                    type="checkbox"
                    prop:checked=move || ticked.get().has(concern)
                    on:change=move |e| ctx.send(Event::ConcernTicked(concern, event_target_checked(&e)))
                />
                <span>{t.concerns[at].text}</span>
            </label>
        }
    };
    let all = Concern::ALL.into_iter().enumerate();
    view! {
        <fieldset class="concerns">
            <legend>{title}</legend>
            {all.filter(|(_, concern)| belongs(concern.severity())).map(concern).collect_view()}
        </fieldset>
    }
}

/// What to do and why, as soon as something is ticked.
#[component]
fn Verdicts(ticked: Memo<Concerns>) -> impl IntoView {
    let t = &ctx().text.get_untracked().safety.gate;
    let lines = move || {
        let lines = verdicts(t, ticked.get()).into_iter().map(|claim| claim.text);
        let again = (ticked.get().verdict() == Verdict::Blocked).then_some(t.asked_again);
        lines.chain(again).map(|line| view! { <p>{line}</p> }).collect_view()
    };
    view! {
        <div class="verdict" aria-live="polite">
            {lines}
        </div>
    }
}

/// The one button that answers what is ticked; none where nothing may begin.
#[component]
fn Reply(ticked: Memo<Concerns>) -> impl IntoView {
    let ctx = ctx();
    let t = &ctx.text.get_untracked().safety.gate;
    move || {
        let ticked = ticked.get();
        let reply = reply(ticked)?;
        let word = match (reply, one_left(ticked)) {
            (GateReply::Asked, _) => t.i_have_asked,
            (GateReply::OtherLeg, Some(leg)) => t.other_leg[leg.index()],
            (GateReply::NoneOfThese | GateReply::OtherLeg | GateReply::Closed, _) => t.none_of_these,
        };
        Some(view! {
            <button type="button" class="action" on:click=move |_| ctx.send(Event::GateAnswered(reply))>
                {word}
            </button>
        })
    }
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
