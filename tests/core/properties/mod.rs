//! Properties of the session machine that must hold for any sequence of events.

mod checks;
pub mod steps;

use eased::domain::{
    Event, Model, Now,
    event::MarkEvent,
    history::RevisionBody,
    leg::Leg,
    model::SessionState,
    phase::{Active, Phase, PhaseName},
    spot::PositionSource,
    subscriptions, update,
};
use proptest::prelude::*;

use checks::{is_ignored, numbers_follow_height, phase, ran_out_exactly, shown, times_add_up};
use steps::{Device, Step, TimePassing, devices, steps};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// Runs steps on a device and inspects it before and after every event.
fn play(device: Device, steps: &[Step], mut look: impl FnMut(&Device, &Event, &Device)) {
    let mut device = device;
    for step in steps {
        device.let_time_pass(&step.wait);
        let event = device.event(&step.action);
        let before = device.clone();
        device.update(event.clone());
        look(&before, &event, &device);
    }
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn counted_time_never_exceeds_clock_time(device in devices(), steps in steps(50)) {
        play(device, &steps, |_, _, device| {
            if let Some(running) = device.model.running() {
                let elapsed = u32::try_from(device.at_ms).expect("a short device");
                times_add_up(running, elapsed);
            }
        });
    }

    #[test]
    fn a_hold_that_ran_out_lasted_exactly_its_time(device in devices(), steps in steps(50)) {
        play(device, &steps, |_, _, device| {
            let Some(running) = device.model.running() else { return };
            for hold in &running.progress.holds {
                ran_out_exactly(hold, running.advance);
            }
        });
    }

    #[test]
    fn every_session_that_started_can_end(device in devices(), steps in steps(40)) {
        play(device, &steps, |_, _, device| {
            let mut device = device.clone();
            if matches!(device.model.session_state, SessionState::Interrupted { .. }) {
                device.update(Event::InterruptedKept);
                assert_eq!(device.model.session_state, SessionState::Idle);
            } else if device.model.running().is_some() {
                // After "This feels wrong" its steps lead to the end, otherwise the confirmation of Stop does.
                let way_out = [
                    Event::CameOffRoller,
                    Event::ReasonStepFinished,
                    Event::StoppedForToday,
                    Event::StopPressed,
                    Event::StopConfirmed,
                ];
                // A press right after the beginning of a phase is ignored: the person presses again.
                for event in way_out.iter().chain(&way_out).chain(&way_out) {
                    device.at_ms += 400;
                    device.update(event.clone());
                }
                assert_eq!(phase(&device.model), Some(PhaseName::Done));
                device.update(Event::SummaryClosed);
                assert_eq!(device.model.session_state, SessionState::Idle);
            }
        });
    }

    #[test]
    fn history_grows_only_by_revisions(device in devices(), steps in steps(50)) {
        play(device, &steps, |before, _, after| {
            for (id, was) in before.model.history.entries() {
                let is = after.model.history.get(id).expect("no entry is lost");
                if is.rev == was.rev {
                    assert_eq!(&is.body, &was.body);
                } else {
                    assert_eq!(is.rev, was.rev + 1);
                }
                let rev = |full: &Option<(u32, _)>| full.as_ref().map(|(rev, _)| *rev);
                assert!(rev(&is.newest_full) >= rev(&was.newest_full));
            }
            for (id, is) in after.model.history.entries() {
                let new = before.model.history.get(id).is_none();
                assert!(!new || (is.rev == 1 && matches!(is.body, RevisionBody::Full(_))));
            }
        });
    }

    #[test]
    fn the_screen_is_kept_awake_exactly_in_active_phases_and_short_pauses(device in devices(), steps in steps(50)) {
        play(device, &steps, |_, _, device| {
            let wanted = match &device.model.session_state {
                SessionState::Running(running) => match &running.progress.phase {
                    Phase::Active(_) => true,
                    Phase::Paused(paused) => paused.paused_ms < 600_000,
                    Phase::Done => false,
                },
                _ => false,
            };
            assert_eq!(subscriptions(&device.model).keep_awake, wanted);
        });
    }

    #[test]
    fn undo_as_soon_as_it_is_accepted_restores_the_progress_before_the_action(device in devices(), steps in steps(50)) {
        play(device, &steps, |before, _, after| {
            let mut before = before.clone();
            before.update(Event::Ticked);
            let mut undone = after.clone();
            let actions = |device: &Device| device.model.running().map_or(0, |r| r.undo.len());
            if actions(after) > actions(&before) && phase(&before.model).is_some() {
                for device in [&mut before, &mut undone] {
                    device.let_time_pass(&TimePassing::Steadily(400));
                    device.update(Event::Ticked);
                }
                undone.update(Event::Undone);
                let progress_of = |device: &Device| device.model.running().map(|r| r.progress.clone());
                assert_eq!(progress_of(&undone), progress_of(&before));
                assert_eq!(&undone.model.draft, &before.model.draft);
                assert_eq!(actions(&undone), actions(&before));
            }
        });
    }

    #[test]
    fn the_pacer_never_passes_the_next_mark(device in devices(), steps in steps(50)) {
        play(device, &steps, |_, _, device| {
            if let Some(running) = device.model.running()
                && let Some(Active::Roll { pacer, .. }) = running.progress.phase.underlying()
            {
                assert!(pacer.position(running.pacer_seconds) <= running.progress.target_position());
            }
        });
    }

    #[test]
    fn spot_numbers_follow_height_in_a_session(device in devices(), steps in steps(50)) {
        play(device, &steps, |_, _, device| {
            if let Some(running) = device.model.running() {
                numbers_follow_height(running);
            }
        });
    }

    #[test]
    fn an_event_without_meaning_changes_nothing_but_time(device in devices(), steps in steps(50)) {
        play(device, &steps, |before, event, after| {
            let mut ticked = before.clone();
            ticked.update(Event::Ticked);
            if is_ignored(&ticked.model, event) {
                // A tick updates the current time only once a minute.
                ticked.model.now = after.model.now;
                assert_eq!(&after.model, &ticked.model);
            }
        });
    }

    #[test]
    fn nothing_shown_changes_before_the_subscribed_tick(device in devices(), steps in steps(50), part in 0.0..1.0) {
        play(device, &steps, |_, _, device| {
            let Some(tick_ms) = subscriptions(&device.model).tick_ms else { return };
            assert!(tick_ms > 0);
            #[expect(clippy::cast_possible_truncation, reason = "at most ten minutes")]
            let early = (f64::from(tick_ms) * part) as i64;
            for wait_ms in [early, i64::from(tick_ms) - 1] {
                let mut later = device.clone();
                later.at_ms += wait_ms;
                later.update(Event::Ticked);
                assert_eq!(shown(&later.model), shown(&device.model), "after {wait_ms} of {tick_ms} ms");
            }
        });
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn no_timestamp_causes_a_panic(
        device in devices(),
        steps in steps(12),
        moments in prop::collection::vec((any::<i64>(), any::<i64>(), any::<i16>()), 12),
    ) {
        let mut device = device;
        for (step, (unix_ms, mono_ms, utc_offset_min)) in steps.iter().zip(moments) {
            let event = device.event(&step.action);
            update(&mut device.model, event, Now { unix_ms, mono_ms, utc_offset_min });
            subscriptions(&device.model);
        }
    }

    #[test]
    fn mark_numbers_follow_height_and_stay_while_a_position_changes(
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
                2 => MarkEvent::PositionInput(id, place, PositionSource::List),
                3 => MarkEvent::Removed(id),
                4 => MarkEvent::Undone,
                5 => MarkEvent::PositionCommitted(id, place, PositionSource::Tapped),
                6 => MarkEvent::Copied,
                7 => MarkEvent::LegChosen(Leg::Left),
                _ => MarkEvent::PositionEditEnded,
            };
            let moves = matches!(change, MarkEvent::PositionInput(..));
            update(&mut model, Event::Mark(change), Now::default());
            if moves {
                assert_eq!(before, ids(&model), "numbers stay while a position changes");
            }
            // Choosing a leg ends the change of a position.
            let leg = model.draft.leg;
            update(&mut model, Event::Mark(MarkEvent::LegChosen(leg)), Now::default());
            for leg in Leg::BOTH {
                assert!(model.draft.marks(leg).is_sorted_by_key(|m| m.spot.position));
                assert!(model.draft.marks(leg).len() <= 8);
            }
        }
    }
}
