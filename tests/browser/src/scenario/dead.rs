//! Never a dead page: whatever keeps the app from running, plain words say so, and what is stored can be saved.

use super::console::LISTEN;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::Texts;
use crate::runner::{Scenario, play};
use crate::site::{Site, copy_folder};
use crate::stage::Stage;
use eased::i18n;
use serde_json::Value;
use std::fs;

/// Everything that can keep the app from running.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("dead: a panic says so, in the person's language", play!(panic)),
        Scenario::new("dead: a program that is missing, garbage or a page says so", play!(program)),
        Scenario::new("dead: a script that is missing says so", play!(script)),
        Scenario::new("dead: the raw data comes back like a backup", play!(comes_back)),
        Scenario::new("dead: a browser that is too old says so, in the person's language", play!(old)),
        Scenario::new("dead: a browser that blocks WebAssembly names the setting", play!(blocked)),
        Scenario::new("dead: without JavaScript plain words say what to do", play!(no_script))
            .not_in(&[(Engine::WebKit, "its driver cannot switch JavaScript off")]),
    ]
}

/// The person reads German.
const GERMAN: &str = "Object.defineProperty(navigator, 'languages', { value: ['de-AT'] });\n";

/// The event `abort` has the program ask for more memory than can be: it aborts, as in any panic.
const ABORTS: &str = "const real = WebAssembly.instantiateStreaming;\n\
    let program;\n\
    WebAssembly.instantiateStreaming = async (...given) => {\n\
        const made = await real.apply(WebAssembly, given);\n\
        program ??= made.instance.exports;\n\
        return made;\n\
    };\n\
    document.addEventListener('abort', () => program.__wbindgen_malloc(-1, 1));\n";

/// No browser of today; before the app's first line.
const OLD: &str = "delete HTMLScriptElement.prototype.noModule;\n";

/// Browsers that protect themselves: one has no WebAssembly, one refuses to run any.
const PROTECTIVE: [&str; 2] = [
    "delete window.WebAssembly;\n",
    "WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile =\
        () => Promise.reject(new WebAssembly.CompileError('blocked'));\n",
];

/// The failure bar says this; the raw data, without the program, is what is stored, and nothing of it has changed.
async fn speaks(s: &Stage, words: &[&str], save: &str) -> Outcome<String> {
    let p = &s.page;
    for words in words {
        p.wait_to_read(&[words]).await?;
    }
    let stored = p.local().await?;
    ensure!(stored.keys().any(|key| key.starts_with("eased.s.")), "the history is gone: {stored:?}");
    let (name, file, _) = p.file_of(save).await?;
    ensure!(name.starts_with("eased-raw-") && name.rsplit('.').next() == Some("json"), "it is called {name}");
    let raw: Value = serde_json::from_str(&file)?;
    let local: Texts =
        serde_json::from_value::<Vec<(String, String)>>(raw["local"].clone())?.into_iter().collect();
    ensure!(local == stored, "the file holds {}", raw["local"]);
    ensure!(raw["database"].to_string().contains("eased.s."), "the file's database is {}", raw["database"]);
    Ok(file)
}

const PANIC: [&str; 2] = ["Etwas ist schiefgegangen", "Was gespeichert war, liegt weiter auf diesem Gerät."];
const LOAD: [&str; 2] = ["A part of the app did not load.", "What was saved is still on this device."];
const SAVE: &str = "Save raw data as a file";
const SAVE_GERMAN: &str = "Rohdaten als Datei sichern";

/// Something is stored, and at its address the site is now a copy that can be broken.
async fn broken(s: &mut Stage, script: &str) -> Outcome {
    // What a browser keeps by itself would hide what the host lacks.
    s.site.forbid_keeping();
    s.page.open_app(&s.site.url()).await?;
    s.page.short_session().await?;
    s.page.wait_until_both_stores_agree().await?;
    s.page.offline_ready().await?;
    // Its server is not needed: the address stays.
    drop(Site::with_script(&s.settings.dist, &s.folder("broken"), script)?);
    // Without the worker, which would answer with the app as it was.
    let gone = "const done = arguments[arguments.length - 1]; (async () => {\
        for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();\
        for (const name of await caches.keys()) await caches.delete(name);\
        return true; })().then(done, (e) => done(String(e)));";
    ensure!(s.page.js_async(gone, vec![]).await? == true, "the worker stays");
    s.site.serve(&s.folder("broken"));
    Ok(())
}

async fn panic(s: &mut Stage) -> Outcome {
    broken(s, &[GERMAN, ABORTS].concat()).await?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.js("document.dispatchEvent(new CustomEvent('abort'))", vec![]).await?;
    speaks(s, &PANIC, SAVE_GERMAN).await?;
    s.shot("dead-panic").await?;
    p.button("Neu laden").await?;
    p.until_true("the page, loaded anew", "return !document.documentElement.dataset.fail").await?;
    p.ready().await
}

