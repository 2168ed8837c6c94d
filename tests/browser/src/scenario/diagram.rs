//! Touch on the diagram, and the visibility of its zone.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::pointer::Point;
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// The scenarios of touch on the diagram.
pub fn all() -> Vec<Scenario> {
    let visible_zone =
        |name, width, height| Scenario::new(name, scenario_fn!(zone_visible)).size(width, height);
    vec![
        Scenario::new(
            "diagram: a tap on a keep-off end adds nothing, flashes and says why",
            scenario_fn!(keep_off_ends),
        ),
        Scenario::new(
            "diagram: a tap on a mark focuses its row and does not scroll the page",
            scenario_fn!(focus_stays),
        ),
        Scenario::new("diagram: a dragged mark is announced only when it is released", scenario_fn!(dragged)),
        Scenario::new(
            "diagram: two fingers add no mark, and zooming is not prevented",
            scenario_fn!(two_fingers),
        ),
        visible_zone("diagram: the whole zone is visible without scrolling on a short phone", 320, 568),
        visible_zone("diagram: the whole zone is visible without scrolling in a small window", 375, 553),
        visible_zone("diagram: the whole zone is visible without scrolling in landscape", 844, 390),
    ]
}

/// Pinch zoom is done by the browser: the page must not disable it, and must not treat two fingers as a tap.
async fn two_fingers(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let points = "const z = document.querySelector('[data-zone]').getBoundingClientRect();\
        const x = Math.round((z.left + z.right) / 2), y = at => Math.round(z.top + z.height * at);\
        return [x, y(0.4), x, y(0.6)]";
    let points = p.js(points, vec![]).await?;
    let at = |i: usize| points[i].as_i64().unwrap_or_default();
    p.tap_with_two_fingers(Point { x: at(0), y: at(1) }, Point { x: at(2), y: at(3) }).await?;
    // One finger still adds a mark, so the earlier touches have been processed.
    p.add_mark(20).await?;
    p.expect_marks(&[20]).await?;
    let zoom_blockers = "const meta = document.querySelector('meta[name=viewport]').content;\
        const closed = [];\
        for (let at = document.querySelector('.plate'); at; at = at.parentElement) {\
            const action = getComputedStyle(at).touchAction;\
            if (!/auto|manipulation|pinch-zoom/.test(action)) closed.push(`${at.localName}: ${action}`);\
        }\
        return [/user-scalable|maximum-scale/.test(meta) ? meta : '', ...closed].filter(Boolean)";
    let zoom_blockers = p.js(zoom_blockers, vec![]).await?;
    ensure!(zoom_blockers == serde_json::json!([]), "zooming is prevented by {zoom_blockers}");
    Ok(())
}

/// No bar covers any part of the zone in the unscrolled page.
async fn zone_visible(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for percent in [0, 100] {
        p.add_mark(percent).await?;
    }
    p.js("scrollTo(0, 0)", vec![]).await?;
    let seen = "const z = document.querySelector('[data-zone]').getBoundingClientRect();\
        const x = (z.left + z.right) / 2;\
        const on = y => !!document.elementFromPoint(x, y)?.closest('.plate');\
        return z.height >= 120 && z.top >= 0 && z.bottom <= innerHeight && on(z.top) && on(z.bottom)";
    p.wait_until_true("the whole zone to be visible", seen).await
}

async fn keep_off_ends(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(50).await?;
    let [top, bottom] = [p.zone_point(0).await?, p.zone_point(100).await?];
    for (point, words) in [
        (Point { y: top.y - 16, ..top }, "Not on the bone. Tap below the line."),
        (Point { y: bottom.y + 16, ..bottom }, "Not on the knee. Tap above the line."),
    ] {
        p.tap(point).await?;
        p.wait_for_announcement(words).await?;
        p.wait_for_text(&[words]).await?;
        // Another tap makes it flash again.
        let taps = "return document.querySelector('.keep-off')?.dataset.taps ?? null";
        let before = p.js(taps, vec![]).await?;
        ensure!(before.is_string(), "the hatching does not flash");
        p.tap(point).await?;
        wait_until("another flash", async || Ok((p.js(taps, vec![]).await? != before).then_some(()))).await?;
        ctx.take_screenshot("leg-kept-off").await?;
    }
    p.expect_marks(&[50]).await?;
    p.add_mark(20).await?;
    p.wait_until_true("the hatching to stop flashing", "return !document.querySelector('.keep-off')").await?;
    p.expect_marks(&[20, 50]).await
}

async fn focus_stays(ctx: &mut TestContext) -> Outcome {
    const AT: [u8; 4] = [10, 30, 55, 90];
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    for percent in AT {
        p.add_mark(percent).await?;
    }
    p.js("scrollTo(0, 0)", vec![]).await?;
    for n in 1..=4 {
        p.tap(p.mark_point(n).await?).await?;
        p.wait_for_focus(&format!("Spot {n} position")).await?;
        // The click is the last event of a tap: the focus must not move after it.
        p.wait_page_ms(500).await?;
        p.wait_for_focus(&format!("Spot {n} position")).await?;
        let ring =
            "return getComputedStyle(document.querySelector('.is-active-mark > .mark-focus')).strokeWidth";
        ensure!(p.js(ring, vec![]).await? == "3px", "the mark of row {n} has no ring");
        let top = p.js("return scrollY", vec![]).await?;
        ensure!(top == 0, "the page moved under the finger by {top} px");
    }
    p.expect_marks(&AT.map(i64::from)).await
}

async fn dragged(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    p.add_mark(30).await?;
    p.wait_for_announcement("Spot 1 added: upper thigh, about a hand down.").await?;
    let watch = "const region = document.querySelector('.visually-hidden[role=\"status\"]'); window.announcements = 0;\
        new MutationObserver(() => { announcements += 1; }).observe(region, { characterData: true, subtree: true, childList: true });\
        addEventListener('pointerdown', (e) => { window.pointer = e.pointerId; }, true);";
    p.js(watch, vec![]).await?;
    let [from, to] = [p.mark_point(1).await?, p.zone_point(60).await?];
    p.drag(from, to).await?;
    wait_until("the label of the dragged mark", async || {
        let words = p
            .js("return document.querySelector('.dragged-mark-label:not([hidden])')?.textContent", vec![])
            .await?;
        Ok((words == "lower thigh, about two hands down").then_some(()))
    })
    .await?;
    ensure!(p.js("return announcements", vec![]).await? == 0, "something was announced while the mark moved");
    p.release_drag().await?;
    p.wait_for_announcement("Spot 1: lower thigh, about two hands down.").await?;
    p.expect_marks(&[60]).await?;
    // After `pointercancel` the mark is back at its earlier position.
    p.drag(p.mark_point(1).await?, p.zone_point(90).await?).await?;
    wait_until("the mark under the finger", async || {
        Ok(p.marks().await?.first().is_some_and(|mark| mark.position == 90).then_some(()))
    })
    .await?;
    let cancel = "document.querySelector('.plate').dispatchEvent(new PointerEvent('pointercancel',\
        { bubbles: true, pointerId: pointer, isPrimary: true }))";
    p.js(cancel, vec![]).await?;
    p.expect_marks(&[60]).await?;
    p.release_drag().await?;
    p.expect_marks(&[60]).await
}
