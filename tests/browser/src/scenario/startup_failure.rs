//! When the app cannot start or has panicked, the page says so and offers to save the stored data.

use super::console::RECORD_ERRORS;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::StoredTexts;
use crate::runner::{Scenario, scenario_fn};
use crate::site::{Site, copy_folder};
use crate::test_context::TestContext;
use eased::i18n;
use serde_json::Value;
use std::fs;

/// The scenarios of an app that does not run.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("startup_failure: a panic is reported in the person's language", scenario_fn!(panic)),
        Scenario::new(
            "startup_failure: a Wasm file that is missing, garbage or an HTML page is reported",
            scenario_fn!(program),
        ),
        Scenario::new("startup_failure: a missing script is reported", scenario_fn!(script)),
        Scenario::new(
            "startup_failure: the raw data file can be imported like a backup",
            scenario_fn!(raw_data_imported),
        ),
        Scenario::new(
            "startup_failure: an outdated browser is reported in the person's language",
            scenario_fn!(outdated),
        ),
        Scenario::new(
            "startup_failure: a browser that blocks WebAssembly is reported with the setting's name",
            scenario_fn!(blocked),
        ),
        Scenario::new(
            "startup_failure: without JavaScript the page says what to do",
            scenario_fn!(no_script),
        )
        .skip_in(&[(Engine::WebKit, "its driver cannot switch JavaScript off")]),
    ]
}

/// The browser's language is German.
const GERMAN: &str = "Object.defineProperty(navigator, 'languages', { value: ['de-AT'] });\n";

/// On the event `abort` the program requests more memory than can exist and aborts, as in any panic.
const ABORT_ON_EVENT: &str = "const real = WebAssembly.instantiateStreaming;\n\
    let program;\n\
    WebAssembly.instantiateStreaming = async (...given) => {\n\
        const made = await real.apply(WebAssembly, given);\n\
        program ??= made.instance.exports;\n\
        return made;\n\
    };\n\
    document.addEventListener('abort', () => program.__wbindgen_malloc(-1, 1));\n";

/// Simulates an outdated browser, before the app's first script.
const OUTDATED_BROWSER: &str = "delete HTMLScriptElement.prototype.noModule;\n";

/// Simulates browsers with a lockdown mode: one without WebAssembly, one that rejects every module.
const BLOCKED_WASM: [&str; 2] = [
    "delete window.WebAssembly;\n",
    "WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile =\
        () => Promise.reject(new WebAssembly.CompileError('blocked'));\n",
];

/// Checks that the failure bar has these texts, and that the raw data file has exactly what is stored.
async fn expect_failure_bar(ctx: &TestContext, words: &[&str], save: &str) -> Outcome<String> {
    let p = &ctx.page;
    for words in words {
        p.wait_for_text(&[words]).await?;
    }
    let stored = p.local_storage().await?;
    ensure!(stored.keys().any(|key| key.starts_with("eased.s.")), "the history is lost: {stored:?}");
    let (name, file, _) = p.file_from_button(save).await?;
    ensure!(
        name.starts_with("eased-raw-") && name.rsplit('.').next() == Some("json"),
        "the file is named {name}"
    );
    let raw: Value = serde_json::from_str(&file)?;
    let local: StoredTexts =
        serde_json::from_value::<Vec<(String, String)>>(raw["local"].clone())?.into_iter().collect();
    ensure!(local == stored, "the file holds {}", raw["local"]);
    ensure!(raw["database"].to_string().contains("eased.s."), "the file's database is {}", raw["database"]);
    Ok(file)
}

const PANIC: [&str; 2] = ["Etwas ist schiefgegangen", "Was gespeichert war, liegt weiter auf diesem Gerät."];
const LOAD: [&str; 2] = ["A part of the app did not load.", "What was saved is still on this device."];
const SAVE: &str = "Save raw data as a file";
const SAVE_GERMAN: &str = "Rohdaten als Datei sichern";

/// Stores a session, then replaces the site at the same address by a copy whose files can be changed.
async fn serve_broken_copy(ctx: &mut TestContext, script: &str) -> Outcome {
    // The HTTP cache would hide files that the server lacks.
    ctx.site.disable_http_cache();
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.do_short_session().await?;
    ctx.page.wait_until_both_stores_agree().await?;
    ctx.page.wait_offline_ready().await?;
    // Only the served folder changes; the address stays the same.
    drop(Site::with_script(&ctx.settings.dist, &ctx.folder("broken"), script)?);
    // Without the service worker, which would serve the original app.
    let unregister = "const done = arguments[arguments.length - 1]; (async () => {\
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();\
        for (const name of await caches.keys()) await caches.delete(name);\
        return true; })().then(done, (e) => done(String(e)));";
    ensure!(ctx.page.js_async(unregister, vec![]).await? == true, "the service worker is still registered");
    ctx.site.serve(&ctx.folder("broken"));
    Ok(())
}

async fn panic(ctx: &mut TestContext) -> Outcome {
    serve_broken_copy(ctx, &[GERMAN, ABORT_ON_EVENT].concat()).await?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.js("document.dispatchEvent(new CustomEvent('abort'))", vec![]).await?;
    expect_failure_bar(ctx, &PANIC, SAVE_GERMAN).await?;
    ctx.take_screenshot("dead-panic").await?;
    p.press_button("Neu laden").await?;
    p.wait_until_true("the reloaded page", "return !document.documentElement.dataset.fail").await?;
    p.wait_ready().await
}

