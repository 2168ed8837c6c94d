//! Fingers on the plate, and what of it they can reach.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::pointer::Place;
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Everything about the plate under fingers.
pub fn all() -> Vec<Scenario> {
    let in_sight = |name, width, height| Scenario::new(name, play!(zone_in_sight)).size(width, height);
    vec![
        Scenario::new(
            "plate: a tap on a keep-off end adds nothing, flashes and says so",
            play!(past_the_ends),
        ),
        Scenario::new(
            "plate: a tap on a mark leads to its row, and the page stays where it is",
            play!(focus_stays),
        ),
        Scenario::new("plate: a mark is dragged by a finger, silently, and told when let go", play!(dragged)),
        Scenario::new(
            "plate: two fingers leave no mark, and nothing keeps them from zooming",
            play!(two_fingers),
        ),
        in_sight("plate: all of the zone is seen at once on a short phone", 320, 568),
        in_sight("plate: all of the zone is seen at once in a small window", 375, 553),
        in_sight("plate: all of the zone is seen at once on a phone on its side", 844, 390),
    ]
}

/// Zooming is the browser's own: what the page can do is not to forbid it, and to take two fingers for no tap.
async fn two_fingers(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let spread = "const z = document.querySelector('[data-zone]').getBoundingClientRect();\
        const x = Math.round((z.left + z.right) / 2), y = at => Math.round(z.top + z.height * at);\
        return [x, y(0.4), x, y(0.6)]";
    let spread = p.js(spread, vec![]).await?;
    let at = |i: usize| spread[i].as_i64().unwrap_or_default();
    p.two_fingers(Place { x: at(0), y: at(1) }, Place { x: at(2), y: at(3) }).await?;
    // One finger still marks, so the taps before it have been heard.
    p.mark(20).await?;
    p.shows_marks(&[20]).await?;
    let forbids = "const meta = document.querySelector('meta[name=viewport]').content;\
        const closed = [];\
        for (let at = document.querySelector('.plate'); at; at = at.parentElement) {\
            const action = getComputedStyle(at).touchAction;\
            if (!/auto|manipulation|pinch-zoom/.test(action)) closed.push(`${at.localName}: ${action}`);\
        }\
        return [/user-scalable|maximum-scale/.test(meta) ? meta : '', ...closed].filter(Boolean)";
    let forbids = p.js(forbids, vec![]).await?;
    ensure!(forbids == serde_json::json!([]), "zooming is forbidden by {forbids}");
    Ok(())
}

/// Nothing of the zone lies under a bar, in either language, with nothing scrolled.
async fn zone_in_sight(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for percent in [0, 100] {
        p.mark(percent).await?;
    }
    p.js("scrollTo(0, 0)", vec![]).await?;
    let seen = "const z = document.querySelector('[data-zone]').getBoundingClientRect();\
        const x = (z.left + z.right) / 2;\
        const on = y => !!document.elementFromPoint(x, y)?.closest('.plate');\
        return z.height >= 120 && z.top >= 0 && z.bottom <= innerHeight && on(z.top) && on(z.bottom)";
    p.until_true("all of the zone to be in sight", seen).await
}

async fn past_the_ends(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(50).await?;
    let [top, bottom] = [p.zone_place(0).await?, p.zone_place(100).await?];
    for (place, words) in [
        (Place { y: top.y - 16, ..top }, "Not on the bone. Tap below the line."),
        (Place { y: bottom.y + 16, ..bottom }, "Not on the knee. Tap above the line."),
    ] {
        p.tap(place).await?;
        p.wait_to_hear(words).await?;
        p.wait_to_read(&[words]).await?;
        // Another tap lights it up anew.
        let taps = "return document.querySelector('.keep-off')?.dataset.taps ?? null";
        let before = p.js(taps, vec![]).await?;
        ensure!(before.is_string(), "the hatching does not flash");
        p.tap(place).await?;
        until("another flash", async || Ok((p.js(taps, vec![]).await? != before).then_some(()))).await?;
        s.shot("leg-kept-off").await?;
    }
    p.shows_marks(&[50]).await?;
    p.mark(20).await?;
    p.until_true("the hatching to be quiet", "return !document.querySelector('.keep-off')").await?;
    p.shows_marks(&[20, 50]).await
}

async fn focus_stays(s: &mut Stage) -> Outcome {
    const AT: [u8; 4] = [10, 30, 55, 90];
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for percent in AT {
        p.mark(percent).await?;
    }
    p.js("scrollTo(0, 0)", vec![]).await?;
    for n in 1..=4 {
        p.tap(p.mark_place(n).await?).await?;
        p.wait_for_focus(&format!("Spot {n} position")).await?;
        // A click, where a browser makes one, is the last of what a tap causes: what has the focus then keeps it.
        p.page_time(500).await?;
        p.wait_for_focus(&format!("Spot {n} position")).await?;
        let ring = "return getComputedStyle(document.querySelector('.is-in-hand > .mark-focus')).strokeWidth";
        ensure!(p.js(ring, vec![]).await? == "3px", "the mark of row {n} has no ring");
        let top = p.js("return scrollY", vec![]).await?;
        ensure!(top == 0, "the page moved under the finger by {top} px");
    }
    p.shows_marks(&AT.map(i64::from)).await
}

async fn dragged(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(30).await?;
    p.wait_to_hear("Spot 1 added: upper thigh, about a hand down.").await?;
    let watch = "const told = document.querySelector('.heard[role=\"status\"]'); window.tellings = 0;\
        new MutationObserver(() => { tellings += 1; }).observe(told, { characterData: true, subtree: true, childList: true });\
        addEventListener('pointerdown', (e) => { window.pointer = e.pointerId; }, true);";
    p.js(watch, vec![]).await?;
    let [from, to] = [p.mark_place(1).await?, p.zone_place(60).await?];
    p.drag(from, to).await?;
    until("the call-out", async || {
        let words =
            p.js("return document.querySelector('.callout:not([hidden])')?.textContent", vec![]).await?;
        Ok((words == "lower thigh, about two hands down").then_some(()))
    })
    .await?;
    ensure!(p.js("return tellings", vec![]).await? == 0, "something was told while the mark moved");
    p.let_go().await?;
    p.wait_to_hear("Spot 1: lower thigh, about two hands down.").await?;
    p.shows_marks(&[60]).await?;
    // The browser takes the pointer away: the mark stands where it stood.
    p.drag(p.mark_place(1).await?, p.zone_place(90).await?).await?;
    until("the mark under the finger", async || {
        Ok(p.marks().await?.first().is_some_and(|mark| mark.position == 90).then_some(()))
    })
    .await?;
    let cancel = "document.querySelector('.plate').dispatchEvent(new PointerEvent('pointercancel',\
        { bubbles: true, pointerId: pointer, isPrimary: true }))";
    p.js(cancel, vec![]).await?;
    p.shows_marks(&[60]).await?;
    p.let_go().await?;
    p.shows_marks(&[60]).await
}
