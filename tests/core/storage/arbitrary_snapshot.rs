//! Proptest strategies for session snapshots.

use eased::domain::{
    pacer::Pacer,
    phase::{
        Active, AfterCountdown, FeltWrongStep, HoldTarget, OpenHold, PauseReason, Paused, Phase, Rest,
        RestReason,
    },
    running::{MarkStatus, Progress, RunningSession, TargetMark},
    session_snapshot::SessionSnapshot,
    settings::PacerSeconds,
    spot::Spot,
    time::Now,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::arbitrary::{
    POSITION_SOURCES, UNIX_MS, advance, id, knee, leg, pain, passes_and_holds, position, track, unknown,
};

/// A spot of a mark or a hold target.
pub fn spot() -> impl Strategy<Value = Spot> {
    (position(), select(POSITION_SOURCES.to_vec()), track(), pain()).prop_map(
        |(position, position_source, track, pain)| Spot {
            position,
            position_source,
            pinned_track: track,
            pain,
        },
    )
}

fn aim(marks: usize) -> impl Strategy<Value = HoldTarget> {
    let mark = option::of(0..marks.max(1)).prop_map(move |mark| mark.filter(|_| marks > 0));
    (spot(), mark).prop_map(|(spot, mark)| HoldTarget { spot, mark })
}

fn active(marks: usize) -> BoxedStrategy<Active> {
    let ms = || 0..=120_000u32;
    let holding = (aim(marks), any::<[u32; 2]>(), [ms(), ms(), ms(), ms()], any::<bool>(), [pain(), pain()]);
    let rest = option::of(
        (ms(), select(vec![RestReason::Eased, RestReason::Limit]))
            .prop_map(|(remaining_ms, reason)| Rest { reason, remaining_ms }),
    );
    prop_oneof![
        (ms(), position()).prop_map(|(remaining_ms, from)| Active::Position {
            remaining_ms,
            next: AfterCountdown::Roll(from)
        }),
        (ms(), aim(marks)).prop_map(|(remaining_ms, aim)| Active::Position {
            remaining_ms,
            next: AfterCountdown::Hold(aim)
        }),
        (position(), any::<u32>(), any::<u32>(), rest).prop_map(|(from, moved_ms, waited_ms, rest)| {
            Active::Roll { pacer: Pacer { from, moved_ms }, waited_ms, rest }
        }),
        holding.prop_map(|(target, long, short, leave_spot, pains)| Active::Hold(OpenHold {
            target,
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
        (ms(), ms()).prop_map(|(off_roller_ms, remaining_ms)| Active::Switch { off_roller_ms, remaining_ms }),
    ]
    .boxed()
}

fn phase(marks: usize) -> BoxedStrategy<Phase> {
    let wrong = [FeltWrongStep::LeaveRoller, FeltWrongStep::AskReason, FeltWrongStep::Advice]
        .map(PauseReason::FeltWrong);
    let why = select([&[PauseReason::Asked, PauseReason::Slept, PauseReason::Closed], &wrong[..]].concat());
    let paused = (active(marks), why, any::<bool>(), any::<u32>());
    prop_oneof![
        4 => active(marks).prop_map(Phase::Active),
        2 => paused.prop_map(|(from, reason, is_confirming_stop, paused_ms)| Phase::Paused(Paused {
            from,
            reason,
            is_confirming_stop,
            paused_ms
        })),
        1 => Just(Phase::Done),
    ]
    .boxed()
}

fn progress() -> BoxedStrategy<Progress> {
    let statuses = vec![MarkStatus::Ahead, MarkStatus::Held, MarkStatus::Skipped];
    let marks = vec(
        (spot(), select(statuses), unknown()).prop_map(|(spot, status, unknown)| TargetMark {
            spot,
            status,
            unknown,
        }),
        0..=8,
    );
    let marks = marks.prop_flat_map(|marks| {
        let phase = phase(marks.len());
        (Just(marks), phase)
    });
    (leg(), option::of(leg()), passes_and_holds(0), marks, any::<u32>(), unknown())
        .prop_map(|(leg, next_leg, (passes, holds), (marks, phase), active_ms, unknown)| Progress {
            leg,
            next_leg,
            passes,
            holds,
            marks,
            phase,
            active_ms,
            unknown,
        })
        .boxed()
}

/// Any snapshot in the form in which it is read back: without monotonic clock.
pub fn snapshot() -> BoxedStrategy<SessionSnapshot> {
    let numbers = (1..=u32::MAX, any::<u32>(), any::<u32>());
    let when = (UNIX_MS, UNIX_MS, -840..=840i16, UNIX_MS, 0..=1i64 << 50);
    (id(), numbers, when, (advance(), 30..=120u8), knee(), progress(), [unknown(), unknown()])
        .prop_map(|(id, (rev, epoch, seq), when, (advance, pacer), knee_before, progress, unknown)| {
            SessionSnapshot {
                written_unix_ms: when.0,
                running: RunningSession {
                    id,
                    rev,
                    start_unix_ms: when.1,
                    utc_offset_min: when.2,
                    advance,
                    pacer_seconds: PacerSeconds::new(pacer).expect("in range"),
                    gate_unix_ms: when.3,
                    elapsed_ms: when.4,
                    knee_before,
                    unknown: unknown[0].clone(),
                    snapshot_unknown: unknown[1].clone(),
                    epoch,
                    seq,
                    progress,
                    undo: Vec::new(),
                    last_event_at: Now { unix_ms: when.0, mono_ms: 0, utc_offset_min: when.2 },
                    is_hidden: false,
                    phase_began_mono_ms: 0,
                    end_notice_ms: 0,
                },
            }
        })
        .boxed()
}
