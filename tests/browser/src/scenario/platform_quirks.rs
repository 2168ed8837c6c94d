//! Browser and platform problems that were reported for similar apps, each with its source.

use super::console::{RECORD_ERRORS, expect_no_errors};
use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::json;

/// The scenarios of platform problems.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "platform_quirks: a chosen file that cannot be read is refused with a reason",
            scenario_fn!(unreadable_file),
        ),
        Scenario::new(
            "platform_quirks: a file that the share sheet refuses is downloaded",
            scenario_fn!(refused_share),
        ),
        Scenario::new(
            "platform_quirks: a database whose connection is lost is reopened",
            scenario_fn!(lost_connection),
        ),
        Scenario::new(
            "platform_quirks: keys of headsets, keypads and input methods are handled",
            scenario_fn!(unusual_keys),
        ),
        Scenario::new(
            "platform_quirks: a control's accessible name contains its visible text",
            scenario_fn!(label_in_name),
        ),
    ]
}

/// A cloud file that is not on the device: <https://github.com/mwarning/trigger/issues/60>.
async fn unreadable_file(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 2).await?;
    let refuse =
        "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))";
    p.js(refuse, vec![]).await?;
    p.choose_file("{}").await?;
    p.wait_for_text(&["This browser could not read the file."]).await?;
    p.wait_for_text(&["Nothing here has changed."]).await?;
    p.press_button("Close").await?;
    p.wait_for_session_count(2).await
}

/// The user gesture has expired: <https://github.com/coder/xum/pull/3860>.
async fn refused_share(ctx: &mut TestContext) -> Outcome {
    let phone = "const real = window.matchMedia;\n\
        window.matchMedia = (query) => query === '(pointer: coarse)' ? { matches: true } : real.call(window, query);\n\
        navigator.canShare = () => true;\n\
        window.shares = 0;\n\
        navigator.share = () => { shares += 1; return Promise.reject(new DOMException('no gesture', 'NotAllowedError')); };\n";
    ctx.add_page_script(&[RECORD_ERRORS, phone].concat())?;
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 2).await?;
    let (name, ..) = p.file_from_button("Export backup").await?;
    ensure!(name.starts_with("eased-backup-"), "the file is named {name}");
    let shares = p.js("return shares", vec![]).await?;
    ensure!(shares == 1, "it was shared {shares} times");
    expect_no_errors(ctx).await
}

/// "Connection to Indexed Database server lost": <https://github.com/dexie/Dexie.js/issues/2008>.
async fn lost_connection(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    let lose = "window.lost = new WeakSet();\
        const real = IDBDatabase.prototype.transaction;\
        const open = new WeakSet();\
        const began = IDBFactory.prototype.open;\
        IDBFactory.prototype.open = function (...given) {\
            const request = began.apply(this, given);\
            request.addEventListener('success', () => open.add(request.result));\
            return request;\
        };\
        IDBDatabase.prototype.transaction = function (...given) {\
            if (open.has(this)) return real.apply(this, given);\
            this.dispatchEvent(new Event('close'));\
            throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError');\
        };";
    p.js(lose, vec![]).await?;
    p.wait_timer(4).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary_to_history(1).await?;
    p.wait_until_both_stores_agree().await
}

/// Keys that web players are known to miss or to handle twice (keypads, headsets, input methods):
/// <https://github.com/pc035860/yt-timetag/issues/12>, <https://github.com/ableplayer/ableplayer/issues/77>.
async fn unusual_keys(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_and_roll(&ctx.site.url()).await?;
    p.wait_input_delay().await?;
    let press = "const [key, code, repeat] = arguments;\
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, repeat, bubbles: true, cancelable: true }))";
    for (key, code) in [
        ("MediaPlayPause", "MediaPlayPause"),
        ("MediaTrackNext", ""),
        ("AudioVolumeUp", ""),
        ("Unidentified", ""),
        ("Process", "Space"),
        ("5", "Numpad5"),
        ("F5", "F5"),
    ] {
        p.js(press, vec![json!(key), json!(code), json!(false)]).await?;
    }
    p.expect_phase(Phase::Roll).await?;
    p.js(press, vec![json!("Enter"), json!("NumpadEnter"), json!(false)]).await?;
    p.wait_phase(Phase::Hold).await?;
    // A key that is held down is one press.
    p.wait_timer(4).await?;
    for _ in 0..30 {
        p.js(press, vec![json!("ArrowRight"), json!("ArrowRight"), json!(true)]).await?;
    }
    p.expect_phase(Phase::Hold).await
}

/// An accessible name that lacks the visible text: <https://github.com/alphagov/govuk-frontend/issues/4390>.
async fn label_in_name(ctx: &mut TestContext) -> Outcome {
    // Voice control finds a control by its visible text.
    let wrong = "const words = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();\
        return [...document.querySelectorAll('button, a, summary, [role=button]')].filter((e) => e.checkVisibility())\
            .filter((e) => e.hasAttribute('aria-label') && !words(e.getAttribute('aria-label')).includes(words(e.innerText)))\
            .map((e) => [e.innerText, e.getAttribute('aria-label')]);";
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.seed_history(6, 1).await?;
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    let check = async |screen: &str| -> Outcome {
        let found = p.js(wrong, vec![]).await?;
        ensure!(found == json!([]), "{screen}: {found}");
        Ok(())
    };
    for screen in screen_names() {
        p.visit(screen).await?;
        p.wait_for(ControlKind::Button, "Safety").await?;
        check(screen).await?;
    }
    p.visit("Leg").await?;
    p.start_session().await?;
    check("getting into place").await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    check("rolling").await?;
    p.tap_here().await?;
    check("a hold").await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    wait_until("the pause", async || Ok(p.has(ControlKind::Button, "Resume").await?.then_some(()))).await?;
    check("a pause").await
}
