//! The app's language: chosen, fetched, cached, updated, and used before the app has loaded.

use super::boot::DELAY_WASM;
use crate::browser::wait_until;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::site::{Site, write_new_version};
use crate::test_context::TestContext;
use eased::i18n;
use serde_json::json;
use std::collections::BTreeSet;

/// The scenarios of languages.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "language: after German is chosen, the first paint of a reload is German",
            scenario_fn!(german),
        ),
        Scenario::new(
            "language: German, chosen on the first visit, is available offline",
            scenario_fn!(without_network),
        ),
        Scenario::new(
            "language: languages that were not chosen are not fetched",
            scenario_fn!(own_language_only),
        ),
        Scenario::new(
            "language: an update has the chosen language before it takes over",
            scenario_fn!(language_kept_by_update),
        ),
        Scenario::new(
            "language: an update from a version without language files has English",
            scenario_fn!(update_from_version_without_files),
        ),
        Scenario::new("language: invalid and unknown language tags do no harm", scenario_fn!(invalid_tags)),
        Scenario::new(
            "language: when a language cannot be fetched, the page says so and offers another one",
            scenario_fn!(unavailable_language),
        ),
        Scenario::new("language: dates and numbers follow the person's region", scenario_fn!(region_formats)),
    ]
}

async fn german(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(DELAY_WASM)?;
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    ensure!(
        p.js("return document.documentElement.lang", vec![]).await? == "en",
        "the first language is not English"
    );
    p.visit("Settings").await?;
    p.choose_radio("Deutsch").await?;
    p.wait_until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    p.open(&format!("{url}?wait")).await?;
    ensure!(p.js("return document.documentElement.lang", vec![]).await? == "de", "the shell is not German");
    p.wait_for_text(&["Linkes Bein"]).await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the program was not delayed"
    );
    ctx.take_screenshot("shell-german").await?;
    p.js("letGo()", vec![]).await?;
    p.wait_ready().await?;
    p.wait_for_text(&["Linkes Bein"]).await?;
    p.wait_for(ControlKind::Radio, "Rechtes Bein").await
}

async fn without_network(ctx: &mut TestContext) -> Outcome {
    let url = ctx.site.url();
    ctx.page.open_app(&url).await?;
    ctx.page.wait_offline_ready().await?;
    ctx.page.visit("Settings").await?;
    ctx.page.choose_radio("Deutsch").await?;
    ctx.page.wait_until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    // The language file was fetched before the service worker controlled the page: it caches it now.
    ctx.page.wait_offline_ready().await?;
    ctx.site.stop();
    ctx.page.open_app(&url).await?;
    ctx.page.wait_until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    ctx.page.wait_for(ControlKind::Radio, "Rechtes Bein").await
}

const POLISH: &str = "Object.defineProperty(navigator, 'languages', { value: ['pl-PL'] });";

/// The language files and manifests that were requested, each once.
fn languages(ctx: &TestContext) -> BTreeSet<String> {
    let paths = ctx.site.requests().into_iter().map(|request| request.path);
    paths.filter(|path| path.contains("/words-") || path.contains("/manifest.")).collect()
}

async fn own_language_only(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(POLISH)?;
    for _ in 0..2 {
        ctx.page.open_app(&ctx.site.url()).await?;
        ctx.page.wait_offline_ready().await?;
    }
    wait_until("what is stored at the second start", async || {
        Ok(ctx.site.requests().iter().any(|request| request.path.contains("/pose.svg")).then_some(()))
    })
    .await?;
    let requests = languages(ctx);
    let own = ["/words-pl-", "/manifest.pl.", "/manifest.webmanifest"];
    let is_own = |path: &String| own.iter().any(|own| path.contains(own));
    ensure!(requests.iter().all(is_own) && requests.len() > 1, "it requested {requests:?}");
    Ok(())
}

async fn language_kept_by_update(ctx: &mut TestContext) -> Outcome {
    let (dist, url) = (ctx.settings.dist.clone(), ctx.site.url());
    ctx.page.open_app(&url).await?;
    ctx.page.wait_offline_ready().await?;
    ctx.page.visit("Settings").await?;
    ctx.page.choose_radio("Polski").await?;
    ctx.page.wait_until_true("html[lang=pl]", "return document.documentElement.lang === 'pl'").await?;
    ctx.page.wait_offline_ready().await?;
    let folder = ctx.folder("new");
    write_new_version(&dist, &folder, "b")?;
    ctx.site.serve(&folder);
    ctx.page.open_app(&url).await?;
    ctx.page
        .wait_until_true(
            "a new version that waits",
            "return document.documentElement.dataset.update === 'waiting'",
        )
        .await?;
    let chosen = ["/words-en-", "/words-pl-", "/manifest.pl.", "/manifest.webmanifest"];
    let requests = languages(ctx);
    ensure!(
        requests.iter().all(|path| chosen.iter().any(|chosen| path.contains(chosen))),
        "the update requested {requests:?}"
    );
    ctx.site.stop();
    ctx.page.open_app(&url).await?;
    ctx.page
        .wait_until_true("the new version", "return document.documentElement.dataset.made === 'b'")
        .await?;
    ctx.page.wait_for(ControlKind::Radio, i18n::by_tag("pl").shell.right_leg).await
}

