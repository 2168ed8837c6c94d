//! What "Here" means.

use crate::domain::{
    phase::Aim,
    running::{MarkStatus, NEAR, Running},
    spot::{Placed, Spot},
};

/// What "Here" means at this place: a mark not yet held, a spot already held, or a new one.
pub fn here(running: &Running) -> Aim {
    let place = running.place();
    let near = |spot: &Spot| {
        let distance = spot.position.distance(place);
        // At equal distance the upper one counts.
        (distance <= NEAR).then_some((distance, spot.position))
    };
    let marks = || running.course.marks.iter().enumerate();
    let unheld = marks()
        .filter(|(_, m)| m.fate != MarkStatus::Held)
        .filter_map(|(i, m)| Some((near(&m.spot)?, i)))
        .min();
    if let Some((_, mark)) = unheld {
        let spot = running.course.marks[mark].spot;
        return Aim { spot, mark: Some(mark) };
    }
    let held = running
        .course
        .holds_of_leg()
        .map(|hold| Spot { position: hold.position, placed: hold.placed, track: hold.track, pain: None })
        .filter_map(|spot| Some((near(&spot)?, spot)))
        .min_by_key(|(near, _)| *near);
    if let Some((_, spot)) = held {
        let mark = marks().find(|(_, m)| m.spot.position == spot.position).map(|(i, _)| i);
        return Aim { spot, mark };
    }
    let spot = Spot { position: place, placed: Placed::Paced, track: None, pain: None };
    Aim { spot, mark: None }
}
