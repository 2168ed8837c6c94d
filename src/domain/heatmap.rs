//! The heatmap of each leg: held time by position in the zone, over a period.

use std::ops::RangeInclusive;

use super::{
    history::History,
    leg::{Leg, Position},
    running::SAME_SPOT_PERCENT,
    spot::PositionSource,
    time::local_day,
};

/// The zone is divided into bins of this height, in points (percent of the zone).
pub const BIN_HEIGHT_POINTS: usize = 5;
/// Number of bins, from the hip to the knee.
pub const BIN_COUNT: usize = 20;

/// The period that the heatmap covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// 28 days.
    FourWeeks,
    /// 91 days.
    ThreeMonths,
    /// All sessions.
    AllTime,
}

impl Period {
    /// All periods, in the order shown.
    pub const ALL: [Self; 3] = [Self::FourWeeks, Self::ThreeMonths, Self::AllTime];

    /// The days that the period covers if it ends at `today`, in days since 1970. Only [`Period::AllTime`] includes
    /// days after `today`, which come from a clock that was ahead.
    pub const fn days_until(self, today: i64) -> RangeInclusive<i64> {
        match self {
            Self::FourWeeks => today - 28..=today,
            Self::ThreeMonths => today - 91..=today,
            Self::AllTime => i64::MIN..=i64::MAX,
        }
    }
}

/// The held time on one leg.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LegHeatmap {
    /// Held time in each bin, milliseconds.
    pub bin_held_ms: [u32; BIN_COUNT],
    /// Number of holds included.
    pub hold_count: u32,
}

/// The heatmaps of both legs, in the order of [`Leg::BOTH`], of the sessions that began on `days` (days since 1970 in
/// the UTC offset of each session).
///
/// A hold is spread over the positions around it with a linearly decreasing weight, up to [`SAME_SPOT_PERCENT`] away:
/// people miss a position by 4 to 7 points, and a roller is about that wide. Holds whose position is an estimate are
/// left out.
pub fn leg_heatmaps(history: &History, days: &RangeInclusive<i64>) -> [LegHeatmap; 2] {
    let mut held_ms = [[0_u64; 101]; 2];
    let mut heatmaps = [LegHeatmap::default(); 2];
    for session in history.sessions() {
        if !days.contains(&local_day(session.start_unix_ms, session.utc_offset_min)) {
            continue;
        }
        for hold in session.holds.iter().filter(|hold| hold.position_source != PositionSource::Estimated) {
            if let Some(pass) = session.passes.get(usize::from(hold.pass)) {
                held_ms[pass.leg.index()][usize::from(hold.position.percent())] += u64::from(hold.held_ms);
                heatmaps[pass.leg.index()].hold_count += 1;
            }
        }
    }
    for leg in Leg::BOTH.map(Leg::index) {
        let mut bins_us = [0_u64; BIN_COUNT];
        for (hold_percent, ms) in held_ms[leg].iter().enumerate().filter(|(_, ms)| **ms > 0) {
            let is_near = |percent: &usize| weight(hold_percent, *percent) > 0;
            let total_weight: u64 =
                (0..=100).filter(is_near).map(|percent| weight(hold_percent, percent)).sum();
            for percent in (0..=100).filter(is_near) {
                // In microseconds, to limit rounding errors.
                bins_us[bin_index(percent)] += ms * weight(hold_percent, percent) * 1_000 / total_weight;
            }
        }
        heatmaps[leg].bin_held_ms = bins_us.map(|us| u32::try_from(us.div_ceil(1_000)).unwrap_or(u32::MAX));
    }
    heatmaps
}

/// The bin of a position; 100 % belongs to the last bin.
const fn bin_index(percent: usize) -> usize {
    let bin = percent / BIN_HEIGHT_POINTS;
    if bin < BIN_COUNT { bin } else { BIN_COUNT - 1 }
}

/// The position in the middle of a bin.
pub fn bin_middle(bin: usize) -> Position {
    Position::clamped(i32::try_from(bin * BIN_HEIGHT_POINTS + BIN_HEIGHT_POINTS / 2).unwrap_or(100))
}

/// The weight of a hold at `hold_percent` for the position `percent`.
const fn weight(hold_percent: usize, percent: usize) -> u64 {
    (SAME_SPOT_PERCENT as u64 + 1).saturating_sub(hold_percent.abs_diff(percent) as u64)
}
