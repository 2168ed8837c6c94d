//! Dates: an app that stays open for days shows what a fresh start shows, times have the UTC offset of their day, and
//! no change of the clock makes a session end before its start.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure};
use crate::page::{ADJUSTABLE_CLOCK, ControlKind, DAY_MS, HOUR_MS, sample_backup};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

/// 16 July 2026 00:30 in Berlin, 15 January 23:30, and noon of other days.
const JULY_NIGHT: i64 = 1_784_154_600_000;
const JANUARY_NIGHT: i64 = 1_768_516_200_000;
const NOVEMBER: i64 = 1_794_826_800_000;
const JUNE: i64 = 1_780_308_000_000;
/// 25 October 2026: it is 03:00 in Berlin and becomes 02:00.
const CLOCK_CHANGE: i64 = 1_792_890_000_000;

/// The scenarios of dates.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "dates: after 20 days open, History shows what a fresh start shows",
            scenario_fn!(history),
        ),
        Scenario::new(
            "dates: the age of an interrupted session grows while the app stays open",
            scenario_fn!(interrupted_session_age),
        ),
        Scenario::new("dates: a time is shown in the UTC offset of its own day", scenario_fn!(offsets)),
        Scenario::new(
            "dates: two sessions in the repeated hour of a clock change are told apart",
            scenario_fn!(repeated_hour),
        ),
        Scenario::new(
            "dates: a clock set back in a session puts no end before its start",
            scenario_fn!(set_back),
        ),
        Scenario::new(
            "dates: a session whose window was closed becomes an interrupted session",
            scenario_fn!(window_closed),
        ),
        Scenario::new(
            "dates: after three days a session cannot be taken over from another window",
            scenario_fn!(take_over_too_late),
        ),
    ]
}

/// The text of the screen and the labels of checked controls.
async fn screen_state(p: &Browser) -> Outcome<Value> {
    let script = "const main = document.querySelector('main');\
        return [main.innerText, [...main.querySelectorAll(':checked')].map((e) => e.parentElement.textContent)]";
    p.js(script, vec![]).await
}

async fn history(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(8, 10).await?;
    p.visit("History").await?;
    p.file_from_button("Export backup").await?;
    p.wait_for_text(&["Last backup: today. Nothing new since."]).await?;
    p.visit("Leg").await?;
    p.do_short_session().await?;
    p.choose_radio("Over weeks").await?;
    p.wait_for_text(&["Last backup: today. 1 session since."]).await?;
    let today = screen_state(p).await?;
    // Without input: the page's timer notices the next day.
    p.move_clock(DAY_MS).await?;
    p.wait_for_text(&["Last backup: yesterday. 1 session since."]).await?;
    ensure!(!p.visible_text().await?.contains("Time for a backup"), "a backup is due after one day");
    p.move_clock(19 * DAY_MS).await?;
    p.dispatch_event("visibilitychange").await?;
    p.wait_for_text(&["Last backup: 20 days ago. 1 session since. Time for a backup"]).await?;
    let open = screen_state(p).await?;
    p.reload_app().await?;
    p.wait_for_text(&["Last backup: 20 days ago"]).await?;
    p.choose_radio("Over weeks").await?;
    p.wait_for_text(&["Plan for today"]).await?;
    let fresh = screen_state(p).await?;
    ensure!(open == fresh, "after 20 days open it is {open}, freshly opened {fresh}");
    ensure!(open[1] != today[1], "the heatmap of four weeks has not changed for 20 days");
    // The clock was ahead: a backup from the future does not count.
    p.move_clock(-30 * DAY_MS).await?;
    p.dispatch_event("focus").await?;
    p.wait_for_text(&["Not backed up yet: "]).await.map(|_| ())
}

async fn interrupted_session_age(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    let p = &ctx.page;
    // Calendar days are counted, so the session starts at a fixed hour: 102 hours after noon are 4 days.
    p.open_app(&ctx.site.url()).await?;
    p.set_clock(NOVEMBER).await?;
    p.open_and_ease(&ctx.site.url()).await?;
    p.wait_saved().await?;
    p.reload_app().await?;
    p.wait_for_text(&["just now"]).await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    ctx.take_screenshot("left-behind").await?;
    // The offer replaces the leg's controls.
    ensure!(!p.has(ControlKind::Button, "Add spot").await?, "the leg can be marked beside it");
    ensure!(!p.has(ControlKind::Radio, "Left leg").await?, "a leg can be chosen beside it");
    p.move_clock(11 * HOUR_MS).await?;
    p.dispatch_event("focus").await?;
    p.wait_for_text(&["11 hours ago"]).await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    p.move_clock(19 * HOUR_MS).await?;
    p.dispatch_event("pageshow").await?;
    p.wait_for_text(&["30 hours ago"]).await?;
    p.wait_gone(ControlKind::Button, "Continue").await?;
    p.wait_for_text(&["too long ago"]).await?;
    p.move_clock(3 * DAY_MS).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    p.wait_for_text(&["4 days ago"]).await?;
    p.press_button("Keep as interrupted").await?;
    p.wait_for_session_count(1).await?;
    let [start, end] = p.stored_sessions().await?[0].span;
    ensure!((0..HOUR_MS).contains(&(end - start)), "it lasted {} ms", end - start);
    Ok(())
}

