//! The leg screen: marks, their numbers, and the way back.

use eased::domain::{
    Effect, Event, Model, Now,
    effect::Said,
    event::MarkEvent,
    leg::{Leg, Position},
    session::SessionId,
    spot::{Pain, Placed, TrackId},
    step,
};

fn mark(model: &mut Model, event: MarkEvent) -> Vec<Said> {
    let said = |effect: Effect| match effect {
        Effect::Say(said) => Some(said),
        _ => None,
    };
    let effects = step(model, Event::Mark(event), Now::default());
    assert!(effects.contains(&Effect::SaveDraft), "marks survive a reload");
    effects.into_iter().filter_map(said).collect()
}

fn marked(places: &[i32]) -> Model {
    let mut model = Model::new("test");
    for place in places {
        mark(&mut model, MarkEvent::Tapped(place * 1_000));
    }
    model
}

fn places(model: &Model) -> Vec<u8> {
    let marks = model.draft.marks(model.draft.leg);
    marks.iter().map(|m| m.spot.position.percent()).collect()
}

#[test]
fn a_tap_adds_a_mark_at_its_height_and_says_its_number() {
    let mut model = marked(&[60]);
    assert_eq!(mark(&mut model, MarkEvent::Tapped(19_500)), [Said::MarkAdded(1, 20)]);
    assert_eq!(places(&model), [20, 60]);
    assert_eq!(model.draft.marks(Leg::Right)[0].spot.placed, Placed::Tapped);
}

#[test]
fn a_tap_past_either_end_clamps_and_says_why() {
    let mut model = marked(&[]);
    assert_eq!(mark(&mut model, MarkEvent::Tapped(-1)), [Said::AboveZone, Said::MarkAdded(1, 0)]);
    assert_eq!(mark(&mut model, MarkEvent::Tapped(i32::MAX)), [Said::BelowZone, Said::MarkAdded(2, 100)]);
}

#[test]
fn add_spot_puts_it_in_the_middle_of_the_largest_gap() {
    for (before, added) in
        [(&[][..], 50), (&[50], 25), (&[20], 60), (&[30, 60], 80), (&[10, 40, 70, 100], 25)]
    {
        let mut model = marked(before);
        mark(&mut model, MarkEvent::Added);
        let new = model.draft.marks(Leg::Right).iter().find(|m| m.spot.placed == Placed::List);
        assert_eq!(new.map(|m| m.spot.position.percent()), Some(added), "among {before:?}");
    }
}

#[test]
fn the_ninth_mark_does_not_fit() {
    let mut model = marked(&[1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(mark(&mut model, MarkEvent::Added), [Said::LegFull]);
    assert_eq!(places(&model).len(), 8);
}

#[test]
fn numbers_wait_until_the_value_comes_to_rest() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    mark(&mut model, MarkEvent::Moved(first, Position::clamped(70), Placed::List));
    assert_eq!(places(&model), [70, 60]);
    assert_eq!(model.draft.number(Leg::Right, first), Some(1));
    mark(&mut model, MarkEvent::Settled);
    assert_eq!(places(&model), [60, 70]);
    assert_eq!(model.draft.number(Leg::Right, first), Some(2));
}

#[test]
fn undo_gives_a_whole_move_back_at_once() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    for place in 21..=70 {
        mark(&mut model, MarkEvent::Moved(first, Position::clamped(place), Placed::List));
    }
    mark(&mut model, MarkEvent::Settled);
    assert_eq!(mark(&mut model, MarkEvent::Undone), [Said::Undone]);
    assert_eq!(places(&model), [20, 60]);
}

#[test]
fn undo_goes_back_to_the_leg_it_is_about() {
    let mut model = marked(&[20]);
    mark(&mut model, MarkEvent::LegChosen(Leg::Left));
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(model.draft.leg, Leg::Right);
    assert!(model.draft.is_empty());
}

#[test]
fn a_removed_mark_says_its_number_and_comes_back() {
    let mut model = marked(&[20, 60]);
    let second = model.draft.marks(Leg::Right)[1].id;
    assert_eq!(mark(&mut model, MarkEvent::Removed(second)), [Said::MarkRemoved(2)]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(places(&model), [20, 60]);
}

#[test]
fn an_adopted_spot_is_pinned_until_it_is_moved() {
    let track = TrackId { session: SessionId::from_random([1; 10]), hold: 0 };
    let mut model = marked(&[]);
    mark(&mut model, MarkEvent::Adopted(Position::clamped(40), track));
    let spot = model.draft.marks(Leg::Right)[0];
    assert_eq!((spot.spot.placed, spot.spot.track), (Placed::Ring, Some(track)));
    mark(&mut model, MarkEvent::Moved(spot.id, Position::clamped(41), Placed::List));
    let moved = model.draft.marks(Leg::Right)[0].spot;
    assert_eq!((moved.placed, moved.track), (Placed::List, None));
}

#[test]
fn pain_is_optional_and_can_be_cleared() {
    let mut model = marked(&[40]);
    let id = model.draft.marks(Leg::Right)[0].id;
    mark(&mut model, MarkEvent::Rated(id, Pain::new(6)));
    assert_eq!(model.draft.marks(Leg::Right)[0].spot.pain.map(Pain::score), Some(6));
    mark(&mut model, MarkEvent::Rated(id, None));
    assert_eq!(model.draft.marks(Leg::Right)[0].spot.pain, None);
}
