//! An hour on the mat, with a clock that ticks unevenly: no millisecond is lost or invented, and every second that is
//! shown is the true one.

use eased::domain::{
    Event, Model, Now, event::GateReply, phase::Name, running::Running, session::SessionId,
    settings::PacerSeconds, update,
};

const HOUR_MS: i64 = 3_600_000;
/// Each hold, and the rolling after it.
const HOLD_MS: i64 = 97_000;
const ROLL_MS: i64 = 3_000;

struct Hour {
    model: Model,
    at_ms: i64,
    dice: u64,
}

impl Hour {
    fn send(&mut self, event: Event) {
        let now = Now { unix_ms: 1_700_000_000_000 + self.at_ms, mono_ms: self.at_ms, utc_offset_min: 60 };
        update(&mut self.model, event, now);
    }

    /// Ticks between 0.4 and 1.6 s apart until a moment, which is met exactly.
    fn run_to(&mut self, at_ms: i64, mut look: impl FnMut(&Running, i64)) {
        while self.at_ms < at_ms {
            self.dice =
                self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let long = 400 + i64::try_from((self.dice >> 33) % 1_201).expect("small");
            self.at_ms = (self.at_ms + long).min(at_ms);
            self.send(Event::Ticked);
            look(self.model.running().expect("a session"), self.at_ms);
        }
    }

    fn tap(&mut self) {
        self.send(Event::Tapped { down_mono_ms: self.at_ms - 50, multi: false });
    }

    fn phase(&self) -> Name {
        self.model.running().expect("a session").phase_name()
    }
}

#[test]
fn sixty_minutes_drift_by_nothing() {
    let mut hour = Hour { model: Model::new("test"), at_ms: 5_000, dice: 1 };
    // As slow as may be, so that an hour's rolling does not reach the knee.
    hour.model.settings.pacer = PacerSeconds::new(120).expect("the slowest");
    hour.send(Event::StartPressed(SessionId::from_random([7; 10])));
    hour.send(Event::GateAnswered(GateReply::NoneOfThese));
    hour.run_to(6_000, |_, _| {});
    hour.tap();
    assert_eq!(hour.phase(), Name::Roll);
    let from_ms = hour.at_ms;
    let mut samples = 0;
    let mut holds = 0_i64;
    while hour.at_ms - from_ms < HOUR_MS {
        hour.run_to(hour.at_ms + ROLL_MS, |running, at_ms| {
            assert_eq!(i64::from(running.course.leg_ms()), at_ms - from_ms, "time on the leg");
        });
        hour.tap();
        let began_ms = hour.at_ms;
        hour.run_to(began_ms + HOLD_MS, |running, at_ms| {
            let shown = running.digits().expect("a number");
            assert_eq!(i64::from(shown), (at_ms - began_ms) / 1_000, "shown after {} ms", at_ms - began_ms);
            samples += 1;
        });
        hour.tap();
        holds += 1;
    }
    let running = hour.model.running().expect("a session");
    assert!(samples > 3_000, "only {samples} samples");
    assert_eq!(i64::from(running.course.leg_ms()), holds * (ROLL_MS + HOLD_MS));
    let held: i64 = running.course.holds.iter().map(|hold| i64::from(hold.held_ms)).sum();
    assert_eq!(held, holds * HOLD_MS);
    assert!(running.course.holds.iter().all(|hold| hold.gap_ms == 0 && hold.paused_ms == 0));
}
