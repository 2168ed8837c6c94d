//! The stored form of a session snapshot.
//!
//! Not stored: the undo stack, the monotonic clock (meaningless after a restart) and the page visibility. Unknown
//! fields of the phase are not kept, because the phase is replaced as a whole when the session continues.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    ReadResult,
    object::json_object,
    scalars::{Flag, HoldMs, OffsetMin, UnixMs},
    session::are_consistent,
};
use crate::domain::{
    leg::Position,
    pacer::Pacer,
    phase::{Active, AfterCountdown, HoldTarget, OpenHold, Paused, Phase, Rest},
    running::{Progress, RunningSession, TargetMark},
    session_snapshot::SessionSnapshot,
    spot::{MAX_MARKS_PER_LEG, Spot},
    time::Now,
    unknown_fields::UnknownFields,
};

/// Version of the record.
const VERSION: u32 = 1;
/// Field name of the write number. Of two snapshots of one session, the one with the higher epoch, then the higher
/// write number, is newer.
const SEQUENCE_FIELD: &str = "seq";

struct SnapshotRecord {
    written_unix_ms: i64,
    running: RunningSession,
    unknown: UnknownFields,
}

json_object!(SnapshotRecord { written_unix_ms: "written" as UnixMs, running: "session" } unknown: unknown);

json_object!(RunningSession {
    id: "id",
    rev: "r",
    start_unix_ms: "s" as UnixMs,
    utc_offset_min: "o" as OffsetMin,
    advance: "a",
    gate_unix_ms: "g" as UnixMs,
    knee_before: "kb" = None,
    pacer_seconds: "pacer_s",
    elapsed_ms: "elapsed_ms",
    epoch: "epoch",
    progress: "course",
} unknown: unknown not_stored: {
    seq: 0,
    undo: Vec::new(),
    last_event_at: Now::default(),
    is_hidden: false,
    phase_began_mono_ms: 0,
    end_notice_ms: 0,
    snapshot_unknown: UnknownFields::NONE,
});

json_object!(Progress {
    leg: "leg",
    next_leg: "next_leg" = None,
    passes: "p",
    holds: "h",
    marks: "marks",
    phase: "phase",
    active_ms: "clock_ms",
} unknown: unknown);

json_object!(TargetMark { spot: "spot", status: "status" } unknown: unknown);
json_object!(Spot { position: "x", position_source: "w", pain: "a" = None, pinned_track: "k" = None });
json_object!(HoldTarget { spot: "spot", mark: "mark" = None });
json_object!(Pacer { from: "from", moved_ms: "run_ms" });
json_object!(Paused {
    from: "from",
    reason: "why",
    is_confirming_stop: "asks_stop" as Flag,
    paused_ms: "paused_ms"
});
json_object!(Rest { reason: "reason", remaining_ms: "left_ms" as HoldMs });
json_object!(OpenHold {
    target: "aim",
    start_ms: "start_ms",
    held_ms: "held_ms" as HoldMs,
    paused_ms: "paused_ms",
    gap_ms: "gap_ms" as HoldMs,
    end_ms: "end_ms" as HoldMs,
    first_pain: "first_pain" = None,
    later_pain: "later_pain" = None,
    less_weight_ms: "less_weight_ms" as HoldMs = 0,
    leave_spot: "leave_spot" as Flag = false,
});

/// Implements serde for a domain enum by a `#[serde(remote)]` definition.
macro_rules! remote {
    ($($type:ty as $definition:ident),+ $(,)?) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $definition::serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $definition::deserialize(deserializer)
            }
        }
    )+};
}

remote!(Phase as PhaseRecord, Active as ActiveRecord, AfterCountdown as ThenRecord);

#[derive(Serialize, Deserialize)]
#[serde(remote = "Phase", rename_all = "snake_case")]
enum PhaseRecord {
    Active(Active),
    Paused(Paused),
    Done,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Active", rename_all = "snake_case")]
enum ActiveRecord {
    Position {
        #[serde(rename = "left_ms")]
        remaining_ms: u32,
        #[serde(rename = "then")]
        next: AfterCountdown,
    },
    Roll {
        pacer: Pacer,
        waited_ms: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rest: Option<Rest>,
    },
    Hold(OpenHold),
    Switch {
        #[serde(rename = "off_ms")]
        off_roller_ms: u32,
        #[serde(rename = "left_ms")]
        remaining_ms: u32,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "AfterCountdown", rename_all = "snake_case")]
enum ThenRecord {
    Roll(Position),
    Hold(HoldTarget),
}

/// Writes a snapshot.
pub fn write(snapshot: &SessionSnapshot) -> String {
    let running = snapshot.running.clone();
    let (seq, unknown) = (running.seq, running.snapshot_unknown.clone());
    super::write(
        VERSION,
        SEQUENCE_FIELD,
        seq,
        &SnapshotRecord { written_unix_ms: snapshot.written_unix_ms, running, unknown },
    )
}

/// Reads a snapshot.
pub fn read(text: &str) -> ReadResult<SessionSnapshot> {
    super::read(text, VERSION..=VERSION, SEQUENCE_FIELD, |seq, snapshot: SnapshotRecord| {
        let SnapshotRecord { written_unix_ms, mut running, unknown } = snapshot;
        let progress = &running.progress;
        let is_valid = running.rev > 0
            && running.elapsed_ms >= 0
            && are_consistent(&progress.passes, &progress.holds)
            && progress.marks.len() <= MAX_MARKS_PER_LEG
            && progress.phase.underlying().is_none_or(|active| is_valid_phase(active, progress.marks.len()));
        running.seq = seq;
        running.snapshot_unknown = unknown;
        running.last_event_at =
            Now { unix_ms: written_unix_ms, mono_ms: 0, utc_offset_min: running.utc_offset_min };
        is_valid.then_some(SessionSnapshot { running, written_unix_ms })
    })
}

/// Whether countdowns are within their limit and the target mark exists.
fn is_valid_phase(active: &Active, marks: usize) -> bool {
    let is_in_limit = |ms: &u32| *ms <= crate::domain::phase::LIMIT_MS;
    let has_mark = |target: &HoldTarget| target.mark.is_none_or(|mark| mark < marks);
    match active {
        Active::Position { remaining_ms, next: AfterCountdown::Roll(_) } => is_in_limit(remaining_ms),
        Active::Position { remaining_ms, next: AfterCountdown::Hold(target) } => {
            is_in_limit(remaining_ms) && has_mark(target)
        }
        Active::Roll { .. } => true,
        Active::Hold(open_hold) => has_mark(&open_hold.target),
        Active::Switch { off_roller_ms, remaining_ms } => {
            is_in_limit(off_roller_ms) && is_in_limit(remaining_ms)
        }
    }
}
