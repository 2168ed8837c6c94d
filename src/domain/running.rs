//! A running session and what can be derived from it.

use super::{
    hold::{Ending, Hold},
    leg::{Leg, Position},
    phase::{Active, AfterCountdown, HoldTarget, LIMIT_MS, Phase, PhaseName},
    session::{KneeScore, Pass, PassEnd, SessionId},
    settings::{Advance, PacerSeconds},
    spot::Spot,
    time::Now,
    unknown_fields::UnknownFields,
};

/// Distance, in points, within which "Here" means a mark or spot that is already known.
pub const SAME_SPOT_PERCENT: u8 = 8;
/// How long an action can be undone, milliseconds.
pub const UNDO_MS: u32 = 10_000;
/// How long after the start of a phase touches and keys are ignored, milliseconds: they were meant for the phase
/// before.
const INPUT_DELAY_MS: i64 = 400;
/// Longest tap, milliseconds. A longer touch comes from a forearm or elbow.
const MAX_TAP_MS: i64 = 1_500;

/// What has happened to a mark of the current leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkStatus {
    /// Not reached yet.
    Ahead,
    /// Held in this pass.
    Held,
    /// Skipped by "Move on".
    Skipped,
}

/// A mark of the current leg, copied from the draft when the leg began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetMark {
    /// The spot.
    pub spot: Spot,
    /// What has happened to it in this pass.
    pub status: MarkStatus,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

/// The progress of a session: everything that actions change and Undo restores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The current leg.
    pub leg: Leg,
    /// The leg after it, if any.
    pub next_leg: Option<Leg>,
    /// The passes so far, the current one last.
    pub passes: Vec<Pass>,
    /// The finished holds.
    pub holds: Vec<Hold>,
    /// The marks of the current leg, hip to knee.
    pub marks: Vec<TargetMark>,
    /// The phase.
    pub phase: Phase,
    /// Active milliseconds so far, in all phases but pauses.
    pub active_ms: u32,
    /// Fields that a later version of the app added.
    pub unknown: UnknownFields,
}

/// An action of the person that can still be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndoEntry {
    /// The progress before it.
    pub before: Progress,
    /// Milliseconds since then, without gaps.
    pub steady_ms: u32,
    /// Milliseconds of gaps since then.
    pub gap_ms: u32,
}

impl UndoEntry {
    /// Milliseconds since the action.
    pub const fn age_ms(&self) -> u32 {
        self.steady_ms.saturating_add(self.gap_ms)
    }
}

/// A running session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunningSession {
    /// Its id.
    pub id: SessionId,
    /// The revision number to write when it ends.
    pub rev: u32,
    /// Start by the wall clock, unix milliseconds.
    pub start_unix_ms: i64,
    /// Local time minus UTC at the start, minutes.
    pub utc_offset_min: i16,
    /// What normally ends a hold.
    pub advance: Advance,
    /// The speed of the pacer.
    pub pacer_seconds: PacerSeconds,
    /// When the answer to the safety gate was given, unix milliseconds.
    pub gate_unix_ms: i64,
    /// The knee score before.
    pub knee_before: Option<KneeScore>,
    /// Fields that a later version of the app added to the session.
    pub unknown: UnknownFields,
    /// Fields that a later version of the app added to the snapshot only.
    pub snapshot_unknown: UnknownFields,
    /// Raised whenever a tab takes over or an interrupted session is continued. The higher epoch wins.
    pub epoch: u32,
    /// Sequence number of the last snapshot. Within an epoch the higher one wins.
    pub seq: u32,
    /// What actions change and Undo restores.
    pub progress: Progress,
    /// The actions that can be undone, oldest first.
    pub undo: Vec<UndoEntry>,
    /// When the last event happened.
    pub last_event_at: Now,
    /// Measured milliseconds from the start to the last event, with pauses and gaps. Setting the wall clock does not
    /// change it.
    pub elapsed_ms: i64,
    /// Whether the page was hidden at the last event.
    pub is_hidden: bool,
    /// When the phase began, by the monotonic clock.
    pub phase_began_mono_ms: i64,
    /// How much longer "off the roller" is shown before the summary, milliseconds.
    pub end_notice_ms: u32,
}

impl Progress {
    /// Index of the current pass, if it has begun.
    pub fn open_pass_index(&self) -> Option<usize> {
        let last = self.passes.len().checked_sub(1)?;
        self.passes[last].end.is_none().then_some(last)
    }

    /// Index of the next mark.
    pub fn next_mark_index(&self) -> Option<usize> {
        self.marks.iter().position(|m| m.status == MarkStatus::Ahead)
    }

    /// Whether both legs were rolled to the knee.
    pub fn did_both_legs(&self) -> bool {
        self.passes.len() > 1
            && self.passes.iter().all(|pass| matches!(pass.end, Some(PassEnd::Bottom | PassEnd::Knee)))
    }

    /// Where the pacer stops next: at the next mark or at the bottom of the zone.
    pub fn target_position(&self) -> Position {
        self.next_mark_index().map_or(Position::BOTTOM, |i| self.marks[i].spot.position)
    }

