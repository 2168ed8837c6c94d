//! The person's language, also before the program has arrived.

use super::boot::WAIT;
use crate::browser::until;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::site::{Site, another_version};
use crate::stage::Stage;
use eased::i18n;
use serde_json::json;
use std::collections::BTreeSet;

/// Everything about languages, and the names that others rely on.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "language: German is chosen, and the first paint after a reload is German",
            play!(german),
        ),
        Scenario::new(
            "language: German, chosen on the first visit, is there without a network",
            play!(without_network),
        ),
        Scenario::new("language: nobody loads a language that they did not choose", play!(own_language_only)),
        Scenario::new(
            "language: an update has the chosen language before it takes over",
            play!(kept_by_an_update),
        ),
        Scenario::new(
            "language: an update from a version with English in its program has English",
            play!(from_english_in_the_program),
        ),
        Scenario::new(
            "language: tags that are none, and languages that there are not, do no harm",
            play!(odd_tags),
        ),
        Scenario::new(
            "language: where a language cannot be had, the page says so and offers another one",
            play!(missing),
        ),
        Scenario::new(
            "language: dates and numbers are written as the person's region writes them",
            play!(region),
        ),
        Scenario::new(
            "names: what the engine tells assistive technology is what the contract says",
            play!(names),
        ),
    ]
}

async fn german(s: &mut Stage) -> Outcome {
    s.use_script(WAIT)?;
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    ensure!(
        p.js("return document.documentElement.lang", vec![]).await? == "en",
        "the first language is not English"
    );
    p.visit("Settings").await?;
    p.radio("Deutsch").await?;
    p.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    p.open(&format!("{url}?wait")).await?;
    ensure!(p.js("return document.documentElement.lang", vec![]).await? == "de", "the shell is not German");
    p.wait_to_read(&["Linkes Bein"]).await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the program was not held back"
    );
    s.shot("shell-german").await?;
    p.js("letGo()", vec![]).await?;
    p.ready().await?;
    p.wait_to_read(&["Linkes Bein"]).await?;
    p.wait_for(Kind::Radio, "Rechtes Bein").await
}

async fn without_network(s: &mut Stage) -> Outcome {
    let url = s.site.url();
    s.page.open_app(&url).await?;
    s.page.offline_ready().await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    // The words were fetched past the worker, which was not there when the page began: it stores them now.
    s.page.offline_ready().await?;
    s.site.stop();
    s.page.open_app(&url).await?;
    s.page.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    s.page.wait_for(Kind::Radio, "Rechtes Bein").await
}

const POLISH: &str = "Object.defineProperty(navigator, 'languages', { value: ['pl-PL'] });";

/// The language files and manifests that were requested, each once.
fn languages(s: &Stage) -> BTreeSet<String> {
    let paths = s.site.requests().into_iter().map(|request| request.path);
    paths.filter(|path| path.contains("/words-") || path.contains("/manifest.")).collect()
}

async fn own_language_only(s: &mut Stage) -> Outcome {
    s.use_script(POLISH)?;
    for _ in 0..2 {
        s.page.open_app(&s.site.url()).await?;
        s.page.offline_ready().await?;
    }
    until("what is stored at the second start", async || {
        Ok(s.site.requests().iter().any(|request| request.path.contains("/pose.svg")).then_some(()))
    })
    .await?;
    let asked = languages(s);
    let own = ["/words-pl-", "/manifest.pl.", "/manifest.webmanifest"];
    let is_own = |path: &String| own.iter().any(|own| path.contains(own));
    ensure!(asked.iter().all(is_own) && asked.len() > 1, "it asked for {asked:?}");
    Ok(())
}

async fn kept_by_an_update(s: &mut Stage) -> Outcome {
    let (dist, url) = (s.settings.dist.clone(), s.site.url());
    s.page.open_app(&url).await?;
    s.page.offline_ready().await?;
    s.page.visit("Settings").await?;
    s.page.radio("Polski").await?;
    s.page.until_true("html[lang=pl]", "return document.documentElement.lang === 'pl'").await?;
    s.page.offline_ready().await?;
    let folder = s.folder("new");
    another_version(&dist, &folder, "b")?;
    s.site.serve(&folder);
    s.page.open_app(&url).await?;
    s.page
        .until_true(
            "a new version that waits",
            "return document.documentElement.dataset.update === 'waiting'",
        )
        .await?;
    let chosen = ["/words-en-", "/words-pl-", "/manifest.pl.", "/manifest.webmanifest"];
    let asked = languages(s);
    ensure!(
        asked.iter().all(|path| chosen.iter().any(|chosen| path.contains(chosen))),
        "the update asked for {asked:?}"
    );
    s.site.stop();
    s.page.open_app(&url).await?;
    s.page.until_true("the new version", "return document.documentElement.dataset.made === 'b'").await?;
    s.page.wait_for(Kind::Radio, i18n::of("pl").shell.right_leg).await
}

