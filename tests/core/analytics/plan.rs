//! The plan: today's spots with their reasons.

use eased::domain::{
    Effect, Event, Model, Now,
    hold::{Ending, Hold},
    leg::Leg,
    plan::{PlanReason, PlannedSpot, plan},
    screen::Screen,
    session::Session,
    spot::PositionSource,
    track::tracks,
    update,
};

use super::held;
use crate::track::{history, session};

fn plan_right(sessions: &[Session]) -> Vec<PlannedSpot> {
    plan(&history(sessions.to_vec()), Leg::Right)
}

fn summary(plan: &[PlannedSpot]) -> Vec<(u8, PlanReason, u32)> {
    plan.iter().map(|p| (p.position.percent(), p.reason, p.expected_ms / 1_000)).collect()
}

/// A session with holds that eased, given as positions and seconds.
fn session_with(n: u8, holds: &[(i32, u32)]) -> Session {
    session(n, holds.iter().map(|(at, seconds)| held(*at, *seconds, Ending::Eased)).collect())
}

#[test]
fn the_plan_is_empty_without_holds() {
    assert!(plan_right(&[]).is_empty());
    assert!(plan_right(&[session(1, vec![])]).is_empty());
    assert!(plan(&history([session_with(1, &[(40, 30)])]), Leg::Left).is_empty());
}

#[test]
fn recently_held_spots_are_planned_from_hip_to_knee_with_reasons() {
    let days = [
        session_with(1, &[(70, 30), (20, 60)]),
        session_with(2, &[(71, 40), (21, 50)]),
        session_with(3, &[(20, 70)]),
    ];
    assert_eq!(
        summary(&plan_right(&days)),
        [(20, PlanReason::Longest, 60), (71, PlanReason::Held(2, 3), 35)]
    );
}

#[test]
fn the_four_spots_held_most_often_are_planned() {
    let all = [(5, 20), (25, 30), (45, 40), (65, 50), (85, 60)];
    let mut days: Vec<Session> = (1..4).map(|n| session_with(n, &all)).collect();
    days.push(session_with(4, &all[1..]));
    assert_eq!(plan_right(&days).iter().map(|p| p.position.percent()).collect::<Vec<_>>(), [25, 45, 65, 85]);
}

#[test]
fn a_spot_held_only_once_is_left_out_unless_in_the_newest_session() {
    let days = [session_with(1, &[(20, 30)]), session_with(2, &[(70, 30)])];
    assert_eq!(plan_right(&days).iter().map(|p| p.position.percent()).collect::<Vec<_>>(), [70]);
    let long_ago: Vec<Session> = [1, 2]
        .map(|n| session_with(n, &[(20, 30)]))
        .into_iter()
        .chain((3..8).map(|n| session_with(n, &[])))
        .collect();
    assert!(plan_right(&long_ago).is_empty());
}

#[test]
fn a_spot_that_did_not_ease_has_that_reason_and_at_most_the_cap_as_expected_time() {
    let limit = |n| session(n, vec![held(50, 120, Ending::Limit), held(20, 30, Ending::Eased)]);
    let days = [limit(1), limit(2), limit(3)];
    assert_eq!(
        summary(&plan_right(&days)),
        [(20, PlanReason::Held(3, 3), 30), (50, PlanReason::NotEased(3, 3), 90)]
    );
    let slow = session_with(4, &[(50, 110)]);
    assert_eq!(summary(&plan_right(&[limit(1), limit(2), slow]))[1], (50, PlanReason::NotEased(2, 3), 90));
}

#[test]
fn adopting_the_plan_marks_both_legs_and_one_undo_reverts_it() {
    let mut model = Model::new("");
    let left = Hold { pass: 1, ..held(60, 30, Ending::Eased) };
    model.history = history([session(1, vec![held(40, 30, Ending::Eased), left])]);
    model.screen = Screen::History;
    let planned = Leg::BOTH.map(|leg| plan(&model.history, leg).iter().map(PlannedSpot::to_spot).collect());
    let adopt = |model: &mut Model| {
        let mut draft = model.draft.clone();
        draft.adopt_plan(&planned);
        update(model, Event::PlanAdopted(draft), Now::default())
    };
    assert!(adopt(&mut model).contains(&Effect::SaveDraft));
    assert_eq!(model.screen, Screen::Leg);
    for (leg, at) in [(Leg::Left, 60), (Leg::Right, 40)] {
        let spots = model.draft.spots(leg);
        assert_eq!(
            (spots.len(), spots[0].position.percent(), spots[0].position_source),
            (1, at, PositionSource::Plan)
        );
        assert_eq!(spots[0].pinned_track, Some(tracks(&model.history, leg)[0].id));
    }
    // Adopting is idempotent.
    adopt(&mut model);
    assert_eq!(model.draft.spots(Leg::Left).len(), 1);
    model.draft.undo();
    assert!(model.draft.is_empty() && !model.draft.can_undo());
}
