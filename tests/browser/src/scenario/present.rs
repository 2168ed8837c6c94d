//! The present: an app that stays open for days shows what a fresh opening shows, each moment is shown in the offset that held
//! then, and no clock makes a session end before it began.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure};
use crate::page::{CLOCK, DAY_MS, HOUR_MS, Kind, backup_of};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::Value;

/// 16 July 2026 00:30 in Berlin, 15 January 23:30, and noon of other days.
const JULY_NIGHT: i64 = 1_784_154_600_000;
const JANUARY_NIGHT: i64 = 1_768_516_200_000;
const NOVEMBER: i64 = 1_794_826_800_000;
const JUNE: i64 = 1_780_308_000_000;
/// 25 October 2026: it is 03:00 in Berlin and becomes 02:00.
const CHANGE: i64 = 1_792_890_000_000;

/// Everything about the present.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("present: open for 20 days, History is as after a fresh opening", play!(history)),
        Scenario::new("present: what was left behind grows old while the app stays open", play!(left_behind)),
        Scenario::new("present: a moment is shown in the offset that held then", play!(offsets)),
        Scenario::new("present: in the hour that comes twice two sessions are told apart", play!(twice)),
        Scenario::new(
            "present: a clock set back in a session makes no end before its start",
            play!(set_back),
        ),
        Scenario::new("present: a session whose window is gone is one that was left behind", play!(gone)),
        Scenario::new("present: after three days nothing is taken over from another window", play!(too_late)),
    ]
}

/// What stands on the screen, and what is chosen there.
async fn seen(p: &Browser) -> Outcome<Value> {
    let script = "const main = document.querySelector('main');\
        return [main.innerText, [...main.querySelectorAll(':checked')].map((e) => e.parentElement.textContent)]";
    p.js(script, vec![]).await
}

async fn history(s: &mut Stage) -> Outcome {
    s.use_script(CLOCK)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(8, 10).await?;
    p.visit("History").await?;
    p.file_of("Export backup").await?;
    p.wait_to_read(&["Last backup: today. Nothing new since."]).await?;
    p.visit("Leg").await?;
    p.short_session().await?;
    p.radio("Over weeks").await?;
    p.wait_to_read(&["Last backup: today. 1 session since."]).await?;
    let today = seen(p).await?;
    // Nobody touches it: its own timer sees the next day.
    p.move_clock(DAY_MS).await?;
    p.wait_to_read(&["Last backup: yesterday. 1 session since."]).await?;
    ensure!(!p.text().await?.contains("Time for a backup"), "it is due after a day");
    p.move_clock(19 * DAY_MS).await?;
    p.hears("visibilitychange").await?;
    p.wait_to_read(&["Last backup: 20 days ago. 1 session since. Time for a backup"]).await?;
    let open = seen(p).await?;
    p.reload_app().await?;
    p.wait_to_read(&["Last backup: 20 days ago"]).await?;
    p.radio("Over weeks").await?;
    p.wait_to_read(&["Plan for today"]).await?;
    let fresh = seen(p).await?;
    ensure!(open == fresh, "open for 20 days it is {open}, opened now {fresh}");
    ensure!(open[1] != today[1], "the map of four weeks shows what it showed 20 days ago");
    // A clock that was ahead: what it dated was not done.
    p.move_clock(-30 * DAY_MS).await?;
    p.hears("focus").await?;
    p.wait_to_read(&["Not backed up yet: "]).await.map(|_| ())
}

async fn left_behind(s: &mut Stage) -> Outcome {
    s.use_script(CLOCK)?;
    let p = &s.page;
    // Days are those of the calendar, so the session begins at a fixed hour: 102 hours after noon are 4 days.
    p.open_app(&s.site.url()).await?;
    p.set_clock(NOVEMBER).await?;
    p.open_and_ease(&s.site.url()).await?;
    p.wait_saved_tick().await?;
    p.reload_app().await?;
    p.wait_to_read(&["just now"]).await?;
    p.wait_for(Kind::Button, "Continue").await?;
    s.shot("left-behind").await?;
    // It stands alone, and help is one tap away.
    ensure!(!p.has(Kind::Button, "Add spot").await?, "the leg can be marked beside it");
    ensure!(!p.has(Kind::Radio, "Left leg").await?, "a leg can be chosen beside it");
    p.move_clock(11 * HOUR_MS).await?;
    p.hears("focus").await?;
    p.wait_to_read(&["11 hours ago"]).await?;
    p.wait_for(Kind::Button, "Continue").await?;
    p.move_clock(19 * HOUR_MS).await?;
    p.hears("pageshow").await?;
    p.wait_to_read(&["30 hours ago"]).await?;
    p.wait_gone(Kind::Button, "Continue").await?;
    p.wait_to_read(&["too long ago"]).await?;
    p.move_clock(3 * DAY_MS).await?;
    p.visit("History").await?;
    p.visit("Leg").await?;
    p.wait_to_read(&["4 days ago"]).await?;
    p.button("Keep as interrupted").await?;
    p.wait_listed(1).await?;
    let [start, end] = p.sessions().await?[0].span;
    ensure!((0..HOUR_MS).contains(&(end - start)), "it lasted {} ms", end - start);
    Ok(())
}

