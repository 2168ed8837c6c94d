//! The current time: an app that stays open for long shows the same as one that was just opened.

use eased::{
    domain::{Event, Model, leg::Leg, model::SessionState, screen::Screen, subscriptions, update},
    i18n::{self, Text},
};

use crate::script::{START_UNIX_MS, TestApp, play};

/// The shown age of the interrupted session in minutes, and whether "Continue" is offered.
fn offered(model: &Model) -> (i64, bool) {
    let SessionState::Interrupted { snapshot, .. } = &model.session_state else {
        panic!("no interrupted session")
    };
    ((model.now.unix_ms - snapshot.written_unix_ms) / 60_000, snapshot.can_continue(model.now))
}

/// The subscribed ticks update the age every minute, and detect the end of the twelve hours to the millisecond.
#[test]
fn an_interrupted_session_ages_while_the_app_stays_open() {
    let mut app = play("rolling from 1\n5 hidden\n5 killed\n7 snapshot found");
    assert_eq!(offered(&app.model), (0, true));
    let tick = |app: &mut TestApp| {
        app.at_ms += i64::from(subscriptions(&app.model).tick_ms.expect("a tick"));
        let now = app.now();
        update(&mut app.model, Event::Ticked, now);
        offered(&app.model)
    };
    assert_eq!(tick(&mut app), (1, true));
    assert_eq!(tick(&mut app), (2, true));
    while app.at_ms < 5_000 + 43_200_000 - 60_000 {
        tick(&mut app);
    }
    assert_eq!(offered(&app.model), (719, true));
    assert_eq!(tick(&mut app), (720, false));
    assert_eq!(app.at_ms, 5_000 + 43_200_001);
}

/// The page was asleep for 30 hours, and no timer ran.
#[test]
fn returning_to_the_app_updates_the_time() {
    let app = play("rolling from 1\n5 hidden\n5 killed\n7 snapshot found\n10 frozen 108000");
    for event in [Event::Ticked, Event::PageShown, Event::Navigated(Screen::Leg), Event::InterruptedContinued]
    {
        let (mut model, now) = (app.model.clone(), app.now());
        update(&mut model, event, now);
        assert_eq!(model.now, now);
        assert_eq!(offered(&model), (1_800, false));
    }
}

/// Ticks of a session update the current time once a minute and all other events immediately, so that nothing that has
/// just happened is dated in the future.
#[test]
fn in_a_session_the_time_updates_once_a_minute_or_with_an_event() {
    let mut app = play("rolling from 1");
    let at = |app: &TestApp| app.model.now.unix_ms - START_UNIX_MS;
    app.run_to(59_900);
    assert_eq!(at(&app), 1_000);
    app.run_to(61_000);
    assert_eq!(at(&app), 60_000);
    app.run_to(90_500);
    app.send("backup", Event::BackedUp(None));
    assert_eq!(at(&app), 90_500);
    assert_eq!(app.model.meta.as_of(app.model.now.unix_ms), app.model.meta);
}

/// The 71 hours from Monday 08:00 to Thursday 07:00 count as three days.
#[test]
fn the_age_of_an_interrupted_session_counts_days_by_the_calendar() {
    let words = |t: &Text, minutes, days| t.session.resume.summary(Leg::Right, 2, minutes, days);
    assert_eq!(words(i18n::by_tag("en"), 0, 0), "Right leg, 2 spots held, just now");
    assert_eq!(words(i18n::by_tag("en"), 1_800, 1), "Right leg, 2 spots held, 30 hours ago");
    assert_eq!(words(i18n::by_tag("en"), 71 * 60, 3), "Right leg, 2 spots held, 3 days ago");
    assert_eq!(words(i18n::by_tag("de"), 71 * 60, 3), "Rechtes Bein, 2 Stellen gehalten, vor 3 Tagen");
}
