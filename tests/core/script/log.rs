//! The log of a script: one line per event that did something, then the stored sessions.

use std::fmt::Write as _;

use eased::domain::{
    Effect, Model,
    model::SessionState,
    phase::{Active, Phase},
    running::RunningSession,
    session::Session,
};

use super::{START_UNIX_MS, TestApp, seconds};

impl TestApp {
    /// Appends the stored sessions, and the session that is still running.
    pub fn log_result(&mut self) {
        for (_, entry) in self.model.history.entries() {
            match &entry.newest_full {
                Some((rev, session)) => {
                    let deleted = if entry.rev > *rev { ", deleted" } else { "" };
                    let _ = writeln!(
                        self.log,
                        "= stored, revision {rev}{deleted}, from {} to {}",
                        seconds(session.start_unix_ms - START_UNIX_MS),
                        seconds(session.end_unix_ms - START_UNIX_MS),
                    );
                    write_session(&mut self.log, session);
                }
                None => self.log.push_str("= deleted\n"),
            }
        }
        if let Some(running) = self.model.running()
            && running.progress.phase != Phase::Done
        {
            let _ = writeln!(self.log, "= running");
            let session = as_session(running);
            write_session(&mut self.log, &session);
            if let Some(open) = running.progress.phase.open_hold() {
                let _ = writeln!(
                    self.log,
                    "    @{} open from {}: held {}, paused {}, gap {}",
                    open.target.spot.position.percent(),
                    seconds(open.start_ms.into()),
                    seconds(open.held_ms.into()),
                    seconds(open.paused_ms.into()),
                    seconds(open.gap_ms.into()),
                );
            }
        }
    }
}

/// The session that would be stored if the running one ended at its last event.
fn as_session(running: &RunningSession) -> Session {
    Session {
        id: running.id,
        start_unix_ms: running.start_unix_ms,
        end_unix_ms: running.last_event_at.unix_ms,
        utc_offset_min: 0,
        build: String::new(),
        advance: running.advance,
        gate_unix_ms: running.gate_unix_ms,
        tag: None,
        sport: None,
        roller: String::new(),
        knee_before: None,
        knee_after: None,
        passes: running.progress.passes.clone(),
        holds: running.progress.holds.clone(),
        unknown: running.unknown.clone(),
    }
}

/// The state of the session, as the middle columns of a line.
pub fn state(model: &Model) -> String {
    match &model.session_state {
        SessionState::Running(r) => {
            let name = format!("{:?}", r.phase_name()).to_uppercase();
            let leg = format!("{:?}", r.progress.leg).to_lowercase();
            // A roll shows no seconds on the screen; the log has the time on the leg there.
            let rolls = matches!(r.progress.phase.underlying(), Some(Active::Roll { .. }));
            match r.displayed_seconds().or_else(|| rolls.then(|| r.progress.leg_ms() / 1_000)) {
                Some(digits) => {
                    format!("{name:<8} {leg:<5} {digits:>3} @{:<3}", r.roller_position().percent())
                }
                None => format!("{name:<8} {leg:<5}         "),
            }
        }
        SessionState::Idle => format!("{:<23}", "(idle)"),
        SessionState::GateOpen(_) => format!("{:<23}", "(gate)"),
        SessionState::Interrupted { .. } => format!("{:<23}", "(interrupted)"),
        SessionState::InOtherTab(_) => format!("{:<23}", "(in other tab)"),
    }
}

/// An effect, in the words of the log.
pub fn effect_text(effect: &Effect) -> String {
    match effect {
        Effect::SaveSnapshot => "saves snapshot".into(),
        Effect::RemoveSnapshot(_) => "removes snapshot".into(),
        Effect::SaveSession { rev, .. } => format!("saves revision {rev}"),
        Effect::SaveTombstone { rev, .. } => format!("saves tombstone {rev}"),
        Effect::SaveDraft => "saves draft".into(),
        Effect::SaveSettings => "saves settings".into(),
        Effect::SaveMeta => "saves meta".into(),
        Effect::PlayTone(tone) => format!("*{tone:?}*"),
        Effect::Announce(announcement) => format!("\"{announcement:?}\""),
        Effect::ShowScreen(screen) => format!("-> {screen:?}"),
        Effect::StealSessionLock => "steals session lock".into(),
        Effect::ClaimFreeSessionLock => "claims free session lock".into(),
    }
}

fn write_session(log: &mut String, session: &Session) {
    for (when, knee) in [("before", session.knee_before), ("after", session.knee_after)] {
        if let Some(knee) = knee {
            let _ = writeln!(log, "  knee {when}: {} at minute {}", knee.pain.score(), knee.minutes);
        }
    }
    if !session.roller.is_empty() {
        let _ = writeln!(log, "  roller {}", session.roller);
    }
    for (index, pass) in session.passes.iter().enumerate() {
        let _ = writeln!(
            log,
            "  {:?}: active {}, paused {}, end {}",
            pass.leg,
            seconds(pass.active_ms.into()),
            seconds(pass.paused_ms.into()),
            pass.end.map_or("open".to_owned(), |end| format!("{end:?}")),
        );
        if !pass.felt_wrong.is_empty() {
            let _ = writeln!(log, "    rolling felt wrong: {:?}", pass.felt_wrong);
        }
        for hold in session.holds_in_pass(index) {
            let _ = write!(
                log,
                "    @{} {:?} from {}: held {}, paused {}, gap {}, {:?}",
                hold.position.percent(),
                hold.position_source,
                seconds(hold.start_ms.into()),
                seconds(hold.held_ms.into()),
                seconds(hold.paused_ms.into()),
                seconds(hold.gap_ms.into()),
                hold.ending,
            );
            let rated = [("press", hold.pain_at_press), ("ease", hold.pain_at_ease)];
            for (name, pain) in rated {
                if let Some(pain) = pain {
                    let _ = write!(log, ", {name} {}", pain.score());
                }
            }
            if let Some(ms) = hold.time_to_ease_ms() {
                let _ = write!(log, ", time to ease {}", seconds(ms.into()));
            }
            log.push('\n');
        }
    }
}
