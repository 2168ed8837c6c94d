//! What others do to the page: extensions that add to it, files that are dropped on it, colours that the system forces, windows
//! that fold. The app stays whole.

use super::console::{LISTEN, is_quiet};
use super::dialogs::is_open;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about strangers.
pub fn all() -> Vec<Scenario> {
    const ONLY_CHROMIUM: &[(Engine, &str)] = &[
        (Engine::Firefox, "its driver cannot force colours"),
        (Engine::WebKit, "its driver cannot force colours"),
    ];
    vec![
        Scenario::new("strangers: extensions that add nodes and attributes break nothing", play!(extensions)),
        Scenario::new(
            "strangers: a dropped file never replaces the app, and a backup is read",
            play!(dropped),
        ),
        Scenario::new("strangers: stored values that are changed by hand harm nothing", play!(by_hand)),
        Scenario::new("strangers: forced colours against the app's own theme", play!(forced))
            .not_in(ONLY_CHROMIUM),
        Scenario::new("strangers: a browser that darkens pages leaves the drawing alone", play!(darkened))
            .not_in(ONLY_CHROMIUM),
        Scenario::new("strangers: small windows, folded and unfolded in a session", play!(folded))
            .not_in(&[(Engine::WebKit, "its window is never so narrow")]),
    ]
}

/// Adds what password managers and writing aids add, beside every field and to the page itself, and goes on doing so.
const EXTENSION: &str = "window.strange = () => {\n\
    for (const e of [document.documentElement, document.body]) {\n\
        e.setAttribute('data-new-gr-c-s-check-loaded', '14'); e.setAttribute('cz-shortcut-listen', 'true');\n\
    }\n\
    for (const field of document.querySelectorAll('input, select, button')) {\n\
        field.setAttribute('data-gramm', 'false'); field.setAttribute('data-lastpass-icon-added', 'true');\n\
        if (field.type !== 'text' || field.nextSibling?.dataset?.stranger) continue;\n\
        const icon = document.createElement('div'); icon.dataset.stranger = '1'; field.after(icon);\n\
    }\n\
    if (!document.querySelector('grammarly-desktop-integration')) document.body.prepend(document.createElement('grammarly-desktop-integration'));\n\
    const main = document.querySelector('#app main');\n\
    if (main && !main.querySelector('x-stranger')) main.prepend(document.createElement('x-stranger'));\n\
};\n\
addEventListener('DOMContentLoaded', () => { strange(); setInterval(strange, 100); });\n";

async fn extensions(s: &mut Stage) -> Outcome {
    s.use_script(&[LISTEN, EXTENSION].concat())?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.until_true("the stranger", "return document.querySelector('x-stranger') !== null").await?;
    p.tour(40).await?;
    p.visit("Settings").await?;
    let type_height = "const field = document.getElementById('height'); field.value = '178';\
        field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true }))";
    p.js(type_height, vec![]).await?;
    for screen in ["Leg", "History", "Learn", "Settings"] {
        p.visit(screen).await?;
    }
    let height = p.js("return document.getElementById('height').value", vec![]).await?;
    ensure!(height == "178", "the height is {height}");
    is_quiet(s).await
}

/// Drags a file of this text over the page and drops it; returns whether the browser would have opened it, both times.
const DROP: &str = "const transfer = new DataTransfer();\
    transfer.items.add(new File([arguments[0]], 'a file.json.txt'));\
    return ['dragover', 'drop'].map((type) => {\
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });\
        return document.querySelector('main').dispatchEvent(event);\
    });";

async fn dropped(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 3).await?;
    let (_, file, _) = p.file_of("Export backup").await?;
    p.visit("Leg").await?;
    let opened = p.js(DROP, vec![file.as_str().into()]).await?;
    ensure!(opened == serde_json::json!([false, false]), "the browser would open it: {opened}");
    p.wait_for(Kind::Button, "Start").await?;
    p.visit("History").await?;
    let opened = p.js(DROP, vec![file.as_str().into()]).await?;
    ensure!(opened == serde_json::json!([false, false]), "the browser would open it: {opened}");
    p.wait_to_read(&["Everything in this file is here already."]).await?;
    p.button("Close").await?;
    // The picker of some systems knows no type for such a file and would not let it be chosen.
    let filter = p.js("return document.querySelector('input[type=file]').accept", vec![]).await?;
    ensure!(filter == "", "the picker leaves out all but {filter}");
    Ok(())
}

async fn by_hand(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 4).await?;
    p.wait_until_both_stores_agree().await?;
    // In this tab, which is told nothing of it.
    let change = "for (const key of Object.keys(localStorage)) {\
            if (key.startsWith('eased.s.')) localStorage.setItem(key, 'no session'); else localStorage.removeItem(key);\
        }\
        localStorage.setItem('eased.settings', '7'); localStorage.setItem('eased.draft', '[]');";
    p.js(change, vec![]).await?;
    p.visit("Settings").await?;
    p.radio("Dark").await?;
    p.visit("Leg").await?;
    p.mark(40).await?;
    p.reload_app().await?;
    p.shows_marks(&[40]).await?;
    let theme = p.js("return document.documentElement.dataset.theme", vec![]).await?;
    ensure!(theme == "dark", "the theme is {theme}");
    p.visit("History").await?;
    p.wait_listed(4).await
}

