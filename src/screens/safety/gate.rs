//! The safety gate: one screen of questions before rolling, answered by one tap if none applies.

use leptos::{html, prelude::*};

use super::{close_button::CloseButton, safety_page::CallLink, seen_items::SeenItems};
use crate::{
    app::context::use_app,
    components::dialog::Dialog,
    domain::{
        Event,
        event::GateButton,
        leg::Leg,
        model::SessionState,
        safety::{Concern, Concerns, GateVerdict, Severity},
    },
    i18n::{gate::GateText, health_sentence::HealthSentence},
};

/// A press this soon after one that scrolled the list was meant for that one, milliseconds.
const DOUBLE_PRESS_MS: i64 = 600;

/// The safety gate.
#[component]
pub fn Gate() -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let ticked = Memo::new(move |_| app.session_state.with(ticked_concerns));
    let close = move || app.dispatch(Event::GateAnswered(GateButton::Closed));
    let dialog = NodeRef::<html::Dialog>::new();
    let seen_items = SeenItems::new(dialog, Concern::ALL.len());
    view! {
        <Dialog
            labelled_by="gate-title"
            class="sheet gate"
            dialog_ref=dialog
            on_close=move |()| close()
            on:scroll=move |_| seen_items.update()
        >
            <header class="sheet-head">
                <h2 id="gate-title">{t.title}</h2>
                <CloseButton on_close=move |()| close()/>
            </header>
            <p class="sheet-lead">{t.question}</p>
            <div class="gate-groups">
                // First, because it decides which leg is rolled.
                <ConcernGroup
                    title=t.side_of_hip
                    belongs=|s| matches!(s, Severity::LeaveOut(_))
                    ticked
                    seen_items
                />
                <ConcernGroup title=t.do_not_roll belongs=|s| s == Severity::DoNotRoll ticked seen_items/>
                <ConcernGroup title=t.do_not_roll_there belongs=|s| s == Severity::DoNotRollThere ticked seen_items/>
                <ConcernGroup title=t.ask_clinician_first belongs=|s| s == Severity::ClinicianFirst ticked seen_items/>
            </div>
            <footer class="sheet-foot">
                <div class="verdict" aria-live="polite" translate="no">
                    {move || view! { <VerdictLines ticked=ticked.get()/> }}
                </div>
                <AnswerButton ticked seen_items/>
            </footer>
        </Dialog>
    }
}

/// The concerns under one heading.
#[component]
fn ConcernGroup(
    /// The heading.
    title: &'static str,
    /// Selects the concerns of this group by severity.
    belongs: fn(Severity) -> bool,
    /// The ticked concerns.
    ticked: Memo<Concerns>,
    /// Which items have been in view.
    seen_items: SeenItems,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let concern = move |(item, concern): (usize, Concern)| {
        view! {
            <label class="checkbox-row" data-item=item.to_string()>
                <input
                    type="checkbox"
                    prop:checked=move || ticked.get().contains(concern)
                    on:change:target=move |event| {
                        app.dispatch(Event::ConcernTicked(concern, event.target().checked()));
                        seen_items.keep_in_view(item);
                    }
                />
                <span>{t.concerns[concern as usize].text}</span>
            </label>
        }
    };
    let shown = Concern::in_question_order().enumerate().filter(|(_, concern)| belongs(concern.severity()));
    view! {
        <fieldset class="concerns">
            <legend>{title}</legend>
            {shown.map(concern).collect_view()}
        </fieldset>
    }
}

/// What to do and why, as soon as something is ticked.
#[component]
fn VerdictLines(
    /// The ticked concerns.
    ticked: Concerns,
) -> impl IntoView {
    let t = &use_app().text.get_untracked().gate;
    let lines = verdict_claims(t, ticked).into_iter().map(|sentence| sentence.text);
    let will_ask_again = (ticked.verdict() == GateVerdict::Blocked).then_some(t.will_ask_again);
    let lines = lines.chain(will_ask_again).map(|line| view! { <p>{line}</p> }).collect_view();
    view! {
        {lines}
        {ticked.contains(Concern::Clot).then(|| view! { <CallLink/> })}
    }
}