async fn offsets(s: &mut Stage) -> Outcome {
    s.use_script(CLOCK)?;
    let p = &s.page;
    p.open_app(&format!("{}#/settings", s.site.url())).await?;
    p.set_clock(JULY_NIGHT).await?;
    p.file_of("Export backup").await?;
    p.wait_to_read(&["Last backup: today."]).await?;
    p.set_clock(NOVEMBER).await?;
    p.hears("focus").await?;
    p.wait_to_read(&["Last backup: 123 days ago."]).await?;
    for (made, looked_at, words) in
        [(JULY_NIGHT, NOVEMBER, "Made on July 16, 2026."), (JANUARY_NIGHT, JUNE, "Made on January 15, 2026.")]
    {
        p.set_clock(looked_at).await?;
        p.hears("focus").await?;
        let (file, _) = backup_of(1, 1);
        let dated = file.replace("\"exported_at\":1767225600000", &format!("\"exported_at\":{made}"));
        ensure!(dated != file, "the file is dated otherwise: {file}");
        p.choose_file(&dated).await?;
        p.wait_to_read(&[words]).await?;
        p.button("Cancel").await?;
        p.wait_gone(Kind::Button, "Cancel").await?;
    }
    Ok(())
}

async fn twice(s: &mut Stage) -> Outcome {
    s.use_script(CLOCK)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let minute = |minutes: i64| CHANGE + minutes * 60_000;
    // Half past two in summer time, and the day before.
    for at in [minute(-30) - DAY_MS, minute(-30)] {
        p.set_clock(at).await?;
        p.short_session().await?;
        p.visit("Leg").await?;
    }
    p.visit("History").await?;
    p.wait_listed(2).await?;
    let when = "return [...document.querySelectorAll('summary .sitting-when')].map((e) => e.textContent.replace(/\\s/g, ' '))";
    let listed: Vec<String> = serde_json::from_value(p.js(when, vec![]).await?)?;
    ensure!(listed == ["Sun, Oct 25 2:30 AM", "Sat, Oct 24 2:30 AM"], "listed as {listed:?}");
    p.visit("Leg").await?;
    // An hour later it is half past two again.
    p.set_clock(minute(30)).await?;
    p.short_session().await?;
    p.wait_listed(3).await?;
    let listed: Vec<String> = serde_json::from_value(p.js(when, vec![]).await?)?;
    let wanted = ["Sun, Oct 25 2:30 AM UTC+1", "Sun, Oct 25 2:30 AM UTC+2", "Sat, Oct 24 2:30 AM"];
    ensure!(listed == wanted, "listed as {listed:?}");
    s.shot("the-hour-that-comes-twice").await?;
    p.delete_newest().await?;
    p.wait_to_read(&["Deleted: Sun, Oct 25, 2:30 AM UTC+1"]).await.map(|_| ())
}

async fn set_back(s: &mut Stage) -> Outcome {
    s.use_script(CLOCK)?;
    s.page.open_and_hold(&s.site.url()).await?;
    let p = &s.page;
    p.wait_seconds(2).await?;
    p.move_clock(-2 * HOUR_MS).await?;
    p.ease().await?;
    p.finish().await?;
    p.leave().await?;
    let session = &p.sessions().await?[0];
    let [start, end] = session.span;
    let held = session.holds.iter().map(|hold| hold.held_ms).sum::<i64>();
    ensure!((held..HOUR_MS).contains(&(end - start)), "it lasted {} ms, {held} of them held", end - start);
    Ok(())
}

/// A session in one window, watched from a second one: the handles of both.
async fn watched(s: &mut Stage) -> Outcome<(String, String)> {
    s.use_script(CLOCK)?;
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    p.wait_saved_tick().await?;
    let windows = p.second_window(&s.site.url()).await?;
    p.ready().await?;
    p.wait_for(Kind::Button, "Take over").await?;
    Ok(windows)
}

async fn gone(s: &mut Stage) -> Outcome {
    let (first, second) = watched(s).await?;
    let p = &s.page;
    // As long as the other window is there, it stays so.
    p.hears("focus").await?;
    p.hears("visibilitychange").await?;
    p.page_time(6_000).await?;
    p.wait_for(Kind::Button, "Take over").await?;
    p.switch_to(&first).await?;
    p.close_for(&second).await?;
    p.wait_for(Kind::Button, "Continue").await?;
    ensure!(!p.has(Kind::Button, "Take over").await?, "it is still said to run elsewhere");
    p.move_clock(3 * DAY_MS).await?;
    p.hears("visibilitychange").await?;
    p.wait_to_read(&["too long ago"]).await?;
    p.wait_gone(Kind::Button, "Continue").await?;
    p.button("Keep as interrupted").await?;
    p.wait_listed(1).await?;
    kept_short(p).await
}

async fn too_late(s: &mut Stage) -> Outcome {
    let (first, second) = watched(s).await?;
    let p = &s.page;
    // The other window may be there still: it has not been touched for three days.
    p.move_clock(3 * DAY_MS).await?;
    p.button("Take over").await?;
    p.wait_to_read(&["too long ago"]).await?;
    ensure!(p.phase().await?.is_none(), "the session goes on");
    ensure!(!p.has(Kind::Button, "Continue").await?, "it is offered to go on");
    p.wait_for(Kind::Button, "Discard").await?;
    p.switch_to(&first).await?;
    p.wait_read_only().await?;
    p.switch_to(&second).await?;
    p.button("Keep as interrupted").await?;
    p.wait_listed(1).await?;
    kept_short(p).await
}

/// One session, of a few seconds.
async fn kept_short(p: &Browser) -> Outcome {
    let sessions = p.sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "kept: {sessions:?}");
    let [start, end] = sessions[0].span;
    ensure!((0..HOUR_MS).contains(&(end - start)), "it lasted {} ms", end - start);
    Ok(())
}
