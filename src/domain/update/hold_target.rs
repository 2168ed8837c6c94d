//! Which spot "Here" (the big tap while rolling) holds.

use crate::domain::{
    phase::HoldTarget,
    running::{MarkStatus, RunningSession, SAME_SPOT_PERCENT},
    spot::{PositionSource, Spot},
};

/// The spot to hold at the roller's position: the nearest mark that was not held yet, else the nearest spot that was
/// held in this pass, else a new spot.
pub fn hold_target(running: &RunningSession) -> HoldTarget {
    let position = running.roller_position();
    let distance_if_near = |spot: &Spot| {
        let distance = spot.position.distance(position);
        // At equal distance the upper one is taken.
        (distance <= SAME_SPOT_PERCENT).then_some((distance, spot.position))
    };
    let marks = || running.progress.marks.iter().enumerate();
    let unheld_mark = marks()
        .filter(|(_, m)| m.status != MarkStatus::Held)
        .filter_map(|(i, m)| Some((distance_if_near(&m.spot)?, i)))
        .min();
    if let Some((_, mark)) = unheld_mark {
        let spot = running.progress.marks[mark].spot;
        return HoldTarget { spot, mark: Some(mark) };
    }
    let held_spot = running
        .progress
        .holds_of_leg()
        .map(|hold| Spot {
            position: hold.position,
            position_source: hold.position_source,
            pinned_track: hold.pinned_track,
            pain: None,
        })
        .filter_map(|spot| Some((distance_if_near(&spot)?, spot)))
        .min_by_key(|(distance_if_near, _)| *distance_if_near);
    if let Some((_, spot)) = held_spot {
        let mark = marks().find(|(_, m)| m.spot.position == spot.position).map(|(i, _)| i);
        return HoldTarget { spot, mark };
    }
    let spot = Spot { position, position_source: PositionSource::Estimated, pinned_track: None, pain: None };
    HoldTarget { spot, mark: None }
}
