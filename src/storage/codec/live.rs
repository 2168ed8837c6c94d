//! The running session as last written.
//!
//! Not kept: the undo stack, the monotonic clock (it means nothing after a restart) and whether the page
//! was hidden. What is read was last seen when it was written. Unknown fields of the phase are not kept: the phase is
//! replaced as a whole as soon as the session goes on.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{
    Read,
    object::object,
    session::fit_together,
    terms::{Flag, HoldMs, OffsetMin, UnixMs},
};
use crate::domain::{
    leg::Position,
    live::SessionSnapshot,
    pace::Pacer,
    phase::{Active, Aim, Holding, Paused, Phase, Rest, Then},
    running::{Course, Running, TargetMark},
    spot::{MOST_MARKS, Spot},
    time::Now,
    unknown_fields::UnknownFields,
};

/// Version of the record.
const VERSION: u32 = 1;
/// Name of the number of the write: of two records of one session the higher epoch, then the higher number, knows more.
const SEQ: &str = "seq";

struct Live {
    written_unix_ms: i64,
    running: Running,
    unknown: UnknownFields,
}

object!(Live { written_unix_ms: "written" as UnixMs, running: "session" } unknown: unknown);

object!(Running {
    id: "id",
    rev: "r",
    start_unix_ms: "s" as UnixMs,
    utc_offset_min: "o" as OffsetMin,
    advance: "a",
    gate_unix_ms: "g" as UnixMs,
    knee_before: "kb" = None,
    pace: "pacer_s",
    elapsed_ms: "elapsed_ms",
    epoch: "epoch",
    course: "course",
} unknown: unknown rest: {
    seq: 0,
    undo: Vec::new(),
    seen: Now::default(),
    hidden: false,
    phase_began_mono_ms: 0,
    farewell_ms: 0,
    live_unknown: UnknownFields::NONE,
});

object!(Course {
    leg: "leg",
    next_leg: "next_leg" = None,
    passes: "p",
    holds: "h",
    marks: "marks",
    phase: "phase",
    clock_ms: "clock_ms",
} unknown: unknown);

object!(TargetMark { spot: "spot", fate: "status" } unknown: unknown);
object!(Spot { position: "x", placed: "w", pain: "a" = None, track: "k" = None });
object!(Aim { spot: "spot", mark: "mark" = None });
object!(Pacer { from: "from", run_ms: "run_ms" });
object!(Paused { from: "from", why: "why", asks_stop: "asks_stop" as Flag, paused_ms: "paused_ms" });
object!(Rest { reason: "reason", left_ms: "left_ms" as HoldMs });
object!(Holding {
    aim: "aim",
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

/// Lets the serde definition of an enum stand for it.
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

remote!(Phase as PhaseRecord, Active as ActiveRecord, Then as ThenRecord);

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
        left_ms: u32,
        then: Then,
    },
    Roll {
        pacer: Pacer,
        waited_ms: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rest: Option<Rest>,
    },
    Hold(Holding),
    Switch {
        off_ms: u32,
        left_ms: u32,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Then", rename_all = "snake_case")]
enum ThenRecord {
    Roll(Position),
    Hold(Aim),
}

/// Writes a live record.
pub fn write(live: &SessionSnapshot) -> String {
    let running = live.running.clone();
    let (seq, unknown) = (running.seq, running.live_unknown.clone());
    super::write(VERSION, SEQ, seq, &Live { written_unix_ms: live.written_unix_ms, running, unknown })
}

/// Reads a live record.
pub fn read(text: &str) -> Read<SessionSnapshot> {
    super::read(text, VERSION..=VERSION, SEQ, |seq, live: Live| {
        let Live { written_unix_ms, mut running, unknown } = live;
        let course = &running.course;
        let is_sound = running.rev > 0
            && running.elapsed_ms >= 0
            && fit_together(&course.passes, &course.holds)
            && course.marks.len() <= MOST_MARKS
            && course.phase.underlying().is_none_or(|active| fits(active, course.marks.len()));
        running.seq = seq;
        running.live_unknown = unknown;
        running.seen = Now { unix_ms: written_unix_ms, mono_ms: 0, utc_offset_min: running.utc_offset_min };
        is_sound.then_some(SessionSnapshot { running, written_unix_ms })
    })
}

/// Whether a countdown lasts no longer than it can, and what is aimed at is a mark that there is.
fn fits(active: &Active, marks: usize) -> bool {
    let short = |ms: &u32| *ms <= crate::domain::phase::LIMIT_MS;
    let aims = |aim: &Aim| aim.mark.is_none_or(|mark| mark < marks);
    match active {
        Active::Position { left_ms, then: Then::Roll(_) } => short(left_ms),
        Active::Position { left_ms, then: Then::Hold(aim) } => short(left_ms) && aims(aim),
        Active::Roll { .. } => true,
        Active::Hold(holding) => aims(&holding.aim),
        Active::Switch { off_ms, left_ms } => short(off_ms) && short(left_ms),
    }
}
