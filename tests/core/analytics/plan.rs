//! Today's spots, each with its reason.

use eased::domain::{
    Effect, Event, Model, Now,
    hold::{Ending, Hold},
    leg::Leg,
    model::Screen,
    plan::{Planned, Why, plan},
    session::Session,
    spot::Placed,
    track::tracks,
    update,
};

use super::held;
use crate::tracks::{history, session};

fn of(sessions: &[Session]) -> Vec<Planned> {
    plan(&history(sessions.to_vec()), Leg::Right)
}

fn in_short(plan: &[Planned]) -> Vec<(u8, Why, u32)> {
    plan.iter().map(|p| (p.position.percent(), p.why, p.expected_ms / 1_000)).collect()
}

/// A day with holds that eased, at these places after so many seconds.
fn day(n: u8, holds: &[(i32, u32)]) -> Session {
    session(n, holds.iter().map(|(at, seconds)| held(*at, *seconds, Ending::Eased)).collect())
}

#[test]
fn nothing_is_planned_before_anything_was_held() {
    assert!(of(&[]).is_empty());
    assert!(of(&[session(1, vec![])]).is_empty());
    assert!(plan(&history([day(1, &[(40, 30)])]), Leg::Left).is_empty());
}

#[test]
fn what_was_held_lately_comes_from_hip_to_knee_with_its_reason() {
    let days = [day(1, &[(70, 30), (20, 60)]), day(2, &[(71, 40), (21, 50)]), day(3, &[(20, 70)])];
    assert_eq!(in_short(&of(&days)), [(20, Why::Longest, 60), (71, Why::Held(2, 3), 35)]);
}

#[test]
fn the_four_held_most_often_are_taken() {
    let all = [(5, 20), (25, 30), (45, 40), (65, 50), (85, 60)];
    let mut days: Vec<Session> = (1..4).map(|n| day(n, &all)).collect();
    days.push(day(4, &all[1..]));
    assert_eq!(of(&days).iter().map(|p| p.position.percent()).collect::<Vec<_>>(), [25, 45, 65, 85]);
}

#[test]
fn met_once_and_not_again_it_is_left_out() {
    let days = [day(1, &[(20, 30)]), day(2, &[(70, 30)])];
    assert_eq!(of(&days).iter().map(|p| p.position.percent()).collect::<Vec<_>>(), [70]);
    let long_ago: Vec<Session> =
        [1, 2].map(|n| day(n, &[(20, 30)])).into_iter().chain((3..8).map(|n| day(n, &[]))).collect();
    assert!(of(&long_ago).is_empty());
}

#[test]
fn what_did_not_ease_says_so_and_is_expected_to_take_as_long_as_is_enough() {
    let limit = |n| session(n, vec![held(50, 120, Ending::Limit), held(20, 30, Ending::Eased)]);
    let days = [limit(1), limit(2), limit(3)];
    assert_eq!(in_short(&of(&days)), [(20, Why::Held(3, 3), 30), (50, Why::NotEased(3, 3), 90)]);
    let slow = day(4, &[(50, 110)]);
    assert_eq!(in_short(&of(&[limit(1), limit(2), slow]))[1], (50, Why::NotEased(2, 3), 90));
}

#[test]
fn one_act_adopts_it_on_both_legs_and_one_undo_takes_it_back() {
    let mut model = Model::new("");
    let left = Hold { pass: 1, ..held(60, 30, Ending::Eased) };
    model.history = history([session(1, vec![held(40, 30, Ending::Eased), left])]);
    model.screen = Screen::History;
    let planned = Leg::BOTH.map(|leg| plan(&model.history, leg).iter().map(Planned::spot).collect());
    let adopt = |model: &mut Model| {
        let mut draft = model.draft.clone();
        draft.adopt(&planned);
        update(model, Event::PlanAdopted(draft), Now::default())
    };
    assert!(adopt(&mut model).contains(&Effect::SaveDraft));
    assert_eq!(model.screen, Screen::Leg);
    for (leg, at) in [(Leg::Left, 60), (Leg::Right, 40)] {
        let spots = model.draft.spots(leg);
        assert_eq!((spots.len(), spots[0].position.percent(), spots[0].placed), (1, at, Placed::Plan));
        assert_eq!(spots[0].track, Some(tracks(&model.history, leg)[0].id));
    }
    // Twice is the same as once.
    adopt(&mut model);
    assert_eq!(model.draft.spots(Leg::Left).len(), 1);
    model.draft.undo();
    assert!(model.draft.is_empty() && !model.draft.can_undo());
}