async fn from_english_in_the_program(s: &mut Stage) -> Outcome {
    let (dist, url) = (s.settings.dist.clone(), s.site.url());
    s.page.open_app(&url).await?;
    s.page.offline_ready().await?;
    // What the last version without language files kept of languages.
    let as_before = "const done = arguments[0];\
        (async () => {\
            const [name] = await caches.keys(), cache = await caches.open(name);\
            for (const request of await cache.keys()) if (request.url.includes('/words-')) await cache.delete(request);\
            await cache.put('words-de-0123456789abcdef.txt', new Response('eased-words 1 de'));\
            return (await cache.keys()).filter((request) => request.url.includes('/words-')).length;\
        })().then(done, (error) => done(String(error)))";
    let kept = s.page.js_async(as_before, vec![]).await?;
    ensure!(kept == 1, "the older cache has {kept}");
    let folder = s.folder("new");
    another_version(&dist, &folder, "b")?;
    s.site.serve(&folder);
    s.page.js("navigator.serviceWorker.getRegistration().then((r) => r.update())", vec![]).await?;
    s.page
        .until_true(
            "a new version that waits",
            "return document.documentElement.dataset.update === 'waiting'",
        )
        .await?;
    s.site.stop();
    s.page.open_app(&url).await?;
    s.page.until_true("the new version", "return document.documentElement.dataset.made === 'b'").await?;
    s.page.wait_for(Kind::Radio, i18n::of("en").shell.right_leg).await
}

async fn odd_tags(s: &mut Stage) -> Outcome {
    s.use_script("Object.defineProperty(navigator, 'languages', { value: ['en-US@posix', 'x', ''] });")?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.wait_for(Kind::Radio, "Right leg").await?;
    // Chosen in a later version, or written by hand.
    for tag in ["de-AT", "xx-Yyyy"] {
        let settings = json!({ "v": 2, "n": 900, "lang": tag }).to_string();
        p.js("localStorage.setItem('eased.settings', arguments[0])", vec![json!(settings)]).await?;
        p.reload_app().await?;
        p.wait_for(Kind::Radio, "Right leg").await?;
        let text = p.text().await?;
        ensure!(!text.contains("is not stored on this phone"), "{tag}: it reads: {text}");
    }
    Ok(())
}

async fn missing(s: &mut Stage) -> Outcome {
    let folder = s.folder("without");
    s.site = Site::with_script(&s.settings.dist, &folder, POLISH)?;
    let files = eased_tools::site::files(&folder).map_err(Failure)?;
    let file =
        files.iter().find(|file| file.path.starts_with("words-pl-")).ok_or(Failure("no Polish".into()))?;
    for twin in ["", ".br", ".gz"] {
        let twin = folder.join(format!("{}{twin}", file.path));
        if twin.exists() {
            std::fs::remove_file(twin)?;
        }
    }
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let english = i18n::of("en");
    p.wait_for(Kind::Radio, english.shell.right_leg).await?;
    p.wait_to_read(&[&english.safety.notices.language_missing.words("Polski")]).await?;
    s.shot("language-missing").await?;
    // Everything works meanwhile; another language can be chosen.
    p.visit("Settings").await?;
    p.radio("Deutsch").await?;
    p.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    p.radio("Polski").await?;
    p.wait_to_read(&[i18n::of("de").settings.needs_network]).await?;
    // It can be had again.
    std::fs::write(folder.join(&file.path), &file.bytes)?;
    p.button(i18n::of("de").shell.try_again).await?;
    p.until_true("html[lang=pl]", "return document.documentElement.lang === 'pl'").await
}

async fn region(s: &mut Stage) -> Outcome {
    s.use_script("Object.defineProperty(navigator, 'languages', { value: ['en-GB', 'en'] });")?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(1, 0).await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    // As on "29 Nov, 17:36", and not as on "Nov 29, 5:36 PM".
    let written = "const text = document.querySelector('.sitting-when').innerText; return [/\\b\\d{1,2} [A-Z][a-z]{2}/.test(text),\
        /\\b\\d{1,2}:\\d{2}\\b/.test(text), /[AP]M/i.test(text), text]";
    let written = p.js(written, vec![]).await?;
    ensure!(
        written[0] == true && written[1] == true && written[2] == false,
        "an en-GB browser shows {written}"
    );
    Ok(())
}

async fn names(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(50).await?;
    p.open_spot(1).await?;
    let wanted = [
        ("radio", "Left leg"),
        ("radio", "Right leg"),
        ("button", "Add spot"),
        ("button", "Undo"),
        ("button", "Start"),
        ("button", "Safety"),
        ("button", "Remove spot 1"),
        ("slider", "Spot 1 position"),
        ("slider", "Spot 1 pain"),
        ("link", "Leg"),
        ("link", "History"),
        ("link", "Learn"),
        ("link", "Settings"),
    ];
    let told = p.told_names().await?;
    for (role, name) in wanted {
        let found = told.iter().any(|(r, n)| n == name && (r == role || role == "link" && r == "button"));
        ensure!(found, "no {role} is called {name:?}; there are {}", json!(told));
    }
    // The drawing is one picture with words, and nothing in it takes the focus.
    let picture = "const d = document.querySelector('svg[data-diagram]'); const text = d.getAttribute('aria-label') || d.getAttribute('aria-labelledby') || d.querySelector('title')?.textContent;\
        return [document.querySelectorAll('svg[data-diagram]').length, d.getAttribute('role'), !!text, d.querySelectorAll('a, button, input, [tabindex]').length]";
    let picture = p.js(picture, vec![]).await?;
    ensure!(picture == json!([1, "img", true, 0]), "the diagram is {picture}");
    Ok(())
}
