//! An hour-long session with irregular ticks: no millisecond is lost or added, and every second shown is correct.

use eased::domain::{
    Event, Model, Now, event::GateButton, phase::PhaseName, running::RunningSession, session::SessionId,
    settings::PacerSeconds, update,
};

const HOUR_MS: i64 = 3_600_000;
/// The time of each hold, and of the rolling before it.
const HOLD_MS: i64 = 97_000;
const ROLL_MS: i64 = 3_000;

struct Hour {
    model: Model,
    at_ms: i64,
    random_state: u64,
}

impl Hour {
    fn send(&mut self, event: Event) {
        let now = Now { unix_ms: 1_700_000_000_000 + self.at_ms, mono_ms: self.at_ms, utc_offset_min: 60 };
        update(&mut self.model, event, now);
    }

    /// Sends ticks between 0.4 and 1.6 s apart until exactly this moment.
    fn run_to(&mut self, at_ms: i64, mut look: impl FnMut(&RunningSession, i64)) {
        while self.at_ms < at_ms {
            self.random_state = self
                .random_state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let tick_ms = 400 + i64::try_from((self.random_state >> 33) % 1_201).expect("small");
            self.at_ms = (self.at_ms + tick_ms).min(at_ms);
            self.send(Event::Ticked);
            look(self.model.running().expect("a session"), self.at_ms);
        }
    }

    fn tap(&mut self) {
        self.send(Event::BigTapped { down_mono_ms: self.at_ms - 50, is_multi_touch: false });
    }

    fn phase(&self) -> PhaseName {
        self.model.running().expect("a session").phase_name()
    }
}

#[test]
fn an_hour_long_session_does_not_drift() {
    let mut hour = Hour { model: Model::new("test"), at_ms: 5_000, random_state: 1 };
    // The slowest pacer, so that an hour of rolling does not reach the knee.
    hour.model.settings.pacer_seconds = PacerSeconds::new(120).expect("the slowest");
    hour.send(Event::StartPressed(SessionId::from_random([7; 10])));
    hour.send(Event::GateAnswered(GateButton::NoneOfThese));
    hour.run_to(6_000, |_, _| {});
    hour.tap();
    assert_eq!(hour.phase(), PhaseName::Roll);
    let from_ms = hour.at_ms;
    let mut samples = 0;
    let mut holds = 0_i64;
    while hour.at_ms - from_ms < HOUR_MS {
        hour.run_to(hour.at_ms + ROLL_MS, |running, at_ms| {
            assert_eq!(i64::from(running.progress.leg_ms()), at_ms - from_ms, "time on the leg");
        });
        hour.tap();
        let began_ms = hour.at_ms;
        hour.run_to(began_ms + HOLD_MS, |running, at_ms| {
            let shown = running.displayed_seconds().expect("a number");
            assert_eq!(i64::from(shown), (at_ms - began_ms) / 1_000, "shown after {} ms", at_ms - began_ms);
            samples += 1;
        });
        hour.tap();
        holds += 1;
    }
    let running = hour.model.running().expect("a session");
    assert!(samples > 3_000, "only {samples} samples");
    assert_eq!(i64::from(running.progress.leg_ms()), holds * (ROLL_MS + HOLD_MS));
    let held: i64 = running.progress.holds.iter().map(|hold| i64::from(hold.held_ms)).sum();
    assert_eq!(held, holds * HOLD_MS);
    assert!(running.progress.holds.iter().all(|hold| hold.gap_ms == 0 && hold.paused_ms == 0));
}
