//! The pacer: where the roller is thought to be while the person rolls.

use super::{leg::Position, settings::PacerSeconds};

/// How long before the end of its way the pacer is announced, milliseconds.
pub const WORD_AHEAD_MS: u32 = 5_000;
/// A shorter way is announced when it begins and not again, milliseconds: the second word would cut the
/// first one off.
const LONG_WAY_MS: u32 = 12_000;

/// A roller mark that moves down the zone at an even pace.
///
/// Kept as a place and the time since, not as a sum of small steps, so that no rounding builds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pacer {
    /// Where it set off.
    pub from: Position,
    /// Milliseconds it has moved since.
    pub run_ms: u32,
}

impl Pacer {
    /// Standing at a place.
    pub const fn at(from: Position) -> Self {
        Self { from, run_ms: 0 }
    }

    /// Where it is, in thousandths of a percent.
    pub fn milli(self, pace: PacerSeconds) -> u32 {
        let run = u64::from(self.run_ms) * 100_000 / u64::from(pace.ms());
        let whole = u64::from(self.from.percent()) * 1_000 + run;
        u32::try_from(whole.min(100_000)).unwrap_or(100_000)
    }

    /// Where it is, in whole percent.
    pub fn position(self, pace: PacerSeconds) -> Position {
        Position::clamped(i32::try_from((self.milli(pace) + 500) / 1_000).unwrap_or(100))
    }

    /// Milliseconds until it stands at `target`; 0 when it is there or past it.
    pub fn ms_to(self, target: Position, pace: PacerSeconds) -> u32 {
        let way = u64::from(target.percent().saturating_sub(self.from.percent()));
        let whole = (way * u64::from(pace.ms())).div_ceil(100);
        u32::try_from(whole).unwrap_or(u32::MAX).saturating_sub(self.run_ms)
    }

    /// Milliseconds until something is to be said on a way that takes `way_ms` more: a word ahead of its end,
    /// then the end.
    pub const fn ms_to_word(self, way_ms: u32) -> u32 {
        let long = self.run_ms.saturating_add(way_ms) >= LONG_WAY_MS;
        if long && way_ms > WORD_AHEAD_MS { way_ms - WORD_AHEAD_MS } else { way_ms }
    }

    /// Moves on for `ms`.
    #[must_use]
    pub fn moved(self, ms: u32) -> Self {
        Self { run_ms: self.run_ms.saturating_add(ms), ..self }
    }
}
