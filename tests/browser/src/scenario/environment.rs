//! The page's environment: browser extensions, dropped files, edited storage, forced colours, automatic dark mode,
//! and small or folding windows.

use super::console::{RECORD_ERRORS, expect_no_errors};
use super::dialogs::expect_dialog;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of the environment.
pub fn all() -> Vec<Scenario> {
    const ONLY_CHROMIUM: &[(Engine, &str)] = &[
        (Engine::Firefox, "its driver cannot force colours"),
        (Engine::WebKit, "its driver cannot force colours"),
    ];
    vec![
        Scenario::new(
            "environment: extensions that add nodes and attributes break nothing",
            scenario_fn!(extensions),
        ),
        Scenario::new(
            "environment: a dropped file never replaces the app, and a backup is read",
            scenario_fn!(dropped_file),
        ),
        Scenario::new(
            "environment: stored values that are changed by hand do no harm",
            scenario_fn!(edited_storage),
        ),
        Scenario::new(
            "environment: forced colours keep their contrast against the app's own theme",
            scenario_fn!(forced_colours),
        )
        .skip_in(ONLY_CHROMIUM),
        Scenario::new(
            "environment: automatic dark mode leaves the drawing alone",
            scenario_fn!(auto_dark_mode),
        )
        .skip_in(ONLY_CHROMIUM),
        Scenario::new(
            "environment: small and folding windows work in a session",
            scenario_fn!(folding_window),
        )
        .skip_in(&[(Engine::WebKit, "its window cannot be this narrow")]),
    ]
}

/// Adds the nodes and attributes that password managers and writing aids add, repeatedly.
const SIMULATE_EXTENSION: &str = "window.strange = () => {\n\
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

async fn extensions(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[RECORD_ERRORS, SIMULATE_EXTENSION].concat())?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.wait_until_true("the stranger", "return document.querySelector('x-stranger') !== null").await?;
    p.visit_every_screen(40).await?;
    p.visit("Settings").await?;
    let type_height = "const field = document.getElementById('height'); field.value = '178';\
        field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true }))";
    p.js(type_height, vec![]).await?;
    for screen in screen_names() {
        p.visit(screen).await?;
    }
    let height = p.js("return document.getElementById('height').value", vec![]).await?;
    ensure!(height == "178", "the height is {height}");
    expect_no_errors(ctx).await
}

/// Drags a file over the page and drops it; returns for both events whether the browser's default (opening it) would
/// run.
const DROP_FILE: &str = "const transfer = new DataTransfer();\
    transfer.items.add(new File([arguments[0]], 'a file.json.txt'));\
    return ['dragover', 'drop'].map((type) => {\
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer });\
        return document.querySelector('main').dispatchEvent(event);\
    });";

async fn dropped_file(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 3).await?;
    let (_, file, _) = p.file_from_button("Export backup").await?;
    p.visit("Leg").await?;
    let opened = p.js(DROP_FILE, vec![file.as_str().into()]).await?;
    ensure!(opened == serde_json::json!([false, false]), "the browser would open it: {opened}");
    p.wait_for(ControlKind::Button, "Start").await?;
    p.visit("History").await?;
    let opened = p.js(DROP_FILE, vec![file.as_str().into()]).await?;
    ensure!(opened == serde_json::json!([false, false]), "the browser would open it: {opened}");
    p.wait_for_text(&["Everything in this file is here already."]).await?;
    p.press_button("Close").await?;
    // Some systems' file pickers have no type for such a file and would disable it.
    let filter = p.js("return document.querySelector('input[type=file]').accept", vec![]).await?;
    ensure!(filter == "", "the file picker accepts only {filter}");
    Ok(())
}

async fn edited_storage(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 4).await?;
    p.wait_until_both_stores_agree().await?;
    // In the same tab, which gets no `storage` event.
    let change = "for (const key of Object.keys(localStorage)) {\
            if (key.startsWith('eased.s.')) localStorage.setItem(key, 'no session'); else localStorage.removeItem(key);\
        }\
        localStorage.setItem('eased.settings', '7'); localStorage.setItem('eased.draft', '[]');";
    p.js(change, vec![]).await?;
    p.visit("Settings").await?;
    p.choose_radio("Dark").await?;
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    p.reload_app().await?;
    p.expect_marks(&[40]).await?;
    let theme = p.js("return document.documentElement.dataset.theme", vec![]).await?;
    ensure!(theme == "dark", "the theme is {theme}");
    p.visit("History").await?;
    p.wait_for_session_count(4).await
}

