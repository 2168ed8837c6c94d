//! Two windows of the app in one browser profile.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, StoredTexts, sample_backup};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// The scenarios of a second window.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("tabs: the second window is read-only until it takes over", scenario_fn!(take_over)),
        Scenario::new(
            "tabs: two windows import 300 sessions each at once, and 600 are kept",
            scenario_fn!(simultaneous_imports),
        ),
        Scenario::new(
            "tabs: two windows change one session at once, and both changes are kept",
            scenario_fn!(simultaneous_edits),
        ),
        Scenario::new(
            "tabs: chosen filters stay when the other window deletes a session",
            scenario_fn!(filters_kept),
        ),
    ]
}

async fn take_over(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_ease(&ctx.site.url()).await?;
    let (first, second) = p.second_window(&ctx.site.url()).await?;
    p.wait_ready().await?;
    p.wait_for(ControlKind::Button, "Take over").await?;
    ctx.take_screenshot("second-window").await?;
    // The second window changes nothing in the first.
    p.switch_to(&first).await?;
    p.expect_phase(Phase::Roll).await?;
    p.switch_to(&second).await?;
    p.press_button("Take over").await?;
    // As after a kill, the session is paused or offered.
    p.continue_after_take_over().await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await?;
    p.switch_to(&first).await?;
    p.wait_read_only().await?;
    let sessions = p.stored_sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "two windows left {sessions:?}");
    Ok(())
}

/// Presses a button at a time of the wall clock, which is the same in both windows.
const PRESS_AT: &str = "const [at, which, option] = arguments; setTimeout(() => {\
    if (which === 'import') return [...document.querySelectorAll('dialog button')].find((b) => b.textContent === 'Import').click();\
    [...document.querySelectorAll('.chips button')].find((b) => b.textContent === option).click();\
}, at - Date.now());";

/// A time that leaves enough time to switch windows.
async fn three_seconds_from_now(ctx: &TestContext) -> Outcome<i64> {
    let now = ctx.page.js("return Date.now()", vec![]).await?.as_i64().unwrap_or_default();
    Ok(now + 3_000)
}

async fn simultaneous_imports(ctx: &mut TestContext) -> Outcome {
    const EACH: u32 = 300;
    let (p, url) = (&ctx.page, format!("{}#/history", ctx.site.url()));
    p.open_app(&url).await?;
    let (first, second) = p.second_window(&url).await?;
    p.wait_ready().await?;
    let mut wanted = StoredTexts::new();
    for (window, begin) in [(&first, 0), (&second, EACH)] {
        p.switch_to(window).await?;
        let (file, texts) = sample_backup(begin, EACH);
        wanted.extend(texts);
        p.choose_file(&file).await?;
        p.wait_for_text(&["300 sessions are new here."]).await?;
    }
    let at = three_seconds_from_now(ctx).await?;
    for window in [&first, &second] {
        p.switch_to(window).await?;
        p.js(PRESS_AT, vec![json!(at), json!("import"), Value::Null]).await?;
    }
    for window in [&first, &second] {
        p.switch_to(window).await?;
        // Both windows write 300 sessions at once: on a busy machine that takes longer than one wait.
        for _ in 0..4 {
            if p.wait_for_text(&["Everything is saved."]).await.is_ok() {
                break;
            }
        }
        p.wait_for_text(&["Everything is saved."]).await?;
    }
    // The other window's writes may become visible a little later.
    wait_until("600 sessions in both stores", async || {
        let [local, indexed] = p.session_records().await?;
        Ok((local.len() == wanted.len() && indexed.len() == wanted.len()).then_some(()))
    })
    .await?;
    let [local, indexed] = p.session_records().await?;
    let gone = |store: &StoredTexts| wanted.keys().filter(|key| !store.contains_key(*key)).count();
    ensure!(wanted.len() == 600, "only {} were to be written", wanted.len());
    ensure!(local == wanted, "localStorage lacks {} of 600", gone(&local));
    ensure!(indexed == wanted, "IndexedDB lacks {} of 600", gone(&indexed));
    p.reload_app().await?;
    p.wait_for_text(&["600 sessions"]).await.map(|_| ())
}

async fn simultaneous_edits(ctx: &mut TestContext) -> Outcome {
    let (p, url) = (&ctx.page, format!("{}#/history", ctx.site.url()));
    p.open_app(&url).await?;
    p.seed_history(1, 1).await?;
    p.wait_for_session_count(1).await?;
    p.wait_until_both_stores_agree().await?;
    let (first, second) = p.second_window(&url).await?;
    p.wait_ready().await?;
    for window in [&first, &second] {
        p.switch_to(window).await?;
        p.press_button("Correct this session").await?;
    }
    let at = three_seconds_from_now(ctx).await?;
    for (window, option) in [(&first, "Rest day"), (&second, "After a workout")] {
        p.switch_to(window).await?;
        p.js(PRESS_AT, vec![json!(at), json!("change"), json!(option)]).await?;
    }
    // IndexedDB keeps the newest two revisions: each is one of the changes.
    wait_until("both changes to be kept", async || {
        let [_, indexed] = p.session_records().await?;
        let tag = |text: &String| serde_json::from_str::<Value>(text).map(|session| session["t"].clone());
        let tags = indexed.values().map(tag).collect::<Result<Vec<_>, _>>()?;
        Ok((tags.contains(&json!("r")) && tags.contains(&json!("a"))).then_some(()))
    })
    .await?;
    p.reload_app().await?;
    p.wait_for_session_count(1).await?;
    p.wait_until_both_stores_agree().await?;
    let [local, indexed] = p.session_records().await?;
    ensure!(indexed.len() >= 2 && !local.is_empty(), "the stores hold {local:?} and {indexed:?}");
    p.wait_for_text(&["Rest day", "After a workout"]).await.map(|_| ())
}

async fn filters_kept(ctx: &mut TestContext) -> Outcome {
    // The number of table rows, and the labels of the checked filters.
    const TABLE_AND_FILTERS: &str = "return [document.querySelectorAll('.spot-charts tbody tr').length,\
        [...document.querySelectorAll('.trends :checked')].map((e) => e.parentElement.textContent)]";
    let (p, url) = (&ctx.page, format!("{}#/history", ctx.site.url()));
    p.open_app(&url).await?;
    p.seed_history(40, 1).await?;
    p.wait_for_session_count(30).await?;
    let (first, second) = p.second_window(&url).await?;
    p.wait_ready().await?;
    p.wait_for_session_count(30).await?;
    p.switch_to(&first).await?;
    p.choose_radio("Over weeks").await?;
    for word in ["Right leg", "All"] {
        p.choose_radio(word).await?;
    }
    let before = p.js(TABLE_AND_FILTERS, vec![]).await?;
    ensure!(before[1] == json!(["Right leg", "All"]), "chosen: {before}");
    p.switch_to(&second).await?;
    p.delete_newest_session().await?;
    p.switch_to(&first).await?;
    let after = wait_until("one session fewer in the tables", async || {
        let now = p.js(TABLE_AND_FILTERS, vec![]).await?;
        Ok((now[0].as_u64() < before[0].as_u64()).then_some(now))
    })
    .await?;
    ensure!(after[1] == before[1], "{before} became {after}");
    Ok(())
}
