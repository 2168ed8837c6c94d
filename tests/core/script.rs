//! Scripts for the machine: a few lines say what a person does and when, a log says what the machine made
//! of it.
//!
//! A line is `<seconds> <what happens>`; lines without a time set things up before the start. Between the
//! lines a tick arrives every second. The words are listed in [`words`](super::words).

use std::fmt::Write as _;

use eased::domain::{
    Effect, Event, Model, Now,
    live::SessionSnapshot,
    model::SessionState,
    phase::{Active, Name, Phase},
    running::Running,
    safety::{Concerns, GateAnswer},
    session::{Session, SessionId},
    update,
};
use expect_test::Expect;

use super::words;

/// When every script starts by the wall clock: 2026-03-01 08:00 UTC.
pub const START_UNIX_MS: i64 = 1_772_352_000_000;

/// Plays a script and compares its log.
pub fn check(script: &str, expect: &Expect) {
    expect.assert_eq(&play(script).log);
}

/// Plays a script from a first day on which the safety gate has just been passed.
pub fn play(script: &str) -> World {
    let mut world = World::new();
    for line in script.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
        match first.parse::<f64>() {
            Ok(seconds) => {
                world.run_to(words::ms(seconds));
                words::perform(&mut world, rest);
            }
            Err(_) => words::set_up(&mut world, line),
        }
    }
    world.tell_result();
    world
}

/// A device with a person, seen from outside: true time, both clocks, the model and what it ordered.
pub struct World {
    pub model: Model,
    /// True milliseconds since the start.
    pub at_ms: i64,
    /// How far the wall clock is off.
    pub skew_ms: i64,
    /// How long the monotonic clock has stood still, or where it was restarted.
    pub still_ms: i64,
    /// Whether ticks arrive.
    pub ticking: bool,
    /// The last written live record.
    pub written: Option<SessionSnapshot>,
    pub names: u8,
    pub log: String,
}

impl World {
    fn new() -> Self {
        let mut model = Model::new("test");
        model.meta.gate = Some(GateAnswer {
            unix_ms: START_UNIX_MS,
            utc_offset_min: 0,
            concerns: Concerns::default(),
            asked: false,
        });
        Self {
            model,
            at_ms: 0,
            skew_ms: 0,
            still_ms: 0,
            ticking: true,
            written: None,
            names: 0,
            log: String::new(),
        }
    }

    pub fn now(&self) -> Now {
        Now {
            unix_ms: START_UNIX_MS + self.at_ms + self.skew_ms,
            mono_ms: 1_000_000 + self.at_ms - self.still_ms,
            utc_offset_min: 0,
        }
    }

    pub fn name(&mut self) -> SessionId {
        self.names += 1;
        SessionId::from_random([self.names; 10])
    }

    /// Lets true time pass up to a moment, with a tick at every whole second before it.
    pub fn run_to(&mut self, at_ms: i64) {
        assert!(at_ms >= self.at_ms, "the script goes back in time at {at_ms} ms");
        while self.ticking {
            let next = (self.at_ms / 1_000 + 1) * 1_000;
            if next >= at_ms {
                break;
            }
            self.at_ms = next;
            self.send("", Event::Ticked);
        }
        self.at_ms = at_ms;
    }

    /// Hands an event to the machine and logs what came of it, unless it was a tick that changed nothing
    /// but numbers.
    pub fn send(&mut self, what: &str, event: Event) {
        let before = phase(&self.model);
        let now = self.now();
        let effects = update(&mut self.model, event, now);
        for effect in &effects {
            if matches!(effect, Effect::SaveLive) {
                self.written = self.model.running().map(|running| SessionSnapshot {
                    running: Running { undo: Vec::new(), ..running.clone() },
                    written_unix_ms: now.unix_ms,
                });
            }
        }
        if !what.is_empty() || !effects.is_empty() || before != phase(&self.model) {
            let told: Vec<String> = effects.iter().map(effect_in_words).collect();
            let line = format!(
                "{:<7} {what:<22}{}  {}",
                words::seconds(self.at_ms),
                state(&self.model),
                told.join(", ")
            );
            self.log.push_str(line.trim_end());
            self.log.push('\n');
        }
    }

