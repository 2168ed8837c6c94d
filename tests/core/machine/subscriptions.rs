//! Subscriptions: the wake lock, the session lock, the next tick.

use eased::domain::{Event, Model, Now, spot::Pain, subscriptions, update};

use crate::script::{TestApp, play};

#[test]
fn the_wake_lock_is_held_in_every_phase_of_a_session_and_not_when_done_or_idle() {
    let subscribed = |script: &str| subscriptions(&play(script).model).keep_awake;
    assert!(!subscribed("0 tick"));
    assert!(subscribed("0 start"));
    assert!(subscribed("rolling from 1"));
    assert!(subscribed("holding from 5"));
    assert!(subscribed("rolling from 1\n5 at the knee"));
    assert!(!subscribed("left out left\nrolling from 1\n5 at the knee"));
    assert!(!subscribed("no gate\n0 start"));
    assert!(!subscribed("rolling from 1\n5 killed\n6 snapshot found"));
    assert!(!subscribed("rolling from 1\n5 killed\n6 other tab seen"));
}

#[test]
fn the_wake_lock_is_held_in_the_first_ten_minutes_of_a_pause() {
    let subscribed = |script: &str| subscriptions(&play(script).model);
    assert!(subscribed("rolling from 1\n5 pause\n604.999 tick").keep_awake);
    let over = subscribed("rolling from 1\n5 pause\n605 tick");
    assert!(!over.keep_awake);
    assert_eq!(over.tick_ms, None);
    let again = subscribed("rolling from 1\n5 pause\n606 resume\n700 pause\n1299 tick");
    assert!(again.keep_awake, "every pause has its own ten minutes");
}

#[test]
fn the_lock_is_subscribed_while_the_session_can_still_be_continued() {
    let subscribed = |script: &str| subscriptions(&play(script).model).session_lock;
    assert!(!subscribed("no gate\n0 start"));
    assert!(subscribed("0 start"));
    assert!(subscribed("rolling from 1\n5 pause\n900 tick"));
    assert!(subscribed("rolling from 1\n5 killed\n6 snapshot found"));
    assert!(!subscribed("rolling from 1\n5 killed\n6 other tab seen"));
    let done = "left out left\nrolling from 1\n5 at the knee\n";
    assert!(subscribed(&format!("{done}15 tick")), "Undo can return to the session");
    assert!(!subscribed(&format!("{done}15.001 tick")));
}

/// Everything on the screen that changes with time.
fn shown(app: &TestApp) -> (Option<eased::domain::phase::PhaseName>, Option<u32>, bool) {
    let running = app.model.running();
    (
        running.map(eased::domain::running::RunningSession::phase_name),
        running.and_then(eased::domain::running::RunningSession::displayed_seconds),
        running.is_some_and(eased::domain::running::RunningSession::can_undo),
    )
}

#[test]
fn stepping_by_the_subscribed_ticks_shows_every_second_and_every_phase() {
    let scripts = [
        "marks right 20 21 60\ntimed 15\n0 start",
        "pacer 37\n0 start\n0.777 key",
        "timed 15\n0 start\n1 key\n3.3 key\n5.123 pause\n6 +10\n7.01 resume",
        "0 start\n1 key\n3.3 key\n5.123 pause\n7.01 resume",
    ];
    for script in scripts {
        let mut ticking = play(script);
        let mut every_ms = play(script);
        let (mut by_ticks, mut by_ms) = (vec![shown(&ticking)], vec![shown(&every_ms)]);
        let end_ms = ticking.at_ms + 90_000;
        let mut steps = 0;
        while let Some(tick_ms) = subscriptions(&ticking.model).tick_ms {
            assert!(tick_ms > 0, "{script}: a tick is due immediately");
            if ticking.at_ms + i64::from(tick_ms) > end_ms {
                break;
            }
            ticking.at_ms += i64::from(tick_ms);
            let now = ticking.now();
            update(&mut ticking.model, Event::Ticked, now);
            by_ticks.push(shown(&ticking));
            steps += 1;
        }
        while every_ms.at_ms < end_ms {
            every_ms.at_ms += 1;
            let now = every_ms.now();
            update(&mut every_ms.model, Event::Ticked, now);
            by_ms.push(shown(&every_ms));
        }
        by_ticks.dedup();
        by_ms.dedup();
        assert_eq!(by_ticks, by_ms, "{script}");
        assert!(steps < 250, "{script}: {steps} ticks in 90 s");
    }
}

#[test]
fn waiting_at_a_mark_for_a_tap_ticks_once_a_second() {
    let app = play("marks right 20\nrolling from 1\n40 tick");
    assert_eq!(subscriptions(&app.model).tick_ms, Some(1_000));
}

/// A knee score is shown and valid for an hour.
#[test]
fn the_knee_score_expires_after_an_hour() {
    let at = |minutes: i64| Now { unix_ms: minutes * 60_000, ..Now::default() };
    let mut model = Model::new("test");
    update(&mut model, Event::KneeRated(Pain::new(4)), at(0));
    assert_eq!(subscriptions(&model).tick_ms, Some(60_000), "its age is checked every minute");
    update(&mut model, Event::Ticked, at(60));
    assert!(model.knee_rating.is_some());
    update(&mut model, Event::Ticked, at(61));
    assert_eq!(model.knee_rating, None);
    assert_eq!(subscriptions(&model).tick_ms, None);
}