async fn offsets(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    let p = &ctx.page;
    p.open_app(&format!("{}#/settings", ctx.site.url())).await?;
    p.set_clock(JULY_NIGHT).await?;
    p.file_from_button("Export backup").await?;
    p.wait_for_text(&["Last backup: today."]).await?;
    p.set_clock(NOVEMBER).await?;
    p.dispatch_event("focus").await?;
    p.wait_for_text(&["Last backup: 123 days ago."]).await?;
    for (exported_at, now, words) in
        [(JULY_NIGHT, NOVEMBER, "Made on July 16, 2026."), (JANUARY_NIGHT, JUNE, "Made on January 15, 2026.")]
    {
        p.set_clock(now).await?;
        p.dispatch_event("focus").await?;
        let (file, _) = sample_backup(1, 1);
        let dated_file =
            file.replace("\"exported_at\":1767225600000", &format!("\"exported_at\":{exported_at}"));
        ensure!(dated_file != file, "the file has another date: {file}");
        p.choose_file(&dated_file).await?;
        p.wait_for_text(&[words]).await?;
        p.press_button("Cancel").await?;
        p.wait_gone(ControlKind::Button, "Cancel").await?;
    }
    Ok(())
}

async fn repeated_hour(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let minute = |minutes: i64| CLOCK_CHANGE + minutes * 60_000;
    // 02:30 in summer time, and the same time on the day before.
    for at in [minute(-30) - DAY_MS, minute(-30)] {
        p.set_clock(at).await?;
        p.do_short_session().await?;
        p.visit("Leg").await?;
    }
    p.visit("History").await?;
    p.wait_for_session_count(2).await?;
    let when = "return [...document.querySelectorAll('summary .session-date')].map((e) => e.textContent.replace(/\\s/g, ' '))";
    let listed: Vec<String> = serde_json::from_value(p.js(when, vec![]).await?)?;
    ensure!(listed == ["Sun, Oct 25 2:30 AM", "Sat, Oct 24 2:30 AM"], "listed as {listed:?}");
    p.visit("Leg").await?;
    // An hour later it is 02:30 again.
    p.set_clock(minute(30)).await?;
    p.do_short_session().await?;
    p.wait_for_session_count(3).await?;
    let listed: Vec<String> = serde_json::from_value(p.js(when, vec![]).await?)?;
    let wanted = ["Sun, Oct 25 2:30 AM UTC+1", "Sun, Oct 25 2:30 AM UTC+2", "Sat, Oct 24 2:30 AM"];
    ensure!(listed == wanted, "listed as {listed:?}");
    ctx.take_screenshot("the-hour-that-comes-twice").await?;
    p.delete_newest_session().await?;
    p.wait_for_text(&["Deleted: Sun, Oct 25, 2:30 AM UTC+1"]).await.map(|_| ())
}

async fn set_back(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    ctx.page.open_and_hold(&ctx.site.url()).await?;
    let p = &ctx.page;
    p.wait_timer(2).await?;
    p.move_clock(-2 * HOUR_MS).await?;
    p.ease_hold().await?;
    p.finish_session().await?;
    p.close_summary().await?;
    let session = &p.stored_sessions().await?[0];
    let [start, end] = session.span;
    let held = session.holds.iter().map(|hold| hold.held_ms).sum::<i64>();
    ensure!((held..HOUR_MS).contains(&(end - start)), "it lasted {} ms, {held} of them held", end - start);
    Ok(())
}

/// A session in one window, and a second window; returns the handles of both.
async fn session_and_second_window(ctx: &mut TestContext) -> Outcome<(String, String)> {
    ctx.add_page_script(ADJUSTABLE_CLOCK)?;
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    p.wait_saved().await?;
    let windows = p.second_window(&ctx.site.url()).await?;
    p.wait_ready().await?;
    p.wait_for(ControlKind::Button, "Take over").await?;
    Ok(windows)
}

async fn window_closed(ctx: &mut TestContext) -> Outcome {
    let (first, second) = session_and_second_window(ctx).await?;
    let p = &ctx.page;
    // It stays so as long as the other window exists.
    p.dispatch_event("focus").await?;
    p.dispatch_event("visibilitychange").await?;
    p.wait_page_ms(6_000).await?;
    p.wait_for(ControlKind::Button, "Take over").await?;
    p.switch_to(&first).await?;
    p.close_and_switch_to(&second).await?;
    p.wait_for(ControlKind::Button, "Continue").await?;
    ensure!(!p.has(ControlKind::Button, "Take over").await?, "it is still shown as running in another tab");
    p.move_clock(3 * DAY_MS).await?;
    p.dispatch_event("visibilitychange").await?;
    p.wait_for_text(&["too long ago"]).await?;
    p.wait_gone(ControlKind::Button, "Continue").await?;
    p.press_button("Keep as interrupted").await?;
    p.wait_for_session_count(1).await?;
    expect_short_session(p).await
}

async fn take_over_too_late(ctx: &mut TestContext) -> Outcome {
    let (first, second) = session_and_second_window(ctx).await?;
    let p = &ctx.page;
    // The other window still exists, but without input for three days.
    p.move_clock(3 * DAY_MS).await?;
    p.press_button("Take over").await?;
    p.wait_for_text(&["too long ago"]).await?;
    ensure!(p.phase().await?.is_none(), "the session continues");
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "Continue is offered");
    p.wait_for(ControlKind::Button, "Discard").await?;
    p.switch_to(&first).await?;
    p.wait_read_only().await?;
    p.switch_to(&second).await?;
    p.press_button("Keep as interrupted").await?;
    p.wait_for_session_count(1).await?;
    expect_short_session(p).await
}

/// Checks that one session of a short duration is stored.
async fn expect_short_session(p: &Browser) -> Outcome {
    let sessions = p.stored_sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "kept: {sessions:?}");
    let [start, end] = sessions[0].span;
    ensure!((0..HOUR_MS).contains(&(end - start)), "it lasted {} ms", end - start);
    Ok(())
}
