//! A session that is under way, and what can be read off it.

use super::{
    hold::{Ending, Hold},
    leg::{Leg, Position},
    phase::{Active, Aim, LIMIT_MS, Name, Phase, Then},
    session::{KneeScore, Pass, PassEnd, SessionId},
    settings::{Advance, PacerSeconds},
    spot::Spot,
    time::Now,
    unknown_fields::UnknownFields,
};

/// Points within which "Here" means a mark or spot that is already known.
pub const NEAR: u8 = 8;
/// How long an act can be undone, milliseconds.
pub const UNDO_MS: u32 = 10_000;
/// Touches and keys in a phase's first milliseconds are ignored: they were meant for the phase before.
const DEAD_MS: i64 = 400;
/// A longer touch is a forearm, not a tap, milliseconds.
const LONGEST_TAP_MS: i64 = 1_500;

/// What has become of a frozen mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkStatus {
    /// Still to come.
    Ahead,
    /// Held in this pass.
    Held,
    /// Passed over by "Move on".
    Skipped,
}

/// A mark as it was when its leg began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetMark {
    /// The place.
    pub spot: Spot,
    /// What has become of it.
    pub fate: MarkStatus,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

/// The part of a running session that acts change and Undo gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The leg in hand.
    pub leg: Leg,
    /// The leg after it, if any.
    pub next_leg: Option<Leg>,
    /// Legs begun.
    pub passes: Vec<Pass>,
    /// Holds finished.
    pub holds: Vec<Hold>,
    /// The marks of the leg in hand, hip to knee.
    pub marks: Vec<TargetMark>,
    /// Where it stands.
    pub phase: Phase,
    /// Active milliseconds so far, all phases but pauses.
    pub clock_ms: u32,
    /// What a later version of the app added.
    pub unknown: UnknownFields,
}

/// An act of the person's that can still be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// How things stood before it.
    pub before: Course,
    /// Steady milliseconds since.
    pub since_ms: u32,
    /// Silent milliseconds since.
    pub gap_ms: u32,
}

impl Undoable {
    /// Age in milliseconds.
    pub const fn age_ms(&self) -> u32 {
        self.since_ms.saturating_add(self.gap_ms)
    }
}

/// A session that is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its name for ever.
    pub id: SessionId,
    /// The revision that its end will write.
    pub rev: u32,
    /// Start by the wall clock, unix milliseconds.
    pub start_unix_ms: i64,
    /// Local time minus UTC at the start, minutes.
    pub utc_offset_min: i16,
    /// How holds end by default.
    pub advance: Advance,
    /// How slowly the pacer goes.
    pub pace: PacerSeconds,
    /// Unix milliseconds of the safety answer it rests on.
    pub gate_unix_ms: i64,
    /// The knee before.
    pub knee_before: Option<KneeScore>,
    /// What a later version of the app added to the session.
    pub unknown: UnknownFields,
    /// What a later version of the app added to the live record alone.
    pub live_unknown: UnknownFields,
    /// Raised whenever another tab takes over or a closed session is continued.
    pub epoch: u32,
    /// Number of the last written live record; the higher one wins.
    pub seq: u32,
    /// What acts change.
    pub course: Course,
    /// The acts that can be undone, oldest first.
    pub undo: Vec<Undoable>,
    /// The last event's moment.
    pub seen: Now,
    /// Milliseconds from the start to that moment by the machine, pauses and gaps included, whatever the wall clock did.
    pub elapsed_ms: i64,
    /// Whether the page was hidden then.
    pub hidden: bool,
    /// When the phase began, by the monotonic clock.
    pub phase_began_mono_ms: i64,
    /// For how much longer "off the roller" is shown after the end, milliseconds.
    pub farewell_ms: u32,
}

impl Course {
    /// The pass of the leg in hand, if it has begun.
    pub fn open_pass(&self) -> Option<usize> {
        let last = self.passes.len().checked_sub(1)?;
        self.passes[last].end.is_none().then_some(last)
    }

    /// The next mark to be led to.
    pub fn next_mark(&self) -> Option<usize> {
        self.marks.iter().position(|m| m.fate == MarkStatus::Ahead)
    }

    /// Whether both legs were rolled to the knee.
    pub fn did_both_legs(&self) -> bool {
        self.passes.len() > 1
            && self.passes.iter().all(|pass| matches!(pass.end, Some(PassEnd::Bottom | PassEnd::Knee)))
    }

    /// Where the pacer stops next.
    pub fn target(&self) -> Position {
        self.next_mark().map_or(Position::BOTTOM, |i| self.marks[i].spot.position)
    }