    fn tell_result(&mut self) {
        for (_, entry) in self.model.history.entries() {
            match &entry.full {
                Some((rev, session)) => {
                    let buried = if entry.rev > *rev { ", deleted" } else { "" };
                    let _ = writeln!(
                        self.log,
                        "= kept, revision {rev}{buried}, labelled {} to {}",
                        words::seconds(session.start_unix_ms - START_UNIX_MS),
                        words::seconds(session.end_unix_ms - START_UNIX_MS),
                    );
                    result(&mut self.log, session);
                }
                None => self.log.push_str("= deleted\n"),
            }
        }
        if let Some(running) = self.model.running()
            && running.course.phase != Phase::Done
        {
            let _ = writeln!(self.log, "= running");
            let session = as_session(running);
            result(&mut self.log, &session);
            if let Some(open) = running.course.phase.holding() {
                let _ = writeln!(
                    self.log,
                    "    @{} open from {}: held {}, paused {}, gap {}",
                    open.aim.spot.position.percent(),
                    words::seconds(open.start_ms.into()),
                    words::seconds(open.held_ms.into()),
                    words::seconds(open.paused_ms.into()),
                    words::seconds(open.gap_ms.into()),
                );
            }
        }
    }
}

/// What a running session would keep if it stopped being one now.
fn as_session(running: &Running) -> Session {
    Session {
        id: running.id,
        start_unix_ms: running.start_unix_ms,
        end_unix_ms: running.seen.unix_ms,
        utc_offset_min: 0,
        build: String::new(),
        advance: running.advance,
        gate_unix_ms: running.gate_unix_ms,
        tag: None,
        sport: None,
        roller: String::new(),
        knee_before: None,
        knee_after: None,
        passes: running.course.passes.clone(),
        holds: running.course.holds.clone(),
        unknown: running.unknown.clone(),
    }
}

fn phase(model: &Model) -> Option<Name> {
    model.running().map(Running::phase_name)
}

fn state(model: &Model) -> String {
    match &model.sitting {
        SessionState::Running(r) => {
            let name = format!("{:?}", r.phase_name()).to_uppercase();
            let leg = format!("{:?}", r.course.leg).to_lowercase();
            // A roll has no number on the screen; the log has the time on the leg there.
            let rolls = matches!(r.course.phase.underlying(), Some(Active::Roll { .. }));
            match r.digits().or_else(|| rolls.then(|| r.course.leg_ms() / 1_000)) {
                Some(digits) => format!("{name:<8} {leg:<5} {digits:>3} @{:<3}", r.place().percent()),
                None => format!("{name:<8} {leg:<5}         "),
            }
        }
        SessionState::Idle => format!("{:<23}", "(idle)"),
        SessionState::Asking(_) => format!("{:<23}", "(gate)"),
        SessionState::Found { .. } => format!("{:<23}", "(found)"),
        SessionState::Elsewhere(_) => format!("{:<23}", "(elsewhere)"),
    }
}

fn effect_in_words(effect: &Effect) -> String {
    match effect {
        Effect::SaveLive => "writes".into(),
        Effect::DropLive(_) => "drops live".into(),
        Effect::SaveSession { rev, .. } => format!("keeps revision {rev}"),
        Effect::SaveTombstone { rev, .. } => format!("keeps tombstone {rev}"),
        Effect::SaveDraft => "keeps draft".into(),
        Effect::SaveSettings => "keeps settings".into(),
        Effect::SaveMeta => "keeps meta".into(),
        Effect::Play(tone) => format!("*{tone:?}*"),
        Effect::Say(said) => format!("\"{said:?}\""),
        Effect::Show(screen) => format!("-> {screen:?}"),
        Effect::StealLock => "steals lock".into(),
        Effect::ClaimFreeLock => "claims a free lock".into(),
    }
}

fn result(log: &mut String, session: &Session) {
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
            words::seconds(pass.active_ms.into()),
            words::seconds(pass.paused_ms.into()),
            pass.end.map_or("open".to_owned(), |end| format!("{end:?}")),
        );
        if !pass.felt_wrong.is_empty() {
            let _ = writeln!(log, "    rolling felt wrong: {:?}", pass.felt_wrong);
        }
        for hold in session.holds_of(index) {
            let _ = write!(
                log,
                "    @{} {:?} from {}: held {}, paused {}, gap {}, {:?}",
                hold.position.percent(),
                hold.placed,
                words::seconds(hold.start_ms.into()),
                words::seconds(hold.held_ms.into()),
                words::seconds(hold.paused_ms.into()),
                words::seconds(hold.gap_ms.into()),
                hold.ending,
            );
            let rated = [("press", hold.pain_press), ("ease", hold.pain_ease)];
            for (name, pain) in rated {
                if let Some(pain) = pain {
                    let _ = write!(log, ", {name} {}", pain.score());
                }
            }
            if let Some(ms) = hold.time_to_ease_ms() {
                let _ = write!(log, ", time to ease {}", words::seconds(ms.into()));
            }
            log.push('\n');
        }
    }
}
