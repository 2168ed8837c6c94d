//! Standing wishes: screen awake, the lock, the next tick.

use eased::domain::{Event, Model, Now, spot::Pain, subscriptions, update};

use crate::script::{World, play};

#[test]
fn awake_in_position_roll_hold_and_switch_and_not_when_done_or_idle() {
    let wish = |script: &str| subscriptions(&play(script).model).awake;
    assert!(!wish("0 look"));
    assert!(wish("0 start"));
    assert!(wish("0 start\n1 tap"));
    assert!(wish("0 start\n1 tap\n5 tap"));
    assert!(wish("0 start\n1 tap\n5 at the knee"));
    assert!(!wish("left out left\n0 start\n1 tap\n5 at the knee"));
    assert!(!wish("no gate\n0 start"));
    assert!(!wish("0 start\n1 tap\n5 killed\n6 found"));
    assert!(!wish("0 start\n1 tap\n5 killed\n6 seen elsewhere"));
}

#[test]
fn awake_in_the_first_ten_minutes_of_paused() {
    let wish = |script: &str| subscriptions(&play(script).model);
    assert!(wish("0 start\n1 tap\n5 pause\n604.999 look").awake);
    let over = wish("0 start\n1 tap\n5 pause\n605 look");
    assert!(!over.awake);
    assert_eq!(over.tick_ms, None);
    let again = wish("0 start\n1 tap\n5 pause\n606 resume\n700 pause\n1299 look");
    assert!(again.awake, "every pause has its own ten minutes");
}

#[test]
fn the_lock_is_wanted_by_whoever_can_still_go_on_with_the_session() {
    let wish = |script: &str| subscriptions(&play(script).model).lock;
    assert!(!wish("no gate\n0 start"));
    assert!(wish("0 start"));
    assert!(wish("0 start\n1 tap\n5 pause\n900 look"));
    assert!(wish("0 start\n1 tap\n5 killed\n6 found"));
    assert!(!wish("0 start\n1 tap\n5 killed\n6 seen elsewhere"));
    let done = "left out left\n0 start\n1 tap\n5 at the knee\n";
    assert!(wish(&format!("{done}15 look")), "Undo leads back");
    assert!(!wish(&format!("{done}15.001 look")));
}

/// What a person sees change by itself.
fn shown(world: &World) -> (Option<eased::domain::phase::Name>, Option<u32>, bool) {
    let running = world.model.running();
    (
        running.map(eased::domain::running::Running::phase_name),
        running.and_then(eased::domain::running::Running::digits),
        running.is_some_and(eased::domain::running::Running::can_undo),
    )
}

#[test]
fn stepping_by_the_wished_ticks_sees_every_second_and_every_phase() {
    let scripts = [
        "marks right 20 21 60\nby itself 15\n0 start",
        "pacer 37\n0 start\n0.777 key",
        "by itself 15\n0 start\n1 key\n3.3 key\n5.123 pause\n6 +10\n7.01 resume",
        "0 start\n1 key\n3.3 key\n5.123 pause\n7.01 resume",
    ];
    for script in scripts {
        let mut wished = play(script);
        let mut finely = play(script);
        let (mut by_wish, mut by_ms) = (vec![shown(&wished)], vec![shown(&finely)]);
        let end_ms = wished.at_ms + 90_000;
        let mut steps = 0;
        while let Some(tick_ms) = subscriptions(&wished.model).tick_ms {
            assert!(tick_ms > 0, "{script}: a tick at once");
            if wished.at_ms + i64::from(tick_ms) > end_ms {
                break;
            }
            wished.at_ms += i64::from(tick_ms);
            let now = wished.now();
            update(&mut wished.model, Event::Ticked, now);
            by_wish.push(shown(&wished));
            steps += 1;
        }
        while finely.at_ms < end_ms {
            finely.at_ms += 1;
            let now = finely.now();
            update(&mut finely.model, Event::Ticked, now);
            by_ms.push(shown(&finely));
        }
        by_wish.dedup();
        by_ms.dedup();
        assert_eq!(by_wish, by_ms, "{script}");
        assert!(steps < 250, "{script}: {steps} ticks in 90 s");
    }
}

#[test]
fn waiting_at_a_mark_for_a_tap_ticks_once_a_second() {
    let world = play("marks right 20\n0 start\n1 tap\n40 look");
    assert_eq!(subscriptions(&world.model).tick_ms, Some(1_000));
}

/// What was said of the knee is shown, and counts, for an hour.
#[test]
fn the_knee_now_is_forgotten_after_its_hour() {
    let at = |minutes: i64| Now { unix_ms: minutes * 60_000, ..Now::default() };
    let mut model = Model::new("test");
    update(&mut model, Event::KneeRated(Pain::new(4)), at(0));
    assert_eq!(subscriptions(&model).tick_ms, Some(60_000), "one looks whether it is too old");
    update(&mut model, Event::Ticked, at(60));
    assert!(model.knee_now.is_some());
    update(&mut model, Event::Ticked, at(61));
    assert_eq!(model.knee_now, None);
    assert_eq!(subscriptions(&model).tick_ms, None);
}