/// Contrast of strokes, fills and texts of the charts against the page's background, by computed colours, in
/// ascending order.
const MEASURE_CONTRAST: &str = "const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);\
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

async fn forced_colours(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(40, 1).await?;
    for (theme, system) in [("Light", "dark"), ("Dark", "light")] {
        p.emulate_media("", &[("forced-colors", "active"), ("prefers-color-scheme", system)]).await?;
        p.visit("Settings").await?;
        p.choose_radio(theme).await?;
        p.visit("History").await?;
        p.choose_radio("Over weeks").await?;
        p.wait_until_true("the charts", "return document.querySelectorAll('svg.chart').length > 0").await?;
        ctx.take_screenshot(&format!("forced-{theme}-on-{system}-history")).await?;
        let marks =
            "svg.chart :is(text, circle, polyline), .heatmap :is(text, .heatmap-outline, .heatmap-zone-end)";
        let found: Vec<(f64, String)> =
            serde_json::from_value(p.js(MEASURE_CONTRAST, vec![marks.into()]).await?)?;
        ensure!(found.len() > 5, "only {found:?} is drawn");
        let is_faint = found[0].0 < 3.0;
        ensure!(!is_faint, "{theme} on a {system} system: {:?}", &found[..found.len().min(8)]);
        p.visit("Leg").await?;
        p.add_mark(if theme == "Light" { 30 } else { 70 }).await?;
        ctx.take_screenshot(&format!("forced-{theme}-on-{system}-leg")).await?;
        let found: Vec<(f64, String)> =
            serde_json::from_value(p.js(MEASURE_CONTRAST, vec![".mark-number, .mark-body".into()]).await?)?;
        let is_faint = found.first().is_none_or(|least| least.0 < 3.0);
        ensure!(!is_faint, "{theme} on a {system} system: {found:?}");
    }
    Ok(())
}

async fn auto_dark_mode(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.cdp("Emulation.setAutoDarkModeOverride", serde_json::json!({ "enabled": true })).await?;
    p.open_app(&ctx.site.url()).await?;
    ctx.take_screenshot("darkened-leg").await?;
    // Its effect is not in any computed style; the opt-out is.
    let scheme = p.js("return getComputedStyle(document.documentElement).colorScheme", vec![]).await?;
    ensure!(scheme.as_str().is_some_and(|scheme| scheme.contains("only")), "the page allows {scheme}");
    Ok(())
}

async fn folding_window(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    // On a short screen a question replaces the number in the first seconds.
    p.wait_timer(12).await?;
    let sizes = [(280, 653), (653, 280), (280, 653), (717, 512), (512, 270), (390, 844)];
    for size in sizes {
        p.resize(size).await?;
        let (width, height) = p.viewport().await?;
        let screen = format!("a hold at {width}x{height}");
        p.expect_no_horizontal_scroll(&screen).await?;
        p.expect_legible_text(&screen).await?;
        ctx.take_screenshot(&format!("folded-hold-{width}x{height}")).await?;
        let then = p.timer_seconds().await?;
        p.wait_timer(then + 1).await?;
    }
    p.resize((280, 653)).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.expect_no_horizontal_scroll("rolling at 280").await?;
    ctx.take_screenshot("folded-roll").await?;
    p.finish_session().await?;
    p.close_summary().await?;
    for (screen, size) in
        [("Leg", (280, 653)), ("Settings", (512, 270)), ("History", (280, 653)), ("Learn", (280, 653))]
    {
        p.resize(size).await?;
        p.visit(screen).await?;
        p.expect_no_horizontal_scroll(screen).await?;
        p.expect_legible_text(screen).await?;
        ctx.take_screenshot(&format!("folded-{screen}")).await?;
    }
    // An open dialog stays, and its button can be reached.
    p.press_button("Safety").await?;
    for size in [(512, 270), (280, 653)] {
        p.resize(size).await?;
        expect_dialog(ctx, true).await?;
        p.expect_no_horizontal_scroll("the safety page").await?;
    }
    p.press_button("Close").await
}
