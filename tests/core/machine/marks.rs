//! The leg screen: marks, their numbers, and the way back.

use eased::domain::{
    Effect, Event, Model, Now,
    effect::Announcement,
    event::MarkEvent,
    leg::{Leg, Position, ZoneEnd},
    session::SessionId,
    spot::{Pain, Placed, TrackId},
    update,
};

fn mark(model: &mut Model, event: MarkEvent) -> Vec<Announcement> {
    let said = |effect: Effect| match effect {
        Effect::Say(said) => Some(said),
        _ => None,
    };
    let effects = update(model, Event::Mark(event), Now::default());
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
    assert_eq!(
        mark(&mut model, MarkEvent::Tapped(19_500)),
        [Announcement::MarkAdded(1, Position::clamped(20))]
    );
    assert_eq!(places(&model), [20, 60]);
    assert_eq!(model.draft.marks(Leg::Right)[0].spot.placed, Placed::Tapped);
}

#[test]
fn a_tap_on_a_keep_off_end_adds_nothing_and_says_so() {
    for (milli, end) in [
        (i32::MIN, ZoneEnd::Hip),
        (-2_001, ZoneEnd::Hip),
        (102_001, ZoneEnd::Knee),
        (i32::MAX, ZoneEnd::Knee),
    ] {
        let mut model = marked(&[40]);
        let before = model.draft.clone();
        let tap = Event::Mark(MarkEvent::Tapped(milli));
        assert_eq!(update(&mut model, tap, Now::default()), [Effect::Say(Announcement::KeptOff(end))]);
        assert_eq!(model.draft, before, "no mark, and no step of Undo");
    }
}

#[test]
fn a_tap_that_misses_an_end_by_a_little_means_the_end() {
    let mut model = marked(&[]);
    assert_eq!(mark(&mut model, MarkEvent::Tapped(-2_000)), [Announcement::MarkAdded(1, Position::TOP)]);
    assert_eq!(mark(&mut model, MarkEvent::Tapped(102_000)), [Announcement::MarkAdded(2, Position::BOTTOM)]);
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
    assert_eq!(mark(&mut model, MarkEvent::Added), [Announcement::LegFull]);
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
    assert_eq!(mark(&mut model, MarkEvent::Undone), [Announcement::Undone]);
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
    assert_eq!(mark(&mut model, MarkEvent::Removed(second)), [Announcement::MarkRemoved(2)]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(places(&model), [20, 60]);
}

#[test]
fn an_adopted_spot_is_pinned_until_it_is_moved() {
    let track = TrackId { session: SessionId::from_random([1; 10]), hold: 0 };
    let mut model = marked(&[]);
    mark(&mut model, MarkEvent::Adopted(Position::clamped(40), track));
    let spot = model.draft.marks(Leg::Right)[0].clone();
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

#[test]
fn a_mark_that_is_put_elsewhere_says_its_new_number_once() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    for place in 21..=70 {
        assert_eq!(mark(&mut model, MarkEvent::Moved(first, Position::clamped(place), Placed::Tapped)), []);
    }
    let put = MarkEvent::Put(first, Position::clamped(70), Placed::Tapped);
    assert_eq!(mark(&mut model, put), [Announcement::MarkMoved(2, Position::clamped(70))]);
    assert_eq!(places(&model), [60, 70]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(places(&model), [20, 60]);
}

#[test]
fn a_mark_that_is_put_where_it_stands_is_no_step_of_undo() {
    let track = TrackId { session: SessionId::from_random([1; 10]), hold: 0 };
    let mut model = marked(&[]);
    mark(&mut model, MarkEvent::Adopted(Position::TOP, track));
    let adopted = model.draft.clone();
    let put = MarkEvent::Put(adopted.marks(Leg::Right)[0].id, Position::TOP, Placed::List);
    assert_eq!(mark(&mut model, put), [Announcement::MarkMoved(1, Position::TOP)]);
    assert_eq!(model.draft, adopted);
}

#[test]
fn spots_are_copied_to_the_other_leg_without_their_pain() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    mark(&mut model, MarkEvent::Rated(first, Pain::new(6)));
    assert!(model.draft.can_copy(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::Copied(Leg::Left, 2)]);
    assert_eq!(model.draft.leg, Leg::Right, "the leg that is looked at begins the session");
    let copies = model.draft.spots(Leg::Left);
    let seen: Vec<_> = copies.iter().map(|s| (s.position.percent(), s.pain, s.placed, s.track)).collect();
    assert_eq!(seen, [(20, None, Placed::List, None), (60, None, Placed::List, None)]);
    assert!(!model.draft.can_copy(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::CopiedNone(Leg::Left)]);
    // One step takes all of them back, and the leg that is looked at stays.
    mark(&mut model, MarkEvent::Undone);
    assert!(model.draft.marks(Leg::Left).is_empty());
    assert_eq!(model.draft.leg, Leg::Right);
    assert_eq!(places(&model), [20, 60]);
}

#[test]
fn what_is_marked_on_the_other_leg_already_stays_as_it_is() {
    let mut model = marked(&[20, 60]);
    mark(&mut model, MarkEvent::LegChosen(Leg::Left));
    // A place is the same within 8 points.
    mark(&mut model, MarkEvent::Tapped(26_000));
    mark(&mut model, MarkEvent::LegChosen(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::Copied(Leg::Left, 1)]);
    let there: Vec<_> = model.draft.spots(Leg::Left).iter().map(|s| s.position.percent()).collect();
    assert_eq!(there, [26, 60]);
}

#[test]
fn only_as_many_are_copied_as_fit() {
    let mut model = marked(&[50, 70, 90]);
    mark(&mut model, MarkEvent::LegChosen(Leg::Left));
    for place in 1..=6 {
        mark(&mut model, MarkEvent::Tapped(place * 1_000));
    }
    mark(&mut model, MarkEvent::LegChosen(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::CopiedSome(Leg::Left, 2)]);
    assert_eq!(model.draft.marks(Leg::Left).len(), 8);
    assert!(!model.draft.can_copy(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::LegFull]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(model.draft.marks(Leg::Left).len(), 6);
}

#[test]
fn with_no_spots_there_is_nothing_to_copy() {
    let mut model = marked(&[]);
    assert!(!model.draft.can_copy(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::CopiedNone(Leg::Left)]);
    assert!(!model.draft.can_undo());
}