/// The only button: it scrolls through the list until all items have been in view, then it submits the answer.
/// There is none if no session may start.
#[component]
fn AnswerButton(
    /// What is ticked.
    ticked: Memo<Concerns>,
    /// How much of the list has been in view.
    seen_items: SeenItems,
) -> impl IntoView {
    let app = use_app();
    let t = &app.text.get_untracked().gate;
    let can_answer = Memo::new(move |_| gate_button(ticked.get()).is_some());
    let unseen_count = Memo::new(move |_| seen_items.unseen_count());
    let label = move || match unseen_count.get() {
        0 => answer_label(t, ticked.get()).to_owned(),
        unseen_count => t.more_to_read.for_count(unseen_count),
    };
    let scrolled_ms = StoredValue::new(i64::MIN / 2);
    let press = move |_| {
        if unseen_count.get_untracked() > 0 {
            scrolled_ms.set_value(app.mono_ms());
            seen_items.scroll_to_next_unseen();
        } else if app.mono_ms() - scrolled_ms.get_value() > DOUBLE_PRESS_MS
            && let Some(button) = gate_button(ticked.get_untracked())
        {
            app.dispatch(Event::GateAnswered(button));
        }
    };
    view! {
        {move || can_answer.get().then(|| view! {
            <button type="button" class="action" class:is-scroll-button=move || { unseen_count.get() > 0 } on:click=press>
                {move || label()}
            </button>
        })}
    }
}

/// The label of the button when it submits.
fn answer_label(t: &GateText, ticked: Concerns) -> &'static str {
    match (gate_button(ticked), remaining_leg(ticked)) {
        (Some(GateButton::ClinicianAsked), _) => t.i_have_asked,
        (Some(GateButton::OtherLeg), Some(leg)) => t.continue_with_leg[leg.index()],
        (Some(GateButton::NoneOfThese | GateButton::OtherLeg | GateButton::Closed) | None, _) => {
            t.none_of_these
        }
    }
}

fn ticked_concerns(state: &SessionState) -> Concerns {
    match state {
        SessionState::GateOpen(pending_start) => pending_start.ticked,
        SessionState::Idle
        | SessionState::Running(_)
        | SessionState::Interrupted { .. }
        | SessionState::InOtherTab(_) => Concerns::default(),
    }
}

fn gate_button(ticked: Concerns) -> Option<GateButton> {
    match ticked.verdict() {
        GateVerdict::Clear if ticked == Concerns::default() => Some(GateButton::NoneOfThese),
        GateVerdict::Clear => Some(GateButton::OtherLeg),
        GateVerdict::ClinicianFirst => Some(GateButton::ClinicianAsked),
        GateVerdict::Blocked | GateVerdict::NoLegLeft => None,
    }
}

/// The remaining leg if the other one is left out.
fn remaining_leg(ticked: Concerns) -> Option<Leg> {
    Leg::BOTH.into_iter().find(|leg| ticked.leaves_out(leg.other()) && !ticked.leaves_out(*leg))
}

fn verdict_claims(text: &GateText, ticked: Concerns) -> Vec<HealthSentence> {
    let mut claims = Vec::new();
    match ticked.verdict() {
        GateVerdict::Blocked => {
            if ticked.has_severity(Severity::DoNotRoll) {
                claims.push(text.get_help_today);
            }
            if ticked.contains(Concern::Clot) {
                claims.push(text.clot_emergency);
            }
            if ticked.has_severity(Severity::DoNotRollThere) {
                claims.push(text.keep_off_wound);
            }
        }
        GateVerdict::NoLegLeft => claims.extend([text.skip_both_legs, text.alternatives]),
        GateVerdict::Clear | GateVerdict::ClinicianFirst => {
            if ticked.has_severity(Severity::ClinicianFirst) {
                claims.push(text.ask_clinician);
            }
            if let Some(leg) = remaining_leg(ticked) {
                claims.extend([text.skip_leg[leg.other().index()], text.skip_leg_reason]);
            }
        }
    }
    claims
}
