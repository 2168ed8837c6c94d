//! The safety gate: one screen of questions before rolling, answered by one tap when none applies.

use leptos::{html, prelude::*};

use super::{close_button::CloseButton, gate_reading::Reading, safety_page::CallLink};
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

/// A press so soon after one that led on in the list was meant for that one, milliseconds.
const DOUBLE_PRESS_MS: i64 = 600;

/// The gate.
#[component]
pub fn Gate() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let ticked = Memo::new(move |_| app.session.with(ticked_concerns));
    let close = move || app.dispatch(Event::GateAnswered(GateReply::Closed));
    let dialog = NodeRef::<html::Dialog>::new();
    let reading = Reading::new(dialog, Concern::ALL.len());
    view! {
        <Dialog
            labelled_by="gate-title"
            class="sheet gate"
            dialog_ref=dialog
            on_close=move |()| close()
            on:scroll=move |_| reading.look()
        >
            <header class="sheet-head">
                <h2 id="gate-title">{t.title}</h2>
                <CloseButton on_close=move |()| close()/>
            </header>
            <p class="sheet-lead">{t.lead}</p>
            <div class="gate-groups">
                // First, since it decides the leg.
                <ConcernGroup
                    title=t.side_of_hip
                    belongs=|s| matches!(s, Severity::LeaveOut(_))
                    ticked
                    reading
                />
                <ConcernGroup title=t.do_not_roll belongs=|s| s == Severity::DoNotRoll ticked reading/>
                <ConcernGroup title=t.not_there belongs=|s| s == Severity::NotThere ticked reading/>
                <ConcernGroup title=t.clinician_first belongs=|s| s == Severity::ClinicianFirst ticked reading/>
            </div>
            <footer class="sheet-foot">
                <div class="verdict" aria-live="polite" translate="no">
                    {move || view! { <VerdictLines ticked=ticked.get()/> }}
                </div>
                <AnswerButton ticked reading/>
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
    /// How much of the list has been in view.
    reading: Reading,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let concern = move |(item, concern): (usize, Concern)| {
        view! {
            <label class="concern" data-item=item.to_string()>
                <input
                    type="checkbox"
                    prop:checked=move || ticked.get().has(concern)
                    on:change:target=move |event| {
                        app.dispatch(Event::ConcernTicked(concern, event.target().checked()));
                        reading.keep_in_sight(item);
                    }
                />
                <span>{t.concerns[concern as usize].text}</span>
            </label>
        }
    };
    let shown = Concern::asked().enumerate().filter(|(_, concern)| belongs(concern.severity()));
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
    let lines = lines.chain(again).map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        {lines}
        {ticked.has(Concern::Clot).then(|| view! { <CallLink/> })}
    }
}

/// The one button: it leads on in the list until the end of it has been in view, then it answers what is ticked. There is
/// none where no session may begin.
#[component]
fn AnswerButton(
    /// What is ticked.
    ticked: Memo<Concerns>,
    /// How much of the list has been in view.
    reading: Reading,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let can_answer = Memo::new(move |_| reply(ticked.get()).is_some());
    let left = Memo::new(move |_| reading.left());
    let words = move || match left.get() {
        0 => answer_words(t, ticked.get()).to_owned(),
        left => t.more_to_read.of(left),
    };
    let led_on_ms = StoredValue::new(i64::MIN / 2);
    let press = move |_| {
        if left.get_untracked() > 0 {
            led_on_ms.set_value(app.mono_ms());
            reading.go_on();
        } else if app.mono_ms() - led_on_ms.get_value() > DOUBLE_PRESS_MS
            && let Some(reply) = reply(ticked.get_untracked())
        {
            app.dispatch(Event::GateAnswered(reply));
        }
    };
    view! {
        {move || can_answer.get().then(|| view! {
            <button type="button" class="action" class:is-leading-on=move || { left.get() > 0 } on:click=press>
                {move || words()}
            </button>
        })}
    }
}

/// What the button says that answers.
fn answer_words(t: &GateText, ticked: Concerns) -> &'static str {
    match (reply(ticked), one_left(ticked)) {
        (Some(GateReply::Asked), _) => t.i_have_asked,
        (Some(GateReply::OtherLeg), Some(leg)) => t.other_leg[leg.index()],
        (Some(GateReply::NoneOfThese | GateReply::OtherLeg | GateReply::Closed) | None, _) => t.none_of_these,
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
