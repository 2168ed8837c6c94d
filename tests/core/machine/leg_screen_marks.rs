//! The leg screen: marks, their numbers, and Undo.

use eased::domain::{
    Effect, Event, Model, Now,
    effect::Announcement,
    event::MarkEvent,
    leg::{Leg, Position, ZoneEnd},
    session::SessionId,
    spot::{Pain, PositionSource, TrackId},
    update,
};

fn mark(model: &mut Model, event: MarkEvent) -> Vec<Announcement> {
    let announcement = |effect: Effect| match effect {
        Effect::Announce(announcement) => Some(announcement),
        _ => None,
    };
    let effects = update(model, Event::Mark(event), Now::default());
    assert!(effects.contains(&Effect::SaveDraft), "marks survive a reload");
    effects.into_iter().filter_map(announcement).collect()
}

fn marked(places: &[i32]) -> Model {
    let mut model = Model::new("test");
    for place in places {
        mark(&mut model, MarkEvent::Tapped(place * 1_000));
    }
    model
}

fn positions(model: &Model) -> Vec<u8> {
    let marks = model.draft.marks(model.draft.leg);
    marks.iter().map(|m| m.spot.position.percent()).collect()
}

#[test]
fn a_tap_adds_a_mark_at_its_height_and_announces_its_number() {
    let mut model = marked(&[60]);
    assert_eq!(
        mark(&mut model, MarkEvent::Tapped(19_500)),
        [Announcement::MarkAdded(1, Position::clamped(20))]
    );
    assert_eq!(positions(&model), [20, 60]);
    assert_eq!(model.draft.marks(Leg::Right)[0].spot.position_source, PositionSource::Tapped);
}

#[test]
fn a_tap_on_a_keep_off_end_adds_nothing_and_is_announced() {
    for (milli, end) in [
        (i32::MIN, ZoneEnd::Hip),
        (-2_001, ZoneEnd::Hip),
        (102_001, ZoneEnd::Knee),
        (i32::MAX, ZoneEnd::Knee),
    ] {
        let mut model = marked(&[40]);
        let before = model.draft.clone();
        let tap = Event::Mark(MarkEvent::Tapped(milli));
        assert_eq!(
            update(&mut model, tap, Now::default()),
            [Effect::Announce(Announcement::OutsideZone(end))]
        );
        assert_eq!(model.draft, before, "no mark and no undo entry");
    }
}

#[test]
fn a_tap_just_outside_the_zone_marks_its_end() {
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
        let new =
            model.draft.marks(Leg::Right).iter().find(|m| m.spot.position_source == PositionSource::List);
        assert_eq!(new.map(|m| m.spot.position.percent()), Some(added), "among {before:?}");
    }
}

#[test]
fn the_ninth_mark_does_not_fit() {
    let mut model = marked(&[1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(mark(&mut model, MarkEvent::Added), [Announcement::LegFull]);
    assert_eq!(positions(&model).len(), 8);
}

#[test]
fn marks_are_renumbered_when_the_edit_ends() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    mark(&mut model, MarkEvent::PositionInput(first, Position::clamped(70), PositionSource::List));
    assert_eq!(positions(&model), [70, 60]);
    assert_eq!(model.draft.number(Leg::Right, first), Some(1));
    mark(&mut model, MarkEvent::PositionEditEnded);
    assert_eq!(positions(&model), [60, 70]);
    assert_eq!(model.draft.number(Leg::Right, first), Some(2));
}

#[test]
fn one_undo_reverts_a_whole_drag() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    for place in 21..=70 {
        mark(&mut model, MarkEvent::PositionInput(first, Position::clamped(place), PositionSource::List));
    }
    mark(&mut model, MarkEvent::PositionEditEnded);
    assert_eq!(mark(&mut model, MarkEvent::Undone), [Announcement::Undone]);
    assert_eq!(positions(&model), [20, 60]);
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
fn removing_a_mark_announces_its_number_and_can_be_undone() {
    let mut model = marked(&[20, 60]);
    let second = model.draft.marks(Leg::Right)[1].id;
    assert_eq!(mark(&mut model, MarkEvent::Removed(second)), [Announcement::MarkRemoved(2)]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(positions(&model), [20, 60]);
}

#[test]
fn an_adopted_spot_is_pinned_until_it_is_moved() {
    let track = TrackId { session: SessionId::from_random([1; 10]), hold: 0 };
    let mut model = marked(&[]);
    mark(&mut model, MarkEvent::EarlierSpotAdopted(Position::clamped(40), track));
    let spot = model.draft.marks(Leg::Right)[0].clone();
    assert_eq!(
        (spot.spot.position_source, spot.spot.pinned_track),
        (PositionSource::EarlierSpot, Some(track))
    );
    mark(&mut model, MarkEvent::PositionInput(spot.id, Position::clamped(41), PositionSource::List));
    let moved = model.draft.marks(Leg::Right)[0].spot;
    assert_eq!((moved.position_source, moved.pinned_track), (PositionSource::List, None));
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
fn a_moved_mark_announces_its_new_number_once() {
    let mut model = marked(&[20, 60]);
    let first = model.draft.marks(Leg::Right)[0].id;
    for place in 21..=70 {
        assert_eq!(
            mark(
                &mut model,
                MarkEvent::PositionInput(first, Position::clamped(place), PositionSource::Tapped)
            ),
            []
        );
    }
    let put = MarkEvent::PositionCommitted(first, Position::clamped(70), PositionSource::Tapped);
    assert_eq!(mark(&mut model, put), [Announcement::MarkMoved(2, Position::clamped(70))]);
    assert_eq!(positions(&model), [60, 70]);
    mark(&mut model, MarkEvent::Undone);
    assert_eq!(positions(&model), [20, 60]);
}

#[test]
fn a_mark_moved_to_its_own_position_adds_no_undo_entry() {
    let track = TrackId { session: SessionId::from_random([1; 10]), hold: 0 };
    let mut model = marked(&[]);
    mark(&mut model, MarkEvent::EarlierSpotAdopted(Position::TOP, track));
    let adopted = model.draft.clone();
    let put =
        MarkEvent::PositionCommitted(adopted.marks(Leg::Right)[0].id, Position::TOP, PositionSource::List);
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
    assert_eq!(model.draft.leg, Leg::Right, "the selected leg begins the session");
    let copies = model.draft.spots(Leg::Left);
    let seen: Vec<_> =
        copies.iter().map(|s| (s.position.percent(), s.pain, s.position_source, s.pinned_track)).collect();
    assert_eq!(seen, [(20, None, PositionSource::List, None), (60, None, PositionSource::List, None)]);
    assert!(!model.draft.can_copy(Leg::Right));
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::NothingToCopy(Leg::Left)]);
    // One Undo reverts all of them, and the selected leg does not change.
    mark(&mut model, MarkEvent::Undone);
    assert!(model.draft.marks(Leg::Left).is_empty());
    assert_eq!(model.draft.leg, Leg::Right);
    assert_eq!(positions(&model), [20, 60]);
}

#[test]
fn existing_marks_of_the_other_leg_stay_unchanged() {
    let mut model = marked(&[20, 60]);
    mark(&mut model, MarkEvent::LegChosen(Leg::Left));
    // Within 8 points, a position counts as the same spot.
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
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::CopiedUntilFull(Leg::Left, 2)]);
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
    assert_eq!(mark(&mut model, MarkEvent::Copied), [Announcement::NothingToCopy(Leg::Left)]);
    assert!(!model.draft.can_undo());
}