    /// The finished holds of the current pass.
    pub fn holds_of_leg(&self) -> impl DoubleEndedIterator<Item = &Hold> {
        let open = self.open_pass_index();
        self.holds.iter().filter(move |h| open == Some(usize::from(h.pass)))
    }

    /// The number of a spot as shown and spoken, from 1. Spots are numbered from hip to knee: the marks of this leg and
    /// the positions that were held without a mark.
    pub fn spot_number(&self, target: &HoldTarget) -> usize {
        let target_position = target.spot.position;
        let marks = target
            .mark
            .unwrap_or_else(|| self.marks.iter().filter(|m| m.spot.position < target_position).count());
        marks + self.count_found(|position| position < target_position) + 1
    }

    /// The number of known spots on the leg: its marks and the positions that were held without one.
    pub fn spot_count(&self) -> usize {
        self.marks.len() + self.count_found(|_| true)
    }

    /// The number of different positions on this leg that were held without being marks and satisfy `is_counted`.
    fn count_found(&self, is_counted: impl Fn(Position) -> bool) -> usize {
        let is_mark = |position: Position| self.marks.iter().any(|m| m.spot.position == position);
        let mut found: Vec<Position> = Vec::new();
        for position in self.holds_of_leg().map(|hold| hold.position) {
            if is_counted(position) && !is_mark(position) && !found.contains(&position) {
                found.push(position);
            }
        }
        found.len()
    }

    /// The number of the next mark and the number of spots, as shown and spoken.
    pub fn next_spot(&self) -> Option<(usize, usize)> {
        let mark = self.next_mark_index()?;
        let target = HoldTarget { spot: self.marks[mark].spot, mark: Some(mark) };
        Some((self.spot_number(&target), self.spot_count()))
    }

    /// Index of the last hold if it ended as stopped and no active time has passed since.
    pub fn hold_just_stopped_index(&self) -> Option<usize> {
        let last = self.holds.len().checked_sub(1)?;
        let hold = &self.holds[last];
        let ends_now = hold.start_ms.saturating_add(hold.held_ms) == self.active_ms;
        (ends_now && matches!(hold.ending, Ending::Stopped(_))).then_some(last)
    }

    /// Milliseconds of rolling and holding in the current pass.
    pub fn leg_ms(&self) -> u32 {
        self.open_pass_index().map_or(0, |p| self.passes[p].active_ms)
    }
}

impl RunningSession {
    /// The end of the session if it ended at the last event: the start plus the measured time, so that setting the wall
    /// clock changes nothing and the end is never before the start.
    pub fn end_unix_ms(&self) -> i64 {
        self.start_unix_ms.saturating_add(self.elapsed_ms.max(self.progress.active_ms.into()))
    }

    /// The estimated position of the roller.
    pub fn roller_position(&self) -> Position {
        match self.progress.phase.underlying() {
            Some(Active::Roll { pacer, .. }) => pacer.position(self.pacer_seconds),
            Some(Active::Hold(open_hold)) => open_hold.target.spot.position,
            Some(Active::Position { next: then, .. }) => match then {
                AfterCountdown::Roll(from) => *from,
                AfterCountdown::Hold(aim) => aim.spot.position,
            },
            Some(Active::Switch { .. }) | None => Position::BOTTOM,
        }
    }

    /// Whether the leg change still shows "off the roller", before its countdown.
    pub fn is_off_roller(&self) -> bool {
        matches!(self.progress.phase.underlying(),
            Some(Active::Switch { off_roller_ms, .. }) if *off_roller_ms > 0)
    }

    /// How long a hold can last before it ends without a tap, milliseconds.
    pub fn hold_end_ms(&self) -> u32 {
        match self.advance {
            Advance::UntilEased => LIMIT_MS,
            Advance::Timed(seconds) => u32::from(seconds.get()) * 1_000,
        }
    }

    /// How a hold ends that reaches that time.
    pub fn time_out_ending(&self) -> Ending {
        match self.advance {
            Advance::UntilEased => Ending::Limit,
            Advance::Timed(_) => Ending::Timed,
        }
    }

    /// Whether a touch is an intended tap: it began after the first moments of the phase and was short.
    pub fn is_intended_tap(&self, down_mono_ms: i64, up_mono_ms: i64) -> bool {
        let lasted = up_mono_ms.saturating_sub(down_mono_ms);
        self.accepts_input(down_mono_ms) && (0..=MAX_TAP_MS).contains(&lasted)
    }

    /// Whether the phase began long enough ago that input is meant for it.
    pub fn accepts_input(&self, mono_ms: i64) -> bool {
        mono_ms.saturating_sub(self.phase_began_mono_ms) >= INPUT_DELAY_MS
    }

    /// The name of the phase.
    pub const fn phase_name(&self) -> PhaseName {
        self.progress.phase.name()
    }

    /// Whether anything was rolled or held, so that there is something to store.
    pub fn has_activity(&self) -> bool {
        !self.progress.holds.is_empty() || self.progress.passes.iter().any(|p| p.active_ms > 0)
    }
}
