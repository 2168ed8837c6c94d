//! The safety gate: one screen of questions before rolling, answered by one tap when none applies.

use leptos::prelude::*;

use crate::{
    app::context::use_app,
    components::dialog::Dialog,
    domain::{
        Event,
        event::GateReply,
        leg::Leg,
        model::SessionState,
        safety::{Concern, Concerns, Severity, Verdict},
    },
    i18n::{claim::Claim, gate::GateText},
};

/// The gate.
#[component]
pub fn Gate() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let ticked = Memo::new(move |_| app.session.with(ticked_concerns));
    let close = move || app.dispatch(Event::GateAnswered(GateReply::Closed));
    view! {
        <Dialog labelled_by="gate-title" class="sheet" on_close=move |()| close()>
            <h2 id="gate-title">{t.title}</h2>
            <p class="sheet-lead">{t.lead}</p>
            <ConcernGroup title=t.do_not_roll belongs=|s| s == Severity::DoNotRoll ticked/>
            <ConcernGroup title=t.not_there belongs=|s| s == Severity::NotThere ticked/>
            <ConcernGroup title=t.clinician_first belongs=|s| s == Severity::ClinicianFirst ticked/>
            <ConcernGroup title=t.side_of_hip belongs=|s| matches!(s, Severity::LeaveOut(_)) ticked/>
            <footer class="sheet-foot">
                <div class="verdict" aria-live="polite">
                    {move || view! { <VerdictLines ticked=ticked.get()/> }}
                </div>
                {move || reply(ticked.get()).map(|reply| view! { <AnswerButton ticked=ticked.get() reply/> })}
                <button type="button" on:click=move |_| close()>{app.text.get_untracked().safety.close}</button>
            </footer>
        </Dialog>
    }
}

/// The concerns that stand together under one heading.
#[component]
fn ConcernGroup(
    /// The heading.
    title: &'static str,
    /// Whether concerns of this severity stand here.
    belongs: fn(Severity) -> bool,
    /// What is ticked.
    ticked: Memo<Concerns>,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let concern = move |(at, concern): (usize, Concern)| {
        view! {
            <label class="concern">
                <input
                    type="checkbox"
                    prop:checked=move || ticked.get().has(concern)
                    on:change:target=move |event| {
                        app.dispatch(Event::ConcernTicked(concern, event.target().checked()));
                    }
                />
                <span>{t.concerns[at].text}</span>
            </label>
        }
    };
    let all = Concern::ALL.into_iter().enumerate();
    let shown = all.filter(|(_, concern)| belongs(concern.severity()));
    view! {
        <fieldset class="concerns">
            <legend>{title}</legend>
            {shown.map(concern).collect_view()}
        </fieldset>
    }
}

/// What to do and why, as soon as something is ticked.
#[component]
fn VerdictLines(ticked: Concerns) -> impl IntoView {
    let t = &use_app().text.get_untracked().gate;
    let lines = verdicts(t, ticked).into_iter().map(|claim| claim.text);
    let again = (ticked.verdict() == Verdict::Blocked).then_some(t.asked_again);
    lines.chain(again).map(|line| view! { <p>{line}</p> }).collect_view()
}

/// The one button that answers what is ticked; there is none where no session may begin.
#[component]
fn AnswerButton(ticked: Concerns, reply: GateReply) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let words = match (reply, one_left(ticked)) {
        (GateReply::Asked, _) => t.i_have_asked,
        (GateReply::OtherLeg, Some(leg)) => t.other_leg[leg.index()],
        (GateReply::NoneOfThese | GateReply::OtherLeg | GateReply::Closed, _) => t.none_of_these,
    };
    view! {
        <button type="button" class="action" on:click=move |_| app.dispatch(Event::GateAnswered(reply))>
            {words}
        </button>
    }
}

fn ticked_concerns(session: &SessionState) -> Concerns {
    match session {
        SessionState::Asking(asking) => asking.ticked,
        SessionState::Idle
        | SessionState::Running(_)
        | SessionState::Found { .. }
        | SessionState::Elsewhere(_) => Concerns::default(),
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
