//! Scripts for the session machine: a few lines say what a person does and when, and a log says what the machine did.
//!
//! A line is `<seconds> <command>`; lines without a time set things up before the start. Between the lines a tick
//! arrives every second. The commands are in [`commands`].
//!
//! A script may begin with a named start instead of its taps. What a named start does is not logged:
//!
//! - `rolling from 1`: Start is pressed at 0 s, and the big tap ends the countdown at 1 s.
//! - `holding from 10`: the same, and the big tap at 10 s begins a hold.

mod commands;
mod log;

use eased::domain::{
    Effect, Event, Model, Now,
    phase::PhaseName,
    running::RunningSession,
    safety::{Concerns, GateAnswer},
    session::SessionId,
    session_snapshot::SessionSnapshot,
    update,
};
use expect_test::Expect;

pub use commands::{checked_concerns, concern_named};

/// The start of every script by the wall clock: 2026-03-01 08:00 UTC.
pub const START_UNIX_MS: i64 = 1_772_352_000_000;

/// Plays a script and compares its log.
pub fn check(script: &str, expect: &Expect) {
    expect.assert_eq(&play(script).log);
}

/// Plays a script on a new installation whose safety gate has just been answered.
pub fn play(script: &str) -> TestApp {
    let mut app = TestApp::new();
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(taps) = named_start(line) {
            for (seconds, command) in taps {
                app.run_command(seconds, command);
            }
            app.log.clear();
            continue;
        }
        let (first, command) = line.split_once(' ').unwrap_or((line, ""));
        match first.parse() {
            Ok(seconds) => app.run_command(seconds, command),
            Err(_) => commands::set_up(&mut app, line),
        }
    }
    app.log_result();
    app
}

/// The seconds and commands of a named start.
fn named_start(line: &str) -> Option<Vec<(f64, &'static str)>> {
    let (phase, at) = line.split_once(" from ")?;
    let at = at.parse().expect("seconds");
    match phase {
        "rolling" => Some(vec![(0.0, "start"), (at, "tap")]),
        "holding" => Some(vec![(0.0, "start"), (1.0, "tap"), (at, "tap")]),
        _ => None,
    }
}

/// Seconds as milliseconds.
#[expect(clippy::cast_possible_truncation, reason = "scripts are minutes long")]
pub fn ms(seconds: f64) -> i64 {
    (seconds * 1_000.0).round() as i64
}

/// Milliseconds as seconds, with as many decimals as needed.
pub fn seconds(ms: i64) -> String {
    let sign = if ms < 0 { "-" } else { "" };
    let (whole, rest) = (ms.abs() / 1_000, ms.abs() % 1_000);
    let text = format!("{sign}{whole}.{rest:03}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A device with the app: true time, both clocks, the model and the last stored snapshot.
pub struct TestApp {
    pub model: Model,
    /// True milliseconds since the start.
    pub at_ms: i64,
    /// How far the wall clock is ahead, milliseconds.
    pub wall_skew_ms: i64,
    /// How far the monotonic clock is behind, because it stopped or was restarted, milliseconds.
    pub mono_lag_ms: i64,
    /// Whether ticks arrive.
    pub is_ticking: bool,
    /// The last stored snapshot.
    pub last_snapshot: Option<SessionSnapshot>,
    /// How many session ids were handed out.
    pub session_count: u8,
    pub log: String,
}

impl TestApp {
    fn new() -> Self {
        let mut model = Model::new("test");
        model.meta.gate = Some(GateAnswer {
            unix_ms: START_UNIX_MS,
            utc_offset_min: 0,
            concerns: Concerns::default(),
            clinician_asked: false,
        });
        Self {
            model,
            at_ms: 0,
            wall_skew_ms: 0,
            mono_lag_ms: 0,
            is_ticking: true,
            last_snapshot: None,
            session_count: 0,
            log: String::new(),
        }
    }

    pub fn now(&self) -> Now {
        Now {
            unix_ms: START_UNIX_MS + self.at_ms + self.wall_skew_ms,
            mono_ms: 1_000_000 + self.at_ms - self.mono_lag_ms,
            utc_offset_min: 0,
        }
    }

    pub fn new_session_id(&mut self) -> SessionId {
        self.session_count += 1;
        SessionId::from_random([self.session_count; 10])
    }

    /// Lets time pass, then runs a command.
    fn run_command(&mut self, seconds: f64, command: &str) {
        self.run_to(ms(seconds));
        commands::run(self, command);
    }

    /// Lets true time pass up to a moment, with a tick at every whole second before it.
    pub fn run_to(&mut self, at_ms: i64) {
        assert!(at_ms >= self.at_ms, "the script goes back in time at {at_ms} ms");
        while self.is_ticking {
            let next = (self.at_ms / 1_000 + 1) * 1_000;
            if next >= at_ms {
                break;
            }
            self.at_ms = next;
            self.send("", Event::Ticked);
        }
        self.at_ms = at_ms;
    }

    /// Sends an event to the machine and logs it, unless it is a tick without effects and without a change of phase.
    pub fn send(&mut self, what: &str, event: Event) {
        let before = phase(&self.model);
        let now = self.now();
        let effects = update(&mut self.model, event, now);
        for effect in &effects {
            if matches!(effect, Effect::SaveSnapshot) {
                self.last_snapshot = self.model.running().map(|running| SessionSnapshot {
                    running: RunningSession { undo: Vec::new(), ..running.clone() },
                    written_unix_ms: now.unix_ms,
                });
            }
        }
        if !what.is_empty() || !effects.is_empty() || before != phase(&self.model) {
            let effects: Vec<String> = effects.iter().map(log::effect_text).collect();
            let line = format!(
                "{:<7} {what:<22}{}  {}",
                seconds(self.at_ms),
                log::state(&self.model),
                effects.join(", ")
            );
            self.log.push_str(line.trim_end());
            self.log.push('\n');
        }
    }
}

fn phase(model: &Model) -> Option<PhaseName> {
    model.running().map(RunningSession::phase_name)
}