async fn program(s: &mut Stage) -> Outcome {
    broken(s, "").await?;
    let folder = s.folder("broken");
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
        s.page.open(&s.site.url()).await?;
        speaks(s, &LOAD, SAVE).await?;
    }
    s.shot("dead-program").await?;
    // The host is mended, and with it the page.
    copy_folder(&s.settings.dist, &folder)?;
    s.page.button("Reload").await?;
    s.page.ready().await?;
    s.page.visit("History").await?;
    s.page.wait_listed(1).await
}

async fn script(s: &mut Stage) -> Outcome {
    broken(s, "").await?;
    let folder = s.folder("broken");
    for begin in ["eased-", "boot-"] {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with(begin) && name.rsplit('.').next() == Some("js") {
                fs::remove_file(path)?;
            }
        }
        s.page.open(&s.site.url()).await?;
        speaks(s, &LOAD, SAVE).await?;
    }
    Ok(())
}

async fn comes_back(s: &mut Stage) -> Outcome {
    let (p, url) = (&s.page, s.site.url());
    p.open_history_of(&url, 5).await?;
    p.wait_until_both_stores_agree().await?;
    let sessions = async || -> Outcome<Vec<(String, String)>> {
        Ok(p.local().await?.into_iter().filter(|(key, _)| key.starts_with("eased.s.")).collect())
    };
    let before = sessions().await?;
    // One is damaged in both stores: it cannot come back, and is not lost either.
    let (key, _) = &before[0];
    let damaged = Texts::from([(key.clone(), "garbage".to_owned())]);
    p.spoil_local(&damaged).await?;
    p.spoil_indexed(&damaged).await?;
    p.js("easedFail('panic')", vec![]).await?;
    let (name, raw, _) = p.file_of(SAVE).await?;
    // Date and time of day, so that two files of one day sort by time.
    ensure!(name.len() == "eased-raw-2026-11-30-143005.json".len(), "it is called {name}");
    p.wipe(&url).await?;
    p.open_app(&format!("{url}#/history")).await?;
    p.wait_to_read(&["Nothing here yet"]).await?;
    p.choose_file(&raw).await?;
    p.wait_to_read(&["4 sessions are new here."]).await?;
    p.wait_to_read(&["1 unreadable entry comes along unchanged."]).await?;
    p.button("Import").await?;
    p.wait_to_read(&["Everything is saved."]).await?;
    p.button("Close").await?;
    p.wait_listed(4).await?;
    ensure!(sessions().await? == before[1..], "localStorage holds something else");
    let aside: Vec<String> = p
        .indexed()
        .await?
        .into_iter()
        .filter(|(key, _)| key.starts_with("eased.q."))
        .map(|(_, text)| text)
        .collect();
    ensure!(aside == ["garbage"], "set aside is {aside:?}");
    // Once more: there is nothing to do.
    p.choose_file(&raw).await?;
    p.wait_to_read(&["Everything in this file is here already."]).await?;
    p.button("Close").await
}

async fn old(s: &mut Stage) -> Outcome {
    broken(s, &[GERMAN, OLD].concat()).await?;
    s.page.open(&s.site.url()).await?;
    speaks(s, &["Dieser Browser ist zu alt", PANIC[1]], SAVE_GERMAN).await?;
    s.shot("dead-old").await
}

async fn blocked(s: &mut Stage) -> Outcome {
    for protective in PROTECTIVE {
        s.site.serve(&s.settings.dist);
        broken(s, &[GERMAN, LISTEN, protective].concat()).await?;
        s.page.open(&s.site.url()).await?;
        speaks(s, &["Dieser Browser blockiert WebAssembly", "Blockierungsmodus", PANIC[1]], SAVE_GERMAN)
            .await?;
        let rejections = "return complaints.filter((said) => !/WebAssembly is not defined|Can.t find variable: WebAssembly|blocked/.test(said))";
        let rejections = s.page.js(rejections, vec![]).await?;
        ensure!(rejections == Value::Array(vec![]), "nobody handled {rejections}");
        s.shot("dead-blocked").await?;
    }
    Ok(())
}

async fn no_script(s: &mut Stage) -> Outcome {
    s.page.switch_scripts_off().await?;
    s.page.open(&s.site.url()).await?;
    let words = "needs JavaScript, which is switched off here. What was saved is still on this device";
    ensure!(s.page.plain_text().await?.contains(words), "it reads: {}", s.page.plain_text().await?);
    s.shot("dead-no-script").await?;
    // Which language is read nobody can know here: a page that is linked says it in all of them.
    ensure!(
        s.page.plain_text().await?.contains("Deutsch, Español"),
        "it reads: {}",
        s.page.plain_text().await?
    );
    s.page.open(&format!("{}noscript.html", s.site.url())).await?;
    // Not every engine tells a no-break space from another one.
    let plain = |text: &str| text.replace('\u{a0}', " ");
    let all = plain(&s.page.plain_text().await?);
    for page in i18n::pages() {
        ensure!(all.contains(&plain(page.fail_script)), "it reads: {all}");
    }
    Ok(())
}
