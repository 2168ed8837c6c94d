//! The pacer: the estimated position of the roller while the person rolls.

use super::{leg::Position, settings::PacerSeconds};

/// How long before the roller reaches its target this is announced, milliseconds.
pub const EARLY_NOTICE_MS: u32 = 5_000;
/// The shortest way, in milliseconds, for which the early notice is given. On a shorter way the notice would cut off
/// the announcement made at its start.
const MIN_STRETCH_FOR_NOTICE_MS: u32 = 12_000;

/// A position that moves down the zone at constant speed.
///
/// Stored as a start position and a time, not as a sum of small steps, so that rounding errors do not accumulate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacer {
    /// Where it started.
    pub from: Position,
    /// For how long it has moved since, milliseconds.
    pub moved_ms: u32,
}

impl Pacer {
    /// A pacer that has just started at a position.
    pub const fn at(from: Position) -> Self {
        Self { from, moved_ms: 0 }
    }

    /// Its position in thousandths of a percent.
    pub fn milli_percent(self, pacer_seconds: PacerSeconds) -> u32 {
        let moved = u64::from(self.moved_ms) * 100_000 / u64::from(pacer_seconds.ms());
        let total = u64::from(self.from.percent()) * 1_000 + moved;
        u32::try_from(total.min(100_000)).unwrap_or(100_000)
    }

    /// Its position in whole percent.
    pub fn position(self, pacer_seconds: PacerSeconds) -> Position {
        Position::clamped(i32::try_from((self.milli_percent(pacer_seconds) + 500) / 1_000).unwrap_or(100))
    }

    /// Milliseconds until it reaches `target`; 0 if it is there or past it.
    pub fn ms_until(self, target: Position, pacer_seconds: PacerSeconds) -> u32 {
        let distance = u64::from(target.percent().saturating_sub(self.from.percent()));
        let total_ms = (distance * u64::from(pacer_seconds.ms())).div_ceil(100);
        u32::try_from(total_ms).unwrap_or(u32::MAX).saturating_sub(self.moved_ms)
    }

    /// Milliseconds until the next announcement, when it reaches the target in `ms_to_target`: first the early notice, then the
    /// arrival.
    pub const fn ms_until_notice(self, ms_to_target: u32) -> u32 {
        let is_long = self.moved_ms.saturating_add(ms_to_target) >= MIN_STRETCH_FOR_NOTICE_MS;
        if is_long && ms_to_target > EARLY_NOTICE_MS { ms_to_target - EARLY_NOTICE_MS } else { ms_to_target }
    }

    /// The pacer after moving for `ms` more.
    #[must_use]
    pub fn advanced_by(self, ms: u32) -> Self {
        Self { moved_ms: self.moved_ms.saturating_add(ms), ..self }
    }
}
