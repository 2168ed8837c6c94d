//! Records of a newer version of the app are kept, shown and exported, and do not block this version.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, StoredTexts, session_record};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// The scenarios of newer records.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "forward_compatibility: records of a newer version are kept and block nothing",
            scenario_fn!(newer),
        ),
        Scenario::new(
            "forward_compatibility: an unknown field is kept when its record changes",
            scenario_fn!(unknown_field),
        ),
        Scenario::new("forward_compatibility: a roller's name is stored as typed", scenario_fn!(roller)),
    ]
}

/// A session of a newer version, with its key.
fn newer_session() -> (String, String) {
    session_record(
        "laterlater",
        "{\"v\":2,\"r\":1,\"id\":\"laterlater\",\"s\":1795363200000,\"o\":60,\"muscle\":\"calf\"}",
    )
}

async fn newer(ctx: &mut TestContext) -> Outcome {
    const DRAFT: &str = "{\"v\":2,\"legs\":{}}";
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    let (key, text) = newer_session();
    p.set_local_storage(&StoredTexts::from([
        (key.clone(), text.clone()),
        ("eased.draft".into(), DRAFT.into()),
    ]))
    .await?;
    p.reload_app().await?;
    p.wait_for_text(&["A newer version of Eased was used here."]).await?;
    p.visit("History").await?;
    p.wait_for_text(&["recorded by a newer version of Eased"]).await?;
    ctx.take_screenshot("history-newer").await?;
    p.wait_stored_in_both(&key).await?;

    // A session of this version can be done and saved; its marks cannot be saved over the newer draft.
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    p.do_short_session().await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    p.wait_for_text(&["recorded by a newer version of Eased"]).await?;
    p.reload_app().await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    for store in [p.local_storage().await?, p.indexed_db().await?] {
        let is_kept =
            store.get(&key).is_some_and(|stored| stored.contains(&text) || stored.contains("muscle"));
        ensure!(is_kept, "the newer session is missing from {:?}", store.keys());
    }
    ensure!(p.local_storage().await?["eased.draft"] == DRAFT, "the newer marks were overwritten");
    let (_, file, _) = p.file_from_button("Export backup").await?;
    let backup: Value = serde_json::from_str(&file)?;
    let sessions = backup["sessions"].as_array().cloned().unwrap_or_default();
    ensure!(sessions.len() == 2, "{} sessions are in the backup", sessions.len());
    ensure!(
        sessions.iter().any(|session| session["muscle"] == "calf"),
        "it is not in the backup: {sessions:?}"
    );
    Ok(())
}

async fn unknown_field(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(1, 1).await?;
    let settings = json!({ "v": 1, "n": 3, "lang": "en", "x_future": { "roller": 7 } }).to_string();
    p.set_local_storage(&StoredTexts::from([("eased.settings".into(), settings)])).await?;
    p.reload_app().await?;
    p.visit("Settings").await?;
    p.choose_radio("Dark").await?;
    let is_kept_script = "const kept = JSON.parse(localStorage['eased.settings']);\
        return kept.theme === 'dark' && kept.x_future?.roller === 7";
    p.wait_until_true("both the choice and the unknown field", is_kept_script).await
}

async fn roller(ctx: &mut TestContext) -> Outcome {
    const NAME: &str = "Größe 15 枕 🦵";
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.start_session().await?;
    p.complete_session().await?;
    let typed = "const field = [...document.querySelectorAll('input[type=text]')].at(-1);\
        if (!field) return false;\
        field.value = arguments[0];\
        field.dispatchEvent(new Event('change', { bubbles: true }));\
        return true";
    ensure!(p.js(typed, vec![json!(NAME)]).await? == true, "there is no field for the roller");
    let is_kept_script = "return Object.entries(localStorage).some(([key, text]) =>\
        key.startsWith('eased.s.') && JSON.parse(text).f === arguments[0])";
    wait_until("the roller to be kept as typed", async || {
        Ok((p.js(is_kept_script, vec![json!(NAME)]).await? == true).then_some(()))
    })
    .await?;
    p.close_summary().await?;
    p.visit("History").await?;
    p.wait_for_text(&[NAME]).await?;
    ensure!(!p.has(ControlKind::Button, "Continue").await?, "a finished session is offered again");
    Ok(())
}
