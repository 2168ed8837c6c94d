//! The present: what is shown of it is as after a fresh opening, however long the app stays open.

use eased::{
    domain::{
        Event, Model,
        leg::Leg,
        model::{Screen, SessionState},
        subscriptions, update,
    },
    i18n::{self, Text},
};

use crate::script::{START_UNIX_MS, World, play};

/// How old the session is that was left behind, and whether Continue is offered, as both are shown.
fn offered(model: &Model) -> (i64, bool) {
    let SessionState::Found { live, .. } = &model.sitting else { panic!("nothing was left behind") };
    ((model.now.unix_ms - live.written_unix_ms) / 60_000, live.can_continue(model.now))
}

/// Stepping by the ticks that are wished, each minute is seen, and the end of the twelve hours in its millisecond.
#[test]
fn what_was_left_behind_grows_old_while_the_app_stays_open() {
    let mut world = play("0 start\n1 tap\n5 hidden\n5 killed\n7 found");
    assert_eq!(offered(&world.model), (0, true));
    let tick = |world: &mut World| {
        world.at_ms += i64::from(subscriptions(&world.model).tick_ms.expect("a tick"));
        let now = world.now();
        update(&mut world.model, Event::Ticked, now);
        offered(&world.model)
    };
    assert_eq!(tick(&mut world), (1, true));
    assert_eq!(tick(&mut world), (2, true));
    while world.at_ms < 5_000 + 43_200_000 - 60_000 {
        tick(&mut world);
    }
    assert_eq!(offered(&world.model), (719, true));
    assert_eq!(tick(&mut world), (720, false));
    assert_eq!(world.at_ms, 5_000 + 43_200_001);
}

/// The page slept for 30 hours and no timer ran.
#[test]
fn whenever_the_app_is_looked_at_again_the_present_is_taken_in() {
    let world = play("0 start\n1 tap\n5 hidden\n5 killed\n7 found\n10 frozen 108000");
    for event in [Event::Ticked, Event::Shown, Event::Went(Screen::Leg), Event::Continued] {
        let (mut model, now) = (world.model.clone(), world.now());
        update(&mut model, event, now);
        assert_eq!(model.now, now);
        assert_eq!(offered(&model), (1_800, false));
    }
}

/// Ticks of a session move it once a minute, everything else at once: what is done now is never of the future.
#[test]
fn in_a_session_the_present_moves_once_a_minute_or_with_what_happens() {
    let mut world = play("0 start\n1 tap");
    let at = |world: &World| world.model.now.unix_ms - START_UNIX_MS;
    world.run_to(59_900);
    assert_eq!(at(&world), 1_000);
    world.run_to(61_000);
    assert_eq!(at(&world), 60_000);
    world.run_to(90_500);
    world.send("backup", Event::BackedUp(None));
    assert_eq!(at(&world), 90_500);
    assert_eq!(world.model.meta.as_of(world.model.now.unix_ms), world.model.meta);
}

/// 71 hours from Monday 08:00 to Thursday 07:00 are three days.
#[test]
fn what_was_left_behind_is_so_many_days_old_by_the_calendar() {
    let words = |t: &Text, minutes, days| t.session.resume.what(Leg::Right, 2, minutes, days);
    assert_eq!(words(i18n::of("en"), 0, 0), "Right leg, 2 spots held, just now");
    assert_eq!(words(i18n::of("en"), 1_800, 1), "Right leg, 2 spots held, 30 hours ago");
    assert_eq!(words(i18n::of("en"), 71 * 60, 3), "Right leg, 2 spots held, 3 days ago");
    assert_eq!(words(i18n::of("de"), 71 * 60, 3), "Rechtes Bein, 2 Stellen gehalten, vor 3 Tagen");
}
