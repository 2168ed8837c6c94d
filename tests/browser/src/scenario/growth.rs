//! What a later version of the app wrote stays, is shown and exported, and stops nothing.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Texts, revision_of};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::{Value, json};

/// Everything about records of a later version.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("growth: a session, marks and choices of a later version stop nothing", play!(newer)),
        Scenario::new("growth: a field of a later version stays when its record is changed", play!(unknown)),
        Scenario::new("growth: a roller is called as it was typed", play!(roller)),
    ]
}

/// A session of a later version, with its key.
fn of_later_version() -> (String, String) {
    revision_of(
        "laterlater",
        "{\"v\":2,\"r\":1,\"id\":\"laterlater\",\"s\":1795363200000,\"o\":60,\"muscle\":\"calf\"}",
    )
}

async fn newer(s: &mut Stage) -> Outcome {
    const DRAFT: &str = "{\"v\":2,\"legs\":{}}";
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    let (key, text) = of_later_version();
    p.spoil_local(&Texts::from([(key.clone(), text.clone()), ("eased.draft".into(), DRAFT.into())])).await?;
    p.reload_app().await?;
    p.wait_to_read(&["A newer version of Eased was used here."]).await?;
    p.visit("History").await?;
    p.wait_to_read(&["recorded by a newer version of Eased"]).await?;
    s.shot("history-newer").await?;
    p.wait_kept(&key).await?;

    // A session of this version is done and saved beside it, though its marks cannot be.
    p.visit("Leg").await?;
    p.mark(40).await?;
    p.short_session().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_to_read(&["recorded by a newer version of Eased"]).await?;
    p.reload_app().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    for store in [p.local().await?, p.indexed().await?] {
        let kept = store.get(&key).is_some_and(|kept| kept.contains(&text) || kept.contains("muscle"));
        ensure!(kept, "the later session is gone from {:?}", store.keys());
    }
    ensure!(p.local().await?["eased.draft"] == DRAFT, "the later marks were written over");
    let (_, file, _) = p.file_of("Export backup").await?;
    let backup: Value = serde_json::from_str(&file)?;
    let sessions = backup["sessions"].as_array().cloned().unwrap_or_default();
    ensure!(sessions.len() == 2, "{} sessions are in the backup", sessions.len());
    ensure!(
        sessions.iter().any(|session| session["muscle"] == "calf"),
        "it is not in the backup: {sessions:?}"
    );
    Ok(())
}

async fn unknown(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(1, 1).await?;
    let settings = json!({ "v": 1, "n": 3, "lang": "en", "hardness": { "roller": 7 } }).to_string();
    p.spoil_local(&Texts::from([("eased.settings".into(), settings)])).await?;
    p.reload_app().await?;
    p.visit("Settings").await?;
    p.radio("Dark").await?;
    let kept = "const kept = JSON.parse(localStorage['eased.settings']);\
        return kept.theme === 'dark' && kept.hardness?.roller === 7";
    p.until_true("both the choice and the unknown field", kept).await
}

async fn roller(s: &mut Stage) -> Outcome {
    const NAME: &str = "Größe 15 枕 🦵";
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.roll_through().await?;
    let typed = "const field = [...document.querySelectorAll('input[type=text]')].at(-1);\
        if (!field) return false;\
        field.value = arguments[0];\
        field.dispatchEvent(new Event('change', { bubbles: true }));\
        return true";
    ensure!(p.js(typed, vec![json!(NAME)]).await? == true, "there is no field for the roller");
    let kept = "return Object.entries(localStorage).some(([key, text]) =>\
        key.startsWith('eased.s.') && JSON.parse(text).f === arguments[0])";
    until("the roller to be kept as typed", async || {
        Ok((p.js(kept, vec![json!(NAME)]).await? == true).then_some(()))
    })
    .await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_to_read(&[NAME]).await?;
    ensure!(!p.has(Kind::Button, "Continue").await?, "a session that is over is offered again");
    Ok(())
}
