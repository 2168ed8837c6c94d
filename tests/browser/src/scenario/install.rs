//! The way onto the Home Screen: offered where it is possible, silent where it is done or not wanted.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::site::Site;
use crate::stage::Stage;
use serde_json::{Value, json};

/// Other engines do not tell.
const ELSEWHERE: &[(Engine, &str)] =
    &[(Engine::Firefox, "it does not tell"), (Engine::WebKit, "it does not tell")];

/// Everything about installing.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("install: the browser finds nothing that stands in the way", play!(gate))
            .not_in(ELSEWHERE),
        Scenario::new(
            "install: every picture that the manifest names is there, as large as it says",
            play!(pictures),
        ),
        Scenario::new(
            "install: an offer is shown once, taken up or dismissed, and stays in Settings",
            play!(offer),
        ),
        Scenario::new("install: an iPhone is told how and why before the first session", play!(iphone)),
        Scenario::new("install: Firefox on Android is told its own way", play!(menu)),
        Scenario::new(
            "install: the system's bar is dark over a session, and follows the chosen colours",
            play!(bar),
        ),
    ]
}

async fn gate(s: &mut Stage) -> Outcome {
    for mount in ["/", "/some/path/"] {
        s.site = Site::below(&s.settings.dist, mount)?;
        let (p, url) = (&s.page, s.site.url());
        p.open_app(&url).await?;
        p.offline_ready().await?;
        let errors = p.cdp("Page.getInstallabilityErrors", json!({})).await?;
        ensure!(errors["installabilityErrors"] == json!([]), "at {mount}: {errors}");
        let manifest = p.cdp("Page.getAppManifest", json!({})).await?;
        ensure!(manifest["errors"] == json!([]), "at {mount}: {}", manifest["errors"]);
        ensure!(
            manifest["url"] == format!("{url}manifest.webmanifest"),
            "the manifest is {}",
            manifest["url"]
        );
        let told = &manifest["manifest"];
        for (what, wanted) in [("startUrl", url.clone()), ("scope", url.clone())] {
            ensure!(told[what] == wanted, "at {mount} {what} is {}", told[what]);
        }
    }
    Ok(())
}

/// Loads every picture of both manifests and compares its size with what is said of it.
const PICTURES: &str = "const done = arguments[arguments.length - 1]; (async () => {\
    const wrong = [];\
    for (const file of ['manifest.webmanifest', 'manifest.de.webmanifest']) {\
        const manifest = await (await fetch(file)).json();\
        const all = [manifest, ...manifest.shortcuts].flatMap((part) => part.icons).concat(manifest.screenshots);\
        for (const { src, sizes, type } of all) {\
            const picture = new Image();\
            picture.src = src;\
            await picture.decode().catch(() => wrong.push(src + ' does not load'));\
            const size = picture.naturalWidth + 'x' + picture.naturalHeight;\
            if (sizes !== 'any' && sizes !== size) wrong.push(src + ' is ' + size);\
            const sent = (await fetch(src)).headers.get('content-type');\
            if (sent !== type) wrong.push(src + ' comes as ' + sent);\
        }\
        if (!['narrow', 'wide'].every((form) => manifest.screenshots.some((one) => one.form_factor === form))) wrong.push('no picture of a form');\
    }\
    return wrong; })().then(done, (e) => done([String(e)]));";

async fn pictures(s: &mut Stage) -> Outcome {
    s.page.open_app(&s.site.url()).await?;
    let wrong = s.page.js_async(PICTURES, vec![]).await?;
    ensure!(wrong == json!([]), "{wrong}");
    Ok(())
}

/// What this browser offers by itself is no part of the scene; `makeOffer` is, and counts what the person is asked.
const NO_OFFER: &str = "window.asked = 0;\n\
    window.makeOffer = () => {\n\
        const offer = new Event('beforeinstallprompt', { cancelable: true });\n\
        offer.prompt = () => { asked++; };\n\
        dispatchEvent(offer);\n\
        return offer.defaultPrevented;\n\
    };\n\
    addEventListener('beforeinstallprompt', (e) => { if (e.isTrusted) e.stopImmediatePropagation(); });\n";

/// The browser offers to install the app.
const OFFER: &str = "return makeOffer()";

const TITLE: &str = "Add to Home Screen";

/// Nothing comes any more that would move what is below it.
async fn rest(s: &Stage) -> Outcome {
    s.page.offline_ready().await?;
    s.page.until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await
}

/// Whether the card stands below the leg, once everything has been laid out anew.
async fn is_silent(s: &Stage, why: &str) -> Outcome {
    rest(s).await?;
    let text = s.page.text().await?;
    ensure!(!text.contains(TITLE), "{why}: {text}");
    Ok(())
}

