//! What people have reported of other apps of this kind, tried here.

use super::console::{LISTEN, is_quiet};
use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything that was reported elsewhere. The source of each is in the comment of its function.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "neighbours: a file that is only listed, not here, is named as such",
            play!(placeholder),
        ),
        Scenario::new("neighbours: a share sheet that refuses leaves a download", play!(refused_share)),
        Scenario::new(
            "neighbours: a database whose connection is lost is opened again",
            play!(lost_connection),
        ),
        Scenario::new("neighbours: keys of headsets, keypads and input methods", play!(odd_keys)),
        Scenario::new("neighbours: a control is called by the words that it shows", play!(label_in_name)),
    ]
}

/// A cloud's placeholder: <https://github.com/mwarning/trigger/issues/60>.
async fn placeholder(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_history_of(&s.site.url(), 2).await?;
    let refuse =
        "Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))";
    p.js(refuse, vec![]).await?;
    p.choose_file("{}").await?;
    p.wait_to_read(&["This browser could not read the file."]).await?;
    p.wait_to_read(&["Nothing here has changed."]).await?;
    p.button("Close").await?;
    p.wait_listed(2).await
}

/// The gesture has lapsed: <https://github.com/coder/xum/pull/3860>.
async fn refused_share(s: &mut Stage) -> Outcome {
    let phone = "const real = window.matchMedia;\n\
        window.matchMedia = (query) => query === '(pointer: coarse)' ? { matches: true } : real.call(window, query);\n\
        navigator.canShare = () => true;\n\
        window.shares = 0;\n\
        navigator.share = () => { shares += 1; return Promise.reject(new DOMException('no gesture', 'NotAllowedError')); };\n";
    s.use_script(&[LISTEN, phone].concat())?;
    let p = &s.page;
    p.open_history_of(&s.site.url(), 2).await?;
    let (name, ..) = p.file_of("Export backup").await?;
    ensure!(name.starts_with("eased-backup-"), "it is called {name}");
    let shares = p.js("return shares", vec![]).await?;
    ensure!(shares == 1, "it was shared {shares} times");
    is_quiet(s).await
}

/// "Connection to Indexed Database server lost": <https://github.com/dexie/Dexie.js/issues/2008>.
async fn lost_connection(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
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
    p.wait_seconds(4).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("History").await?;
    p.wait_listed(1).await?;
    p.wait_until_both_stores_agree().await
}

/// <https://github.com/pc035860/yt-timetag/issues/12>, <https://github.com/ableplayer/ableplayer/issues/77>.
async fn odd_keys(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.begin().await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    p.settle().await?;
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
    p.is_in(Phase::Roll).await?;
    p.js(press, vec![json!("Enter"), json!("NumpadEnter"), json!(false)]).await?;
    p.wait_phase(Phase::Hold).await?;
    // Held down, it is one press.
    p.wait_seconds(4).await?;
    for _ in 0..30 {
        p.js(press, vec![json!("ArrowRight"), json!("ArrowRight"), json!(true)]).await?;
    }
    p.is_in(Phase::Hold).await
}

/// <https://github.com/alphagov/govuk-frontend/issues/4390>.
async fn label_in_name(s: &mut Stage) -> Outcome {
    // Voice control presses what the person reads.
    let wrong = "const words = (text) => text.toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ').trim();\
        return [...document.querySelectorAll('button, a, summary, [role=button]')].filter((e) => e.checkVisibility())\
            .filter((e) => e.hasAttribute('aria-label') && !words(e.getAttribute('aria-label')).includes(words(e.innerText)))\
            .map((e) => [e.innerText, e.getAttribute('aria-label')]);";
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(6, 1).await?;
    p.visit("Leg").await?;
    p.mark(40).await?;
    let check = async |screen: &str| -> Outcome {
        let found = p.js(wrong, vec![]).await?;
        ensure!(found == json!([]), "{screen}: {found}");
        Ok(())
    };
    for screen in ["Leg", "History", "Learn", "Settings"] {
        p.visit(screen).await?;
        p.wait_for(Kind::Button, "Safety").await?;
        check(screen).await?;
    }
    p.visit("Leg").await?;
    p.begin().await?;
    check("getting into place").await?;
    p.big_tap(Phase::Position, Phase::Roll).await?;
    check("rolling").await?;
    p.here().await?;
    check("a hold").await?;
    p.button_to("Pause", Phase::Paused).await?;
    until("the pause", async || Ok(p.has(Kind::Button, "Resume").await?.then_some(()))).await?;
    check("a pause").await
}