async fn update_from_version_without_files(ctx: &mut TestContext) -> Outcome {
    let (dist, url) = (ctx.settings.dist.clone(), ctx.site.url());
    ctx.page.open_app(&url).await?;
    ctx.page.wait_offline_ready().await?;
    // The cache as the last version without language files left it.
    let make_old_cache = "const done = arguments[0];\
        (async () => {\
            const [name] = await caches.keys(), cache = await caches.open(name);\
            for (const request of await cache.keys()) if (request.url.includes('/words-')) await cache.delete(request);\
            await cache.put('words-de-0123456789abcdef.txt', new Response('eased-words 1 de'));\
            return (await cache.keys()).filter((request) => request.url.includes('/words-')).length;\
        })().then(done, (error) => done(String(error)))";
    let file_count = ctx.page.js_async(make_old_cache, vec![]).await?;
    ensure!(file_count == 1, "the older cache has {file_count}");
    let folder = ctx.folder("new");
    write_new_version(&dist, &folder, "b")?;
    ctx.site.serve(&folder);
    ctx.page.js("navigator.serviceWorker.getRegistration().then((r) => r.update())", vec![]).await?;
    ctx.page
        .wait_until_true(
            "a new version that waits",
            "return document.documentElement.dataset.update === 'waiting'",
        )
        .await?;
    ctx.site.stop();
    ctx.page.open_app(&url).await?;
    ctx.page
        .wait_until_true("the new version", "return document.documentElement.dataset.made === 'b'")
        .await?;
    ctx.page.wait_for(ControlKind::Radio, i18n::by_tag("en").shell.right_leg).await
}

async fn invalid_tags(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(
        "Object.defineProperty(navigator, 'languages', { value: ['en-US@posix', 'x', ''] });",
    )?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_for(ControlKind::Radio, "Right leg").await?;
    // Chosen in a newer version, or edited by hand.
    for tag in ["de-AT", "xx-Yyyy"] {
        let settings = json!({ "v": 2, "n": 900, "lang": tag }).to_string();
        p.js("localStorage.setItem('eased.settings', arguments[0])", vec![json!(settings)]).await?;
        p.reload_app().await?;
        p.wait_for(ControlKind::Radio, "Right leg").await?;
        let text = p.visible_text().await?;
        ensure!(!text.contains("is not stored on this phone"), "{tag}: it reads: {text}");
    }
    Ok(())
}

async fn unavailable_language(ctx: &mut TestContext) -> Outcome {
    let folder = ctx.folder("without");
    ctx.site = Site::with_script(&ctx.settings.dist, &folder, POLISH)?;
    let files = eased_tools::site::files(&folder).map_err(Failure)?;
    let file =
        files.iter().find(|file| file.path.starts_with("words-pl-")).ok_or(Failure("no Polish".into()))?;
    for twin in ["", ".br", ".gz"] {
        let twin = folder.join(format!("{}{twin}", file.path));
        if twin.exists() {
            std::fs::remove_file(twin)?;
        }
    }
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let english = i18n::by_tag("en");
    p.wait_for(ControlKind::Radio, english.shell.right_leg).await?;
    p.wait_for_text(&[&english.safety.notices.language_not_stored.with_text("Polski")]).await?;
    ctx.take_screenshot("language-missing").await?;
    // The app works meanwhile, and another language can be chosen.
    p.visit("Settings").await?;
    p.choose_radio("Deutsch").await?;
    p.wait_until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    p.choose_radio("Polski").await?;
    p.wait_for_text(&[i18n::by_tag("de").settings.language_needs_network]).await?;
    // The file is available again.
    std::fs::write(folder.join(&file.path), &file.bytes)?;
    p.press_button(i18n::by_tag("de").shell.try_again).await?;
    p.wait_until_true("html[lang=pl]", "return document.documentElement.lang === 'pl'").await
}

async fn region_formats(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script("Object.defineProperty(navigator, 'languages', { value: ['en-GB', 'en'] });")?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(1, 0).await?;
    p.visit("History").await?;
    p.wait_for_session_count(1).await?;
    // In the form "29 Nov, 17:36", not "Nov 29, 5:36 PM".
    let written = "const text = document.querySelector('.session-date').innerText; return [/\\b\\d{1,2} [A-Z][a-z]{2}/.test(text),\
        /\\b\\d{1,2}:\\d{2}\\b/.test(text), /[AP]M/i.test(text), text]";
    let written = p.js(written, vec![]).await?;
    ensure!(
        written[0] == true && written[1] == true && written[2] == false,
        "an en-GB browser shows {written}"
    );
    Ok(())
}