async fn offer(s: &mut Stage) -> Outcome {
    s.use_script(NO_OFFER)?;
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    rest(s).await?;
    ensure!(p.js(OFFER, vec![]).await? == true, "the browser's own bar is not held back");
    p.wait_to_read(&[TITLE]).await?;
    s.shot("install-offer").await?;
    p.button("Install").await?;
    p.until_true("the browser to be asked", "return asked === 1").await?;
    p.wait_gone(Kind::Button, "Install").await?;
    // Another day, another offer, and it is not wanted.
    p.js(OFFER, vec![]).await?;
    p.button("Not now").await?;
    p.wait_gone(Kind::Button, "Not now").await?;
    p.until_true(
        "the answer to be kept",
        "return JSON.parse(localStorage['eased.meta']).install_dismissed === 1",
    )
    .await?;
    p.open_app(&url).await?;
    rest(s).await?;
    p.js(OFFER, vec![]).await?;
    p.visit("Settings").await?;
    p.wait_for(Kind::Button, "Install").await?;
    p.visit("Leg").await?;
    p.wait_for(Kind::Button, "Start").await?;
    is_silent(s, "dismissed, and offered again").await?;
    // Installed: nothing is left to offer.
    p.visit("Settings").await?;
    p.js("dispatchEvent(new Event('appinstalled'))", vec![]).await?;
    p.wait_gone(Kind::Button, "Install").await
}

async fn iphone(s: &mut Stage) -> Outcome {
    s.use_script(&[NO_OFFER, "Object.defineProperty(navigator, 'standalone', { value: false });"].concat())?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for words in ["keep separate storage", "Tap Share", "Add to Home Screen"] {
        p.wait_to_read(&[words]).await?;
    }
    let sign = "const svg = document.querySelector('.welcome li svg'); return !!svg && svg.getBoundingClientRect().width > 15";
    p.until_true("the sign of the share button", sign).await?;
    p.js("document.querySelector('.welcome').scrollIntoView()", vec![]).await?;
    s.shot("install-iphone").await?;
    p.button("Close").await?;
    p.wait_gone(Kind::Button, "Close").await?;
    p.visit("Settings").await?;
    p.wait_to_read(&["keep separate storage"]).await?;
    // From the Home Screen: not a word.
    s.use_script(&[NO_OFFER, "Object.defineProperty(navigator, 'standalone', { value: true });"].concat())?;
    s.page.open_app(&s.site.url()).await?;
    rest(s).await?;
    s.page.js(OFFER, vec![]).await?;
    is_silent(s, "on the Home Screen").await?;
    s.page.visit("Settings").await?;
    s.page.wait_to_read(&["Your data"]).await?;
    let text = s.page.text().await?;
    ensure!(!text.contains("separate storage"), "on the Home Screen it says: {text}");
    Ok(())
}

const ANDROID: &str = "Object.defineProperty(navigator, 'userAgent',\
    { value: 'Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0' });";

async fn menu(s: &mut Stage) -> Outcome {
    s.use_script(&[NO_OFFER, ANDROID].concat())?;
    s.page.open_app(&s.site.url()).await?;
    s.page.wait_to_read(&["Add app to Home screen"]).await?;
    // The last that comes into the page.
    s.page.offline_ready().await?;
    s.page.button("Not now").await?;
    s.page.wait_gone(Kind::Button, "Not now").await
}

async fn colours(s: &Stage) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[name=theme-color]')].map((meta) => meta.content)";
    Ok(serde_json::from_value(s.page.js(script, vec![]).await?)?)
}

async fn bar(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let before = colours(s).await?;
    let [light, dark] = &before[..] else { fail!("the bar has the colours {before:?}") };
    p.begin().await?;
    // What the system shows above the page is what the page shows at its top.
    let ground = "const [, ...rgb] = getComputedStyle(document.querySelector('.session')).backgroundColor.match(/(\\d+), (\\d+), (\\d+)/);\
        return '#' + rgb.map((n) => (+n).toString(16).padStart(2, '0')).join('')";
    let session: Value = p.js(ground, vec![]).await?;
    let is = async |wanted: [&str; 2]| {
        until(format!("a bar of {wanted:?}"), async || Ok((colours(s).await? == wanted).then_some(()))).await
    };
    let session = session.as_str().unwrap_or_default();
    is([session, session]).await?;
    p.js("location.hash = '#/settings'", vec![]).await?;
    is([light, dark]).await?;
    p.radio("Dark").await?;
    is([dark, dark]).await
}