async fn program(ctx: &mut TestContext) -> Outcome {
    serve_broken_copy(ctx, "").await?;
    let folder = ctx.folder("broken");
    let mut wasm = None;
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("eased-") && name.rsplit('.').next() == Some("wasm") {
            wasm = Some(path);
        }
    }
    let Some(wasm) = wasm else { crate::failure::fail!("there is no program in {}", folder.display()) };
    for bytes in [Some("garbage"), Some("<!doctype html><title>Not found</title>"), None] {
        match bytes {
            Some(bytes) => fs::write(&wasm, bytes)?,
            None => fs::remove_file(&wasm)?,
        }
        ctx.page.open(&ctx.site.url()).await?;
        expect_failure_bar(ctx, &LOAD, SAVE).await?;
    }
    ctx.take_screenshot("dead-program").await?;
    // The server has all files again.
    copy_folder(&ctx.settings.dist, &folder)?;
    ctx.page.press_button("Reload").await?;
    ctx.page.wait_ready().await?;
    ctx.page.visit("History").await?;
    ctx.page.wait_for_session_count(1).await
}

async fn script(ctx: &mut TestContext) -> Outcome {
    serve_broken_copy(ctx, "").await?;
    let folder = ctx.folder("broken");
    for begin in ["eased-", "boot-"] {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with(begin) && name.rsplit('.').next() == Some("js") {
                fs::remove_file(path)?;
            }
        }
        ctx.page.open(&ctx.site.url()).await?;
        expect_failure_bar(ctx, &LOAD, SAVE).await?;
    }
    Ok(())
}

async fn raw_data_imported(ctx: &mut TestContext) -> Outcome {
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_history_with(&url, 5).await?;
    p.wait_until_both_stores_agree().await?;
    let sessions = async || -> Outcome<Vec<(String, String)>> {
        Ok(p.local_storage().await?.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect())
    };
    let before = sessions().await?;
    // One session is corrupt in both stores: it cannot be restored, and must not be lost.
    let (key, _) = &before[0];
    let damaged = StoredTexts::from([(key.clone(), "garbage".to_owned())]);
    p.set_local_storage(&damaged).await?;
    p.overwrite_indexed_db(&damaged).await?;
    p.js("easedFail('panic')", vec![]).await?;
    let (name, raw, _) = p.file_from_button(SAVE).await?;
    // Date and time, so that two files of one day sort by time.
    ensure!(name.len() == "eased-raw-2026-11-30-143005.json".len(), "the file is named {name}");
    p.delete_stores(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_for_text(&["Nothing here yet"]).await?;
    p.choose_file(&raw).await?;
    p.wait_for_text(&["4 sessions are new here."]).await?;
    p.wait_for_text(&["1 unreadable entry comes along unchanged."]).await?;
    p.press_button("Import").await?;
    p.wait_for_text(&["Everything is saved."]).await?;
    p.press_button("Close").await?;
    p.wait_for_session_count(4).await?;
    ensure!(sessions().await? == before[1..], "localStorage has other data");
    let quarantined: Vec<String> = p
        .indexed_db()
        .await?
        .into_iter()
        .filter(|(key, _)| key.starts_with("eased.q."))
        .map(|(_, text)| text)
        .collect();
    ensure!(quarantined == ["garbage"], "quarantined: {quarantined:?}");
    // A second import has nothing to do.
    p.choose_file(&raw).await?;
    p.wait_for_text(&["Everything in this file is here already."]).await?;
    p.press_button("Close").await
}

async fn outdated(ctx: &mut TestContext) -> Outcome {
    serve_broken_copy(ctx, &[GERMAN, OUTDATED_BROWSER].concat()).await?;
    ctx.page.open(&ctx.site.url()).await?;
    expect_failure_bar(ctx, &["Dieser Browser ist zu alt", PANIC[1]], SAVE_GERMAN).await?;
    ctx.take_screenshot("dead-old").await
}

async fn blocked(ctx: &mut TestContext) -> Outcome {
    for blocked_wasm in BLOCKED_WASM {
        ctx.site.serve(&ctx.settings.dist);
        serve_broken_copy(ctx, &[GERMAN, RECORD_ERRORS, blocked_wasm].concat()).await?;
        ctx.page.open(&ctx.site.url()).await?;
        expect_failure_bar(
            ctx,
            &["Dieser Browser blockiert WebAssembly", "Blockierungsmodus", PANIC[1]],
            SAVE_GERMAN,
        )
        .await?;
        let rejections = "return complaints.filter((said) => !/WebAssembly is not defined|Can.t find variable: WebAssembly|blocked/.test(said))";
        let rejections = ctx.page.js(rejections, vec![]).await?;
        ensure!(rejections == Value::Array(vec![]), "not handled: {rejections}");
        ctx.take_screenshot("dead-blocked").await?;
    }
    Ok(())
}

async fn no_script(ctx: &mut TestContext) -> Outcome {
    ctx.page.disable_javascript().await?;
    ctx.page.open(&ctx.site.url()).await?;
    let words = "needs JavaScript, which is switched off here. What was saved is still on this device";
    ensure!(
        ctx.page.text_without_script().await?.contains(words),
        "it reads: {}",
        ctx.page.text_without_script().await?
    );
    ctx.take_screenshot("dead-no-script").await?;
    // Without JavaScript the language is unknown: a linked page says it in all languages.
    ensure!(
        ctx.page.text_without_script().await?.contains("Deutsch, Español"),
        "it reads: {}",
        ctx.page.text_without_script().await?
    );
    ctx.page.open(&format!("{}noscript.html", ctx.site.url())).await?;
    // Not every driver returns no-break spaces.
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let all = plain(&ctx.page.text_without_script().await?);
    for page in i18n::all_pages() {
        ensure!(all.contains(&plain(page.fail_no_javascript)), "it reads: {all}");
    }
    Ok(())
}
