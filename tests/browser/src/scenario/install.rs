//! Installation on the Home Screen: offered where possible, and not when it is done or dismissed.

use crate::browser::wait_until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure, fail};
use crate::page::ControlKind;
use crate::runner::{Scenario, scenario_fn};
use crate::site::Site;
use crate::test_context::TestContext;
use serde_json::{Value, json};

/// Other drivers have no such command.
const ONLY_CHROMIUM: &[(Engine, &str)] =
    &[(Engine::Firefox, "it does not report this"), (Engine::WebKit, "it does not report this")];

/// The scenarios of installation.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("install: the browser reports no installability error", scenario_fn!(installability))
            .skip_in(ONLY_CHROMIUM),
        Scenario::new(
            "install: every image of the manifest exists and has its declared size",
            scenario_fn!(images),
        ),
        Scenario::new(
            "install: an offer is shown once, accepted or dismissed, and stays in Settings",
            scenario_fn!(offer),
        ),
        Scenario::new(
            "install: an iPhone shows how and why to install before the first session",
            scenario_fn!(iphone),
        ),
        Scenario::new(
            "install: Firefox on Android shows its own instructions",
            scenario_fn!(firefox_android),
        ),
        Scenario::new(
            "install: the theme colour is dark in a session, and follows the chosen theme",
            scenario_fn!(theme_colour),
        ),
    ]
}

async fn installability(ctx: &mut TestContext) -> Outcome {
    for mount in ["/", "/some/path/"] {
        ctx.site = Site::start_below(&ctx.settings.dist, mount)?;
        let (p, url) = (&ctx.page, ctx.site.url());
        p.open_app(&url).await?;
        p.wait_offline_ready().await?;
        let errors = p.cdp("Page.getInstallabilityErrors", json!({})).await?;
        ensure!(errors["installabilityErrors"] == json!([]), "at {mount}: {errors}");
        let manifest = p.cdp("Page.getAppManifest", json!({})).await?;
        ensure!(manifest["errors"] == json!([]), "at {mount}: {}", manifest["errors"]);
        ensure!(
            manifest["url"] == format!("{url}manifest.webmanifest"),
            "the manifest is {}",
            manifest["url"]
        );
        let values = &manifest["manifest"];
        for (what, wanted) in [("startUrl", url.clone()), ("scope", url.clone())] {
            ensure!(values[what] == wanted, "at {mount} {what} is {}", values[what]);
        }
    }
    Ok(())
}

/// Loads every image of both manifests and compares its size and type with the declared ones.
const CHECK_IMAGES: &str = "const done = arguments[arguments.length - 1]; (async () => {\
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

async fn images(ctx: &mut TestContext) -> Outcome {
    ctx.page.open_app(&ctx.site.url()).await?;
    let wrong = ctx.page.js_async(CHECK_IMAGES, vec![]).await?;
    ensure!(wrong == json!([]), "{wrong}");
    Ok(())
}

/// Suppresses the browser's own install event; `makeOffer` dispatches one and counts the prompts.
const CONTROL_OFFERS: &str = "window.asked = 0;\n\
    window.makeOffer = () => {\n\
        const offer = new Event('beforeinstallprompt', { cancelable: true });\n\
        offer.prompt = () => { asked++; };\n\
        dispatchEvent(offer);\n\
        return offer.defaultPrevented;\n\
    };\n\
    addEventListener('beforeinstallprompt', (e) => { if (e.isTrusted) e.stopImmediatePropagation(); });\n";

/// Dispatches an install event.
const DISPATCH_OFFER: &str = "return makeOffer()";

const TITLE: &str = "Add to Home Screen";

/// Waits until nothing more is added that would move the page.
async fn wait_layout_done(ctx: &TestContext) -> Outcome {
    ctx.page.wait_offline_ready().await?;
    ctx.page
        .wait_until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'")
        .await
}

/// Fails when the install card is shown.
async fn expect_no_card(ctx: &TestContext, why: &str) -> Outcome {
    wait_layout_done(ctx).await?;
    let text = ctx.page.visible_text().await?;
    ensure!(!text.contains(TITLE), "{why}: {text}");
    Ok(())
}