    /// Holds of the leg in hand so far.
    pub fn holds_of_leg(&self) -> impl DoubleEndedIterator<Item = &Hold> {
        let open = self.open_pass();
        self.holds.iter().filter(move |h| open == Some(usize::from(h.pass)))
    }

    /// Number of a spot as the person hears it, from 1: it follows height among the marks of this leg and
    /// the places that were held without a mark.
    pub fn spot_number(&self, aim: &Aim) -> usize {
        let place = aim.spot.position;
        let marks = aim.mark.unwrap_or_else(|| self.marks.iter().filter(|m| m.spot.position < place).count());
        marks + self.found(|at| at < place) + 1
    }

    /// How many spots the leg has as far as is known: its marks, and what was held without one.
    pub fn spots(&self) -> usize {
        self.marks.len() + self.found(|_| true)
    }

    /// Places of this leg that were held without being marks, each once.
    fn found(&self, counts: impl Fn(Position) -> bool) -> usize {
        let is_mark = |at: Position| self.marks.iter().any(|m| m.spot.position == at);
        let mut found: Vec<Position> = Vec::new();
        for at in self.holds_of_leg().map(|hold| hold.position) {
            if counts(at) && !is_mark(at) && !found.contains(&at) {
                found.push(at);
            }
        }
        found.len()
    }

    /// The number of the next mark and of how many, as the person hears it.
    pub fn next_spot(&self) -> Option<(usize, usize)> {
        let mark = self.next_mark()?;
        let aim = Aim { spot: self.marks[mark].spot, mark: Some(mark) };
        Some((self.spot_number(&aim), self.spots()))
    }

    /// The hold that has ended as stopped at this very moment of the session.
    pub fn hold_just_stopped(&self) -> Option<usize> {
        let last = self.holds.len().checked_sub(1)?;
        let hold = &self.holds[last];
        let ends_now = hold.start_ms.saturating_add(hold.held_ms) == self.clock_ms;
        (ends_now && matches!(hold.ending, Ending::Stopped(_))).then_some(last)
    }

    /// Milliseconds of rolling and holding on the leg in hand.
    pub fn leg_ms(&self) -> u32 {
        self.open_pass().map_or(0, |p| self.passes[p].active_ms)
    }
}

impl Running {
    /// The end, should it end at the last event: the start's label and the machine's time, so that a clock that was set
    /// meanwhile changes nothing, and the end is never before the start.
    pub fn end_unix_ms(&self) -> i64 {
        self.start_unix_ms.saturating_add(self.elapsed_ms.max(self.course.clock_ms.into()))
    }

    /// Where the roller is thought to be.
    pub fn place(&self) -> Position {
        match self.course.phase.underlying() {
            Some(Active::Roll { pacer, .. }) => pacer.position(self.pace),
            Some(Active::Hold(holding)) => holding.aim.spot.position,
            Some(Active::Position { then, .. }) => match then {
                Then::Roll(from) => *from,
                Then::Hold(aim) => aim.spot.position,
            },
            Some(Active::Switch { .. }) | None => Position::BOTTOM,
        }
    }

    /// Whether the first seconds of the leg change, "off the roller", are running.
    pub fn off_roller(&self) -> bool {
        matches!(self.course.phase.underlying(),
            Some(Active::Switch { off_ms, .. }) if *off_ms > 0)
    }

    /// Where a hold on this session's terms ends by itself, milliseconds.
    pub fn hold_end_ms(&self) -> u32 {
        match self.advance {
            Advance::UntilEased => LIMIT_MS,
            Advance::ByItself(seconds) => u32::from(seconds.get()) * 1_000,
        }
    }

    /// How a hold ends that runs out.
    pub fn ran_out(&self) -> Ending {
        match self.advance {
            Advance::UntilEased => Ending::Limit,
            Advance::ByItself(_) => Ending::Timed,
        }
    }

    /// Whether a touch of one finger is meant: it went down well after the phase began, and is no forearm.
    pub fn is_meant(&self, down_mono_ms: i64, up_mono_ms: i64) -> bool {
        let lasted = up_mono_ms.saturating_sub(down_mono_ms);
        self.is_settled(down_mono_ms) && (0..=LONGEST_TAP_MS).contains(&lasted)
    }

    /// Whether the phase has begun long enough ago.
    pub fn is_settled(&self, mono_ms: i64) -> bool {
        mono_ms.saturating_sub(self.phase_began_mono_ms) >= DEAD_MS
    }

    /// The phase's name.
    pub const fn phase_name(&self) -> Name {
        self.course.phase.name()
    }

    /// Whether anything was rolled or held, so that there is something to store.
    pub fn has_begun(&self) -> bool {
        !self.course.holds.is_empty() || self.course.passes.iter().any(|p| p.active_ms > 0)
    }
}
