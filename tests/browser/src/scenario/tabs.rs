//! Two windows of the app on one device.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase, Texts, backup_of};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything about a second window.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("tabs: the second window only looks, until it takes over", play!(take_over)),
        Scenario::new("tabs: two windows write 300 sessions each at once, and 600 are kept", play!(write)),
        Scenario::new(
            "tabs: two windows change one session at once, and both changes are kept",
            play!(change),
        ),
        Scenario::new(
            "tabs: what was chosen over weeks stays when the other window deletes a session",
            play!(choice),
        ),
    ]
}

async fn take_over(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_ease(&s.site.url()).await?;
    let (first, second) = p.second_window(&s.site.url()).await?;
    p.ready().await?;
    p.wait_for(Kind::Button, "Take over").await?;
    s.shot("second-window").await?;
    // Looking changes nothing in the first window.
    p.switch_to(&first).await?;
    p.is_in(Phase::Roll).await?;
    p.switch_to(&second).await?;
    p.button("Take over").await?;
    // The rule after a kill: the session comes back, paused or offered.
    p.taken_over().await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.switch_to(&first).await?;
    p.wait_read_only().await?;
    let sessions = p.sessions().await?;
    ensure!(sessions.len() == 1 && sessions[0].holds.len() == 1, "two windows left {sessions:?}");
    Ok(())
}

/// Does something at a moment of the wall clock, which is the same in both windows.
const AT: &str = "const [at, which, option] = arguments; setTimeout(() => {\
    if (which === 'import') return [...document.querySelectorAll('dialog button')].find((b) => b.textContent === 'Import').click();\
    [...document.querySelectorAll('.chips button')].find((b) => b.textContent === option).click();\
}, at - Date.now());";

/// In a moment that leaves time to go from one window to the other.
async fn soon(s: &Stage) -> Outcome<i64> {
    let now = s.page.js("return Date.now()", vec![]).await?.as_i64().unwrap_or_default();
    Ok(now + 3_000)
}

async fn of_sessions(s: &Stage) -> Outcome<[Texts; 2]> {
    let only = |all: Texts| all.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect();
    Ok([only(s.page.local().await?), only(s.page.indexed().await?)])
}

async fn write(s: &mut Stage) -> Outcome {
    const EACH: u32 = 300;
    let (p, url) = (&s.page, format!("{}#/history", s.site.url()));
    p.open_app(&url).await?;
    let (first, second) = p.second_window(&url).await?;
    p.ready().await?;
    let mut wanted = Texts::new();
    for (window, begin) in [(&first, 0), (&second, EACH)] {
        p.switch_to(window).await?;
        let (file, texts) = backup_of(begin, EACH);
        wanted.extend(texts);
        p.choose_file(&file).await?;
        p.wait_to_read(&["300 sessions are new here."]).await?;
    }
    let at = soon(s).await?;
    for window in [&first, &second] {
        p.switch_to(window).await?;
        p.js(AT, vec![json!(at), json!("import"), Value::Null]).await?;
    }
    for window in [&first, &second] {
        p.switch_to(window).await?;
        // Both write at once, 300 sessions each: on a busy machine that takes longer than any one thing may.
        for _ in 0..4 {
            if p.wait_to_read(&["Everything is saved."]).await.is_ok() {
                break;
            }
        }
        p.wait_to_read(&["Everything is saved."]).await?;
    }
    // What the other window wrote may be seen here a little later.
    until("600 sessions in both stores", async || {
        let [near, far] = of_sessions(s).await?;
        Ok((near.len() == wanted.len() && far.len() == wanted.len()).then_some(()))
    })
    .await?;
    let [near, far] = of_sessions(s).await?;
    let gone = |store: &Texts| wanted.keys().filter(|key| !store.contains_key(*key)).count();
    ensure!(wanted.len() == 600, "only {} were to be written", wanted.len());
    ensure!(near == wanted, "localStorage lacks {} of 600", gone(&near));
    ensure!(far == wanted, "IndexedDB lacks {} of 600", gone(&far));
    p.reload_app().await?;
    p.wait_to_read(&["600 sessions"]).await.map(|_| ())
}

async fn change(s: &mut Stage) -> Outcome {
    let (p, url) = (&s.page, format!("{}#/history", s.site.url()));
    p.open_app(&url).await?;
    p.seed(1, 1).await?;
    p.wait_listed(1).await?;
    p.wait_until_both_stores_agree().await?;
    let (first, second) = p.second_window(&url).await?;
    p.ready().await?;
    for window in [&first, &second] {
        p.switch_to(window).await?;
        p.button("Correct this session").await?;
    }
    let at = soon(s).await?;
    for (window, option) in [(&first, "Rest day"), (&second, "After a workout")] {
        p.switch_to(window).await?;
        p.js(AT, vec![json!(at), json!("change"), json!(option)]).await?;
    }
    // IndexedDB keeps the newest revision and the one before: each is one of the changes.
    until("both changes to be kept", async || {
        let [_, far] = of_sessions(s).await?;
        let tag = |text: &String| serde_json::from_str::<Value>(text).map(|session| session["t"].clone());
        let tags = far.values().map(tag).collect::<Result<Vec<_>, _>>()?;
        Ok((tags.contains(&json!("r")) && tags.contains(&json!("a"))).then_some(()))
    })
    .await?;
    p.reload_app().await?;
    p.wait_listed(1).await?;
    p.wait_until_both_stores_agree().await?;
    let [near, far] = of_sessions(s).await?;
    ensure!(far.len() >= 2 && !near.is_empty(), "the stores hold {near:?} and {far:?}");
    p.wait_to_read(&["Rest day", "After a workout"]).await.map(|_| ())
}

async fn choice(s: &mut Stage) -> Outcome {
    // The rows of the spots' tables, and the words that are chosen.
    const LOOK: &str = "return [document.querySelectorAll('.tracks tbody tr').length,\
        [...document.querySelectorAll('.weeks :checked')].map((e) => e.parentElement.textContent)]";
    let (p, url) = (&s.page, format!("{}#/history", s.site.url()));
    p.open_app(&url).await?;
    p.seed(40, 1).await?;
    p.wait_listed(30).await?;
    let (first, second) = p.second_window(&url).await?;
    p.ready().await?;
    p.wait_listed(30).await?;
    p.switch_to(&first).await?;
    p.radio("Over weeks").await?;
    for word in ["Right leg", "All"] {
        p.radio(word).await?;
    }
    let before = p.js(LOOK, vec![]).await?;
    ensure!(before[1] == json!(["Right leg", "All"]), "chosen: {before}");
    p.switch_to(&second).await?;
    p.delete_newest().await?;
    p.switch_to(&first).await?;
    let after = until("a session less in the tables", async || {
        let now = p.js(LOOK, vec![]).await?;
        Ok((now[0].as_u64() < before[0].as_u64()).then_some(now))
    })
    .await?;
    ensure!(after[1] == before[1], "{before} became {after}");
    Ok(())
}
