//! How a session comes about: the safety gate, the start, and the screens around it.

use crate::domain::{
    effect::{Announcement, Effect},
    event::GateReply,
    history::SaveStatus,
    leg::{Leg, Position},
    model::{Asking, Model, Screen, SessionState},
    phase::{Active, Name, POSITION_MS, Phase, Then},
    running::{Course, Running},
    safety::{Concerns, GateAnswer, Verdict},
    session::SessionId,
    time::Now,
    unknown_fields::UnknownFields,
};

use super::{output::Output, transitions};

/// Start was pressed: into the session, past the gate where it is due.
pub fn start(model: &mut Model, id: SessionId, now: Now, out: &mut Output) {
    match &model.sitting {
        SessionState::Running(running) if running.phase_name() == Name::Done => leave_quietly(model),
        SessionState::Running(_) | SessionState::Found { .. } | SessionState::Elsewhere(_) => {
            return show(model, Screen::Session, out);
        }
        SessionState::Idle | SessionState::Asking(_) => {}
    }
    match model.meta.as_of(now.unix_ms).gate {
        Some(answer) if answer.covers(now) => begin(model, id, answer, now, out),
        earlier => {
            let ticked = earlier
                .filter(|answer| answer.is_of_today(now))
                .map_or(Concerns::default(), |answer| answer.concerns);
            model.sitting = SessionState::Asking(Asking { id, ticked });
        }
    }
}

/// The gate was answered.
pub fn answer(model: &mut Model, reply: GateReply, now: Now, out: &mut Output) {
    let SessionState::Asking(asking) = model.sitting else {
        return;
    };
    let concerns = asking.ticked;
    let none = concerns == Concerns::default();
    let given = GateAnswer {
        unix_ms: now.unix_ms,
        utc_offset_min: now.utc_offset_min,
        concerns,
        asked: reply == GateReply::Asked,
    };
    let starts = match (reply, concerns.verdict()) {
        (GateReply::Closed, _) => false,
        (GateReply::NoneOfThese, Verdict::Clear) if none => true,
        (GateReply::OtherLeg, Verdict::Clear) if !none => true,
        (GateReply::Asked, Verdict::ClinicianFirst) => true,
        // The button that was pressed does not answer what is ticked: the gate stays.
        _ => return,
    };
    if starts || !none {
        model.meta.gate = Some(given);
        out.push(Effect::SaveMeta);
    }
    model.sitting = SessionState::Idle;
    if starts {
        begin(model, asking.id, given, now, out);
    }
}

fn begin(model: &mut Model, id: SessionId, gate: GateAnswer, now: Now, out: &mut Output) {
    let first = model.draft.leg;
    let mut legs = [first, first.other()].into_iter().filter(|leg| !gate.concerns.leaves_out(*leg));
    let Some(leg) = legs.next() else {
        return;
    };
    let next_leg = legs.next();
    for left_out in Leg::BOTH {
        if gate.concerns.leaves_out(left_out) {
            out.say(Announcement::LeftOut(left_out));
        }
    }
    model.cleared_draft = None;
    model.live_kept = (0, SaveStatus::Pending);
    model.sitting = SessionState::Running(Box::new(Running {
        id,
        rev: model.history.next_rev(id),
        start_unix_ms: now.unix_ms,
        utc_offset_min: now.utc_offset_min,
        advance: model.settings.advance(),
        pace: model.settings.pacer,
        gate_unix_ms: gate.unix_ms,
        knee_before: model.knee_now.take().and_then(|said| said.before(now.unix_ms)),
        unknown: UnknownFields::NONE,
        live_unknown: UnknownFields::NONE,
        epoch: 1,
        seq: 0,
        course: Course {
            leg,
            next_leg,
            passes: Vec::new(),
            holds: Vec::new(),
            marks: transitions::frozen(&model.draft, leg),
            phase: Phase::Active(Active::Position { left_ms: POSITION_MS, then: Then::Roll(Position::TOP) }),
            clock_ms: 0,
            unknown: UnknownFields::NONE,
        },
        undo: Vec::new(),
        seen: now,
        elapsed_ms: 0,
        hidden: false,
        phase_began_mono_ms: now.mono_ms,
        farewell_ms: 0,
    }));
    if let SessionState::Running(running) = &model.sitting {
        transitions::call(&running.course, out);
    }
    show(model, Screen::Session, out);
}

/// The person went to another screen. A running session stays; its summary is left behind, and so are the safety gate and the
/// safety page, which lay on top of the screen before.
pub fn went(model: &mut Model, screen: Screen, out: &mut Output) {
    if screen != model.screen {
        model.red_card = false;
        if matches!(model.sitting, SessionState::Asking(_)) {
            model.sitting = SessionState::Idle;
        }
    }
    if screen != Screen::Session && model.running().is_some_and(|r| r.phase_name() == Name::Done) {
        leave_quietly(model);
    }
    let nothing_there = matches!(model.sitting, SessionState::Idle | SessionState::Asking(_));
    if screen == Screen::Session && nothing_there {
        show(model, Screen::Leg, out);
    } else {
        model.screen = screen;
    }
}

/// "Done" in the summary.
pub fn leave(model: &mut Model, out: &mut Output) {
    if model.running().is_some_and(|r| r.phase_name() == Name::Done) {
        let stored = model.running().is_some_and(Running::has_begun);
        leave_quietly(model);
        show(model, if stored { Screen::History } else { Screen::Leg }, out);
    }
}

fn leave_quietly(model: &mut Model) {
    model.sitting = SessionState::Idle;
    model.cleared_draft = None;
}

/// Goes to a screen from inside.
pub fn show(model: &mut Model, screen: Screen, out: &mut Output) {
    model.screen = screen;
    out.push(Effect::Show(screen));
}
