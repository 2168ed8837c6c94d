//! The start of a session with its safety gate, and navigation between screens.

use crate::domain::{
    effect::{Announcement, Effect},
    event::GateButton,
    history::SaveStatus,
    leg::{Leg, Position},
    model::{Model, PendingStart, SessionState},
    phase::{Active, AfterCountdown, POSITION_MS, Phase, PhaseName},
    running::{Progress, RunningSession},
    safety::{Concerns, GateAnswer, GateVerdict},
    screen::Screen,
    session::SessionId,
    time::Now,
    unknown_fields::UnknownFields,
};

use super::{output::Output, transitions};

/// "Start" was pressed: begins the session, or opens the safety gate first if it is due.
pub fn start(model: &mut Model, id: SessionId, now: Now, out: &mut Output) {
    match &model.session_state {
        SessionState::Running(running) if running.phase_name() == PhaseName::Done => clear_session(model),
        SessionState::Running(_) | SessionState::Interrupted { .. } | SessionState::InOtherTab(_) => {
            return show_screen(model, Screen::Session, out);
        }
        SessionState::Idle | SessionState::GateOpen(_) => {}
    }
    match model.meta.as_of(now.unix_ms).gate {
        Some(answer) if answer.allows_start(now) => begin_session(model, id, answer, now, out),
        earlier => {
            let ticked = earlier
                .filter(|answer| answer.is_of_today(now))
                .map_or(Concerns::default(), |answer| answer.concerns);
            model.session_state = SessionState::GateOpen(PendingStart { id, ticked });
        }
    }
}

/// The safety gate was answered.
pub fn answer_gate(model: &mut Model, button: GateButton, now: Now, out: &mut Output) {
    let SessionState::GateOpen(pending_start) = model.session_state else {
        return;
    };
    let concerns = pending_start.ticked;
    let none_ticked = concerns == Concerns::default();
    let answer = GateAnswer {
        unix_ms: now.unix_ms,
        utc_offset_min: now.utc_offset_min,
        concerns,
        clinician_asked: button == GateButton::ClinicianAsked,
    };
    let may_start = match (button, concerns.verdict()) {
        (GateButton::Closed, _) => false,
        (GateButton::NoneOfThese, GateVerdict::Clear) if none_ticked => true,
        (GateButton::OtherLeg, GateVerdict::Clear) if !none_ticked => true,
        (GateButton::ClinicianAsked, GateVerdict::ClinicianFirst) => true,
        // The button does not match the ticked concerns: the gate stays open.
        _ => return,
    };
    if may_start || !none_ticked {
        model.meta.gate = Some(answer);
        out.push(Effect::SaveMeta);
    }
    model.session_state = SessionState::Idle;
    if may_start {
        begin_session(model, pending_start.id, answer, now, out);
    }
}

fn begin_session(model: &mut Model, id: SessionId, gate: GateAnswer, now: Now, out: &mut Output) {
    let first = model.draft.leg;
    let mut legs = [first, first.other()].into_iter().filter(|leg| !gate.concerns.leaves_out(*leg));
    let Some(leg) = legs.next() else {
        return;
    };
    let next_leg = legs.next();
    for left_out in Leg::BOTH {
        if gate.concerns.leaves_out(left_out) {
            out.announce(Announcement::LegLeftOut(left_out));
        }
    }
    model.cleared_draft = None;
    model.snapshot_save_status = (0, SaveStatus::Pending);
    model.session_state = SessionState::Running(Box::new(RunningSession {
        id,
        rev: model.history.next_rev(id),
        start_unix_ms: now.unix_ms,
        utc_offset_min: now.utc_offset_min,
        advance: model.settings.advance(),
        pacer_seconds: model.settings.pacer_seconds,
        gate_unix_ms: gate.unix_ms,
        knee_before: model.knee_rating.take().and_then(|rating| rating.score_before(now.unix_ms)),
        unknown: UnknownFields::NONE,
        snapshot_unknown: UnknownFields::NONE,
        epoch: 1,
        seq: 0,
        progress: Progress {
            leg,
            next_leg,
            passes: Vec::new(),
            holds: Vec::new(),
            marks: transitions::marks_of_leg(&model.draft, leg),
            phase: Phase::Active(Active::Position {
                remaining_ms: POSITION_MS,
                next: AfterCountdown::Roll(Position::TOP),
            }),
            active_ms: 0,
            unknown: UnknownFields::NONE,
        },
        undo: Vec::new(),
        last_event_at: now,
        elapsed_ms: 0,
        is_hidden: false,
        phase_began_mono_ms: now.mono_ms,
        end_notice_ms: 0,
    }));
    if let SessionState::Running(running) = &model.session_state {
        transitions::announce_leg(&running.progress, out);
    }
    show_screen(model, Screen::Session, out);
}

/// The person opened a screen. A running session continues; its summary, the safety gate and the safety page, which
/// belong to the previous screen, are closed.
pub fn navigate(model: &mut Model, screen: Screen, out: &mut Output) {
    if screen != model.screen {
        model.safety_page_open = false;
        if matches!(model.session_state, SessionState::GateOpen(_)) {
            model.session_state = SessionState::Idle;
        }
    }
    if screen != Screen::Session && model.running().is_some_and(|r| r.phase_name() == PhaseName::Done) {
        clear_session(model);
    }
    let has_no_session = matches!(model.session_state, SessionState::Idle | SessionState::GateOpen(_));
    if screen == Screen::Session && has_no_session {
        show_screen(model, Screen::Leg, out);
    } else {
        model.screen = screen;
    }
}

/// "Done" in the summary was pressed.
pub fn close_summary(model: &mut Model, out: &mut Output) {
    if model.running().is_some_and(|r| r.phase_name() == PhaseName::Done) {
        let stored = model.running().is_some_and(RunningSession::has_activity);
        clear_session(model);
        show_screen(model, if stored { Screen::History } else { Screen::Leg }, out);
    }
}

/// Removes the finished session from the model without navigating.
fn clear_session(model: &mut Model) {
    model.session_state = SessionState::Idle;
    model.cleared_draft = None;
}

/// Shows a screen on behalf of the app.
pub fn show_screen(model: &mut Model, screen: Screen, out: &mut Output) {
    model.screen = screen;
    out.push(Effect::ShowScreen(screen));
}