async fn offer(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(CONTROL_OFFERS)?;
    let (p, url) = (&ctx.page, ctx.site.url());
    p.open_app(&url).await?;
    wait_layout_done(ctx).await?;
    ensure!(p.js(DISPATCH_OFFER, vec![]).await? == true, "the browser's own prompt is not suppressed");
    p.wait_for_text(&[TITLE]).await?;
    ctx.take_screenshot("install-offer").await?;
    p.press_button("Install").await?;
    p.wait_until_true("the browser's prompt to be requested", "return asked === 1").await?;
    p.wait_gone(ControlKind::Button, "Install").await?;
    // A second offer is dismissed.
    p.js(DISPATCH_OFFER, vec![]).await?;
    p.press_button("Not now").await?;
    p.wait_gone(ControlKind::Button, "Not now").await?;
    p.wait_until_true(
        "the answer to be kept",
        "return JSON.parse(localStorage['eased.meta']).install_dismissed === 1",
    )
    .await?;
    p.open_app(&url).await?;
    wait_layout_done(ctx).await?;
    p.js(DISPATCH_OFFER, vec![]).await?;
    p.visit("Settings").await?;
    p.wait_for(ControlKind::Button, "Install").await?;
    p.visit("Leg").await?;
    p.wait_for(ControlKind::Button, "Start").await?;
    expect_no_card(ctx, "dismissed, and offered again").await?;
    // Once installed there is nothing to offer.
    p.visit("Settings").await?;
    p.js("dispatchEvent(new Event('appinstalled'))", vec![]).await?;
    p.wait_gone(ControlKind::Button, "Install").await
}

async fn iphone(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(
        &[CONTROL_OFFERS, "Object.defineProperty(navigator, 'standalone', { value: false });"].concat(),
    )?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for words in ["keep separate storage", "Tap Share", "Add to Home Screen"] {
        p.wait_for_text(&[words]).await?;
    }
    let sign = "const svg = document.querySelector('.welcome li svg'); return !!svg && svg.getBoundingClientRect().width > 15";
    p.wait_until_true("the icon of the share button", sign).await?;
    p.js("document.querySelector('.welcome').scrollIntoView()", vec![]).await?;
    ctx.take_screenshot("install-iphone").await?;
    p.press_button("Close").await?;
    p.wait_gone(ControlKind::Button, "Close").await?;
    p.visit("Settings").await?;
    p.wait_for_text(&["keep separate storage"]).await?;
    // Opened from the Home Screen there is no hint.
    ctx.add_page_script(
        &[CONTROL_OFFERS, "Object.defineProperty(navigator, 'standalone', { value: true });"].concat(),
    )?;
    ctx.page.open_app(&ctx.site.url()).await?;
    wait_layout_done(ctx).await?;
    ctx.page.js(DISPATCH_OFFER, vec![]).await?;
    expect_no_card(ctx, "on the Home Screen").await?;
    ctx.page.visit("Settings").await?;
    ctx.page.wait_for_text(&["Your data"]).await?;
    let text = ctx.page.visible_text().await?;
    ensure!(!text.contains("separate storage"), "on the Home Screen it says: {text}");
    Ok(())
}

const ANDROID: &str = "Object.defineProperty(navigator, 'userAgent',\
    { value: 'Mozilla/5.0 (Android 15; Mobile; rv:153.0) Gecko/153.0 Firefox/153.0' });";

async fn firefox_android(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[CONTROL_OFFERS, ANDROID].concat())?;
    ctx.page.open_app(&ctx.site.url()).await?;
    ctx.page.wait_for_text(&["Add app to Home screen"]).await?;
    // The last thing that is added to the page.
    ctx.page.wait_offline_ready().await?;
    ctx.page.press_button("Not now").await?;
    ctx.page.wait_gone(ControlKind::Button, "Not now").await
}

async fn colours(ctx: &TestContext) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[name=theme-color]')].map((meta) => meta.content)";
    Ok(serde_json::from_value(ctx.page.js(script, vec![]).await?)?)
}

async fn theme_colour(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let before = colours(ctx).await?;
    let [light, dark] = &before[..] else { fail!("the bar has the colours {before:?}") };
    p.start_session().await?;
    // The system's bar has the colour of the page's top.
    let background = "const [, ...rgb] = getComputedStyle(document.querySelector('.session')).backgroundColor.match(/(\\d+), (\\d+), (\\d+)/);\
        return '#' + rgb.map((n) => (+n).toString(16).padStart(2, '0')).join('')";
    let session: Value = p.js(background, vec![]).await?;
    let expect_colours = async |wanted: [&str; 2]| {
        wait_until(format!("a bar of {wanted:?}"), async || Ok((colours(ctx).await? == wanted).then_some(())))
            .await
    };
    let session = session.as_str().unwrap_or_default();
    expect_colours([session, session]).await?;
    p.js("location.hash = '#/settings'", vec![]).await?;
    expect_colours([light, dark]).await?;
    p.choose_radio("Dark").await?;
    expect_colours([dark, dark]).await
}