/// Contrast of what is drawn against the ground of the page: the smallest ratio of strokes, fills and texts of the charts, by
/// their computed colours.
const CONTRAST: &str = "const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);\
    const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)\
        .reduce((sum, v, at) => sum + v * [.2126, .7152, .0722][at], 0);\
    const ratio = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((m, n) => n - m); return (x + .05) / (y + .05); };\
    const ground = getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)'\
        ? getComputedStyle(document.documentElement).backgroundColor : getComputedStyle(document.body).backgroundColor;\
    const found = [];\
    for (const e of document.querySelectorAll(arguments[0])) {\
        if (!e.checkVisibility()) continue;\
        const style = getComputedStyle(e);\
        const colours = e.tagName === 'text' ? [style.fill] : [style.stroke, style.fill];\
        const seen = colours.filter((c) => c !== 'none' && rgb(c)[3] !== 0);\
        if (seen.length) found.push([Math.max(...seen.map((c) => ratio(c, ground))), e.tagName + '.' + e.getAttribute('class')]);\
    }\
    return found.sort((a, b) => a[0] - b[0]);";

async fn forced(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(40, 1).await?;
    for (theme, system) in [("Light", "dark"), ("Dark", "light")] {
        p.emulate("", &[("forced-colors", "active"), ("prefers-color-scheme", system)]).await?;
        p.visit("Settings").await?;
        p.radio(theme).await?;
        p.visit("History").await?;
        p.radio("Over weeks").await?;
        p.until_true("the charts", "return document.querySelectorAll('svg.chart').length > 0").await?;
        s.shot(&format!("forced-{theme}-on-{system}-history")).await?;
        let marks = "svg.chart :is(text, circle, polyline), .heat :is(text, path, rect)";
        let found: Vec<(f64, String)> = serde_json::from_value(p.js(CONTRAST, vec![marks.into()]).await?)?;
        ensure!(found.len() > 5, "only {found:?} is drawn");
        let faint = found[0].0 < 3.0;
        ensure!(!faint, "{theme} on a {system} system: {:?}", &found[..found.len().min(8)]);
        p.visit("Leg").await?;
        p.mark(if theme == "Light" { 30 } else { 70 }).await?;
        s.shot(&format!("forced-{theme}-on-{system}-leg")).await?;
        let found: Vec<(f64, String)> =
            serde_json::from_value(p.js(CONTRAST, vec![".mark-number, .mark-body".into()]).await?)?;
        let faint = found.first().is_none_or(|least| least.0 < 3.0);
        ensure!(!faint, "{theme} on a {system} system: {found:?}");
    }
    Ok(())
}

async fn darkened(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.cdp("Emulation.setAutoDarkModeOverride", serde_json::json!({ "enabled": true })).await?;
    p.open_app(&s.site.url()).await?;
    s.shot("darkened-leg").await?;
    // What it would do is not in any computed style; that it may not is.
    let scheme = p.js("return getComputedStyle(document.documentElement).colorScheme", vec![]).await?;
    ensure!(scheme.as_str().is_some_and(|scheme| scheme.contains("only")), "the page allows {scheme}");
    Ok(())
}

async fn folded(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    // On a short screen the question of the first seconds stands in the place of the number.
    p.wait_seconds(12).await?;
    let sizes = [(280, 653), (653, 280), (280, 653), (717, 512), (512, 270), (390, 844)];
    for size in sizes {
        p.resize(size).await?;
        let (width, height) = p.viewport().await?;
        let screen = format!("a hold at {width}x{height}");
        p.fits_sideways(&screen).await?;
        p.has_clear_words(&screen).await?;
        s.shot(&format!("folded-hold-{width}x{height}")).await?;
        let then = p.seconds().await?;
        p.wait_seconds(then + 1).await?;
    }
    p.resize((280, 653)).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.fits_sideways("rolling at 280").await?;
    s.shot("folded-roll").await?;
    p.finish().await?;
    p.leave().await?;
    for (screen, size) in
        [("Leg", (280, 653)), ("Settings", (512, 270)), ("History", (280, 653)), ("Learn", (280, 653))]
    {
        p.resize(size).await?;
        p.visit(screen).await?;
        p.fits_sideways(screen).await?;
        p.has_clear_words(screen).await?;
        s.shot(&format!("folded-{screen}")).await?;
    }
    // A dialog that is open stays, and its button can be reached.
    p.button("Safety").await?;
    for size in [(512, 270), (280, 653)] {
        p.resize(size).await?;
        is_open(s, true).await?;
        p.fits_sideways("the safety page").await?;
    }
    p.button("Close").await
}
