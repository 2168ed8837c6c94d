//! Any running session as it may stand in a store.

use eased::domain::{
    live::SessionSnapshot,
    pace::Pacer,
    phase::{Active, Aim, Holding, Paused, Phase, Rest, RestReason, Then, Why, WrongStep},
    running::{Course, MarkStatus, Running, TargetMark},
    settings::PacerSeconds,
    spot::Spot,
    time::Now,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::any::{DATE, PLACED, advance, id, knee, leg, pain, passes_and_holds, position, track, unknown};

/// A spot that may be marked or aimed at.
pub fn spot() -> impl Strategy<Value = Spot> {
    (position(), select(PLACED.to_vec()), track(), pain()).prop_map(|(position, placed, track, pain)| Spot {
        position,
        placed,
        track,
        pain,
    })
}

fn aim(marks: usize) -> impl Strategy<Value = Aim> {
    let mark = option::of(0..marks.max(1)).prop_map(move |mark| mark.filter(|_| marks > 0));
    (spot(), mark).prop_map(|(spot, mark)| Aim { spot, mark })
}

fn active(marks: usize) -> BoxedStrategy<Active> {
    let ms = || 0..=120_000u32;
    let holding = (aim(marks), any::<[u32; 2]>(), [ms(), ms(), ms(), ms()], any::<bool>(), [pain(), pain()]);
    let rest = option::of(
        (ms(), select(vec![RestReason::Eased, RestReason::Limit]))
            .prop_map(|(left_ms, reason)| Rest { reason, left_ms }),
    );
    prop_oneof![
        (ms(), position()).prop_map(|(left_ms, from)| Active::Position { left_ms, then: Then::Roll(from) }),
        (ms(), aim(marks)).prop_map(|(left_ms, aim)| Active::Position { left_ms, then: Then::Hold(aim) }),
        (position(), any::<u32>(), any::<u32>(), rest).prop_map(|(from, run_ms, waited_ms, rest)| {
            Active::Roll { pacer: Pacer { from, run_ms }, waited_ms, rest }
        }),
        holding.prop_map(|(aim, long, short, leave_spot, pains)| Active::Hold(Holding {
            aim,
            start_ms: long[0],
            held_ms: short[0],
            paused_ms: long[1],
            gap_ms: short[1],
            end_ms: short[2],
            first_pain: pains[0],
            later_pain: pains[1],
            less_weight_ms: short[3],
            leave_spot
        })),
        (ms(), ms()).prop_map(|(off_ms, left_ms)| Active::Switch { off_ms, left_ms }),
    ]
    .boxed()
}

fn phase(marks: usize) -> BoxedStrategy<Phase> {
    let wrong = [WrongStep::LeaveRoller, WrongStep::AskReason, WrongStep::Advice].map(Why::FeltWrong);
    let why = select([&[Why::Asked, Why::Slept, Why::Closed], &wrong[..]].concat());
    let paused = (active(marks), why, any::<bool>(), any::<u32>());
    prop_oneof![
        4 => active(marks).prop_map(Phase::Active),
        2 => paused.prop_map(|(from, why, asks_stop, paused_ms)| Phase::Paused(Paused {
            from,
            why,
            asks_stop,
            paused_ms
        })),
        1 => Just(Phase::Done),
    ]
    .boxed()
}

fn course() -> BoxedStrategy<Course> {
    let fates = vec![MarkStatus::Ahead, MarkStatus::Held, MarkStatus::Skipped];
    let marks = vec(
        (spot(), select(fates), unknown()).prop_map(|(spot, fate, unknown)| TargetMark {
            spot,
            fate,
            unknown,
        }),
        0..=8,
    );
    let marks = marks.prop_flat_map(|marks| {
        let phase = phase(marks.len());
        (Just(marks), phase)
    });
    (leg(), option::of(leg()), passes_and_holds(0), marks, any::<u32>(), unknown())
        .prop_map(|(leg, next_leg, (passes, holds), (marks, phase), clock_ms, unknown)| Course {
            leg,
            next_leg,
            passes,
            holds,
            marks,
            phase,
            clock_ms,
            unknown,
        })
        .boxed()
}

/// As it is read back: without clocks that mean nothing after a restart.
pub fn live() -> BoxedStrategy<SessionSnapshot> {
    let numbers = (1..=u32::MAX, any::<u32>(), any::<u32>());
    let when = (DATE, DATE, -840..=840i16, DATE, 0..=1i64 << 50);
    (id(), numbers, when, (advance(), 30..=120u8), knee(), course(), [unknown(), unknown()])
        .prop_map(|(id, (rev, epoch, seq), when, (advance, pace), knee_before, course, unknown)| {
            SessionSnapshot {
                written_unix_ms: when.0,
                running: Running {
                    id,
                    rev,
                    start_unix_ms: when.1,
                    utc_offset_min: when.2,
                    advance,
                    pace: PacerSeconds::new(pace).expect("in range"),
                    gate_unix_ms: when.3,
                    elapsed_ms: when.4,
                    knee_before,
                    unknown: unknown[0].clone(),
                    live_unknown: unknown[1].clone(),
                    epoch,
                    seq,
                    course,
                    undo: Vec::new(),
                    seen: Now { unix_ms: when.0, mono_ms: 0, utc_offset_min: when.2 },
                    hidden: false,
                    phase_began_mono_ms: 0,
                    farewell_ms: 0,
                },
            }
        })
        .boxed()
}
