//! Laws that hold on every day, however it goes.

pub mod beats;
mod checks;

use eased::domain::{
    Event, Model, Now,
    event::MarkEvent,
    history::Body,
    leg::Leg,
    model::SessionState,
    phase::{Active, Name, Phase},
    spot::Placed,
    subscriptions, update,
};
use proptest::prelude::*;

use beats::{Beat, Day, Pass, beats, days};
use checks::{means_nothing, numbers_follow_height, phase, ran_out_exactly, shown, times_add_up};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Plays a day and looks at it before and after every event.
fn play(day: Day, beats: &[Beat], mut look: impl FnMut(&Day, &Event, &Day)) {
    let mut day = day;
    for beat in beats {
        day.pass(&beat.pass);
        let event = day.event(&beat.act);
        let before = day.clone();
        day.update(event.clone());
        look(&before, &event, &day);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn no_time_is_invented(day in days(), beats in beats(50)) {
        play(day, &beats, |_, _, day| {
            if let Some(running) = day.model.running() {
                let elapsed = u32::try_from(day.at_ms).expect("a short day");
                times_add_up(running, elapsed);
            }
        });
    }

    #[test]
    fn a_hold_that_ran_out_lasted_exactly_its_time(day in days(), beats in beats(50)) {
        play(day, &beats, |_, _, day| {
            let Some(running) = day.model.running() else { return };
            for hold in &running.course.holds {
                ran_out_exactly(hold, running.advance);
            }
        });
    }

    #[test]
    fn every_session_that_started_can_end(day in days(), beats in beats(40)) {
        play(day, &beats, |_, _, day| {
            let mut day = day.clone();
            if matches!(day.model.sitting, SessionState::Found { .. }) {
                day.update(Event::KeptInterrupted);
                assert_eq!(day.model.sitting, SessionState::Idle);
            } else if day.model.running().is_some() {
                // After "This feels wrong" the way out leads over its steps, else over "End this session?".
                let way_out = [
                    Event::CameOff,
                    Event::ReasonDone,
                    Event::StoppedForToday,
                    Event::StopAsked,
                    Event::Stopped,
                ];
                // A press right after a phase began by itself is ignored: the person presses again.
                for event in way_out.iter().chain(&way_out).chain(&way_out) {
                    day.at_ms += 400;
                    day.update(event.clone());
                }
                assert_eq!(phase(&day.model), Some(Name::Done));
                day.update(Event::Left);
                assert_eq!(day.model.sitting, SessionState::Idle);
            }
        });
    }

    #[test]
    fn history_grows_only_by_revisions(day in days(), beats in beats(50)) {
        play(day, &beats, |before, _, after| {
            for (id, was) in before.model.history.entries() {
                let is = after.model.history.get(id).expect("no entry is lost");
                if is.rev == was.rev {
                    assert_eq!(&is.body, &was.body);
                } else {
                    assert_eq!(is.rev, was.rev + 1);
                }
                let rev = |full: &Option<(u32, _)>| full.as_ref().map(|(rev, _)| *rev);
                assert!(rev(&is.full) >= rev(&was.full));
            }
            for (id, is) in after.model.history.entries() {
                let new = before.model.history.get(id).is_none();
                assert!(!new || (is.rev == 1 && matches!(is.body, Body::Full(_))));
            }
        });
    }

    #[test]
    fn awake_is_wanted_exactly_while_somebody_is_on_the_mat(day in days(), beats in beats(50)) {
        play(day, &beats, |_, _, day| {
            let wanted = match &day.model.sitting {
                SessionState::Running(running) => match &running.course.phase {
                    Phase::Active(_) => true,
                    Phase::Paused(paused) => paused.paused_ms < 600_000,
                    Phase::Done => false,
                },
                _ => false,
            };
            assert_eq!(subscriptions(&day.model).awake, wanted);
        });
    }

    #[test]
    fn undo_as_soon_as_it_counts_gives_back_what_was_before(day in days(), beats in beats(50)) {
        play(day, &beats, |before, _, after| {
            let mut before = before.clone();
            before.update(Event::Ticked);
            let mut undone = after.clone();
            let acts = |day: &Day| day.model.running().map_or(0, |r| r.undo.len());
            if acts(after) > acts(&before) && phase(&before.model).is_some() {
                for day in [&mut before, &mut undone] {
                    day.pass(&Pass::Steadily(400));
                    day.update(Event::Ticked);
                }
                undone.update(Event::Undone);
                let course = |day: &Day| day.model.running().map(|r| r.course.clone());
                assert_eq!(course(&undone), course(&before));
                assert_eq!(&undone.model.draft, &before.model.draft);
                assert_eq!(acts(&undone), acts(&before));
            }
        });
    }

    #[test]
    fn the_pacer_never_passes_the_next_mark(day in days(), beats in beats(50)) {
        play(day, &beats, |_, _, day| {
            if let Some(running) = day.model.running()
                && let Some(Active::Roll { pacer, .. }) = running.course.phase.underlying()
            {
                assert!(pacer.position(running.pace) <= running.course.target());
            }
        });
    }

    #[test]
    fn numbers_of_spots_follow_height_in_a_session(day in days(), beats in beats(50)) {
        play(day, &beats, |_, _, day| {
            if let Some(running) = day.model.running() {
                numbers_follow_height(running);
            }
        });
    }

    #[test]
    fn what_means_nothing_changes_nothing_but_time(day in days(), beats in beats(50)) {
        play(day, &beats, |before, event, after| {
            let mut ticked = before.clone();
            ticked.update(Event::Ticked);
            if means_nothing(&ticked.model, event) {
                // Of a mere tick the present is noted once a minute.
                ticked.model.now = after.model.now;
                assert_eq!(&after.model, &ticked.model);
            }
        });
    }

    #[test]
    fn nothing_shown_changes_before_the_wished_tick(day in days(), beats in beats(50), part in 0.0..1.0) {
        play(day, &beats, |_, _, day| {
            let Some(tick_ms) = subscriptions(&day.model).tick_ms else { return };
            assert!(tick_ms > 0);
            #[expect(clippy::cast_possible_truncation, reason = "at most ten minutes")]
            let early = (f64::from(tick_ms) * part) as i64;
            for wait_ms in [early, i64::from(tick_ms) - 1] {
                let mut later = day.clone();
                later.at_ms += wait_ms;
                later.update(Event::Ticked);
                assert_eq!(shown(&later.model), shown(&day.model), "after {wait_ms} of {tick_ms} ms");
            }
        });
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn no_moment_makes_the_machine_panic(
        day in days(),
        beats in beats(12),
        moments in prop::collection::vec((any::<i64>(), any::<i64>(), any::<i16>()), 12),
    ) {
        let mut day = day;
        for (beat, (unix_ms, mono_ms, utc_offset_min)) in beats.iter().zip(moments) {
            let event = day.event(&beat.act);
            update(&mut day.model, event, Now { unix_ms, mono_ms, utc_offset_min });
            subscriptions(&day.model);
        }
    }

    #[test]
    fn numbers_of_marks_follow_height_and_wait_while_a_value_moves(
        changes in prop::collection::vec((0..9u8, 0..9u32, 0..=100u8, any::<i32>()), 1..30),
    ) {
        let mut model = Model::new("test");
        for (kind, id, place, milli) in changes {
            let ids = |model: &Model| {
                let leg = model.draft.leg;
                model.draft.marks(leg).iter().map(|m| m.id).collect::<Vec<_>>()
            };
            let before = ids(&model);
            let place = eased::domain::leg::Position::clamped(place.into());
            let change = match kind {
                0 => MarkEvent::Tapped(milli),
                1 => MarkEvent::Added,
                2 => MarkEvent::Moved(id, place, Placed::List),
                3 => MarkEvent::Removed(id),
                4 => MarkEvent::Undone,
                5 => MarkEvent::Put(id, place, Placed::Tapped),
                6 => MarkEvent::Copied,
                7 => MarkEvent::LegChosen(Leg::Left),
                _ => MarkEvent::Settled,
            };
            let moves = matches!(change, MarkEvent::Moved(..));
            update(&mut model, Event::Mark(change), Now::default());
            if moves {
                assert_eq!(before, ids(&model), "numbers stay while a value moves");
            }
            // Looking elsewhere lets go of what is being moved.
            let leg = model.draft.leg;
            update(&mut model, Event::Mark(MarkEvent::LegChosen(leg)), Now::default());
            for leg in Leg::BOTH {
                assert!(model.draft.marks(leg).is_sorted_by_key(|m| m.spot.position));
                assert!(model.draft.marks(leg).len() <= 8);
            }
        }
    }
}
