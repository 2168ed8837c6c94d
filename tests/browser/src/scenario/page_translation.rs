//! A browser's page translation replaces text nodes: updates must still be visible.

use super::console::{RECORD_ERRORS, expect_no_errors};
use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::page::{ControlKind, Phase, screen_names};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;
use serde_json::Value;

/// The scenarios of page translation.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "page_translation: a session continues after its texts were replaced once",
            scenario_fn!(once),
        ),
        Scenario::new(
            "page_translation: a session continues while its texts are replaced again and again",
            scenario_fn!(repeatedly),
        ),
        Scenario::new(
            "page_translation: lists, dialogs and charts update after their texts were replaced",
            scenario_fn!(lists),
        ),
        Scenario::new(
            "page_translation: texts that change are marked translate=no",
            scenario_fn!(translate_no),
        ),
    ]
}

/// `translate()` changes the page as a browser's translator does.
const DEFINE_TRANSLATE: &str = "window.translate = () => {\n\
    document.documentElement.lang = 'cs';\n\
    document.documentElement.classList.add('translated-ltr');\n\
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);\n\
    const all = [];\n\
    while (texts.nextNode()) all.push(texts.currentNode);\n\
    for (const text of all) {\n\
        if (!text.data.trim() || text.parentNode.closest('script, style, font, option')) continue;\n\
        const outer = document.createElement('font'), inner = document.createElement('font');\n\
        inner.textContent = text.data;\n\
        outer.append(inner);\n\
        text.parentNode.replaceChild(outer, text);\n\
    }\n\
};\n";

/// `keepTranslating()` translates again after every change.
const DEFINE_KEEP_TRANSLATING: &str = "window.keepTranslating = () => {\n\
    let soon = 0;\n\
    setInterval(() => {\n\
        for (const font of document.querySelectorAll('font')) {\n\
            if (font.parentNode.nodeName !== 'FONT') font.replaceWith(font.cloneNode(true));\n\
        }\n\
    }, 500);\n\
    new MutationObserver(() => { clearTimeout(soon); soon = setTimeout(translate, 30); })\n\
        .observe(document.body, { childList: true, characterData: true, subtree: true });\n\
    translate();\n\
};\n";

async fn once(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[RECORD_ERRORS, DEFINE_TRANSLATE].concat())?;
    session(ctx, "translate()").await
}

async fn repeatedly(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[RECORD_ERRORS, DEFINE_TRANSLATE, DEFINE_KEEP_TRANSLATING].concat())?;
    session(ctx, "keepTranslating()").await
}

async fn session(ctx: &TestContext, translate: &str) -> Outcome {
    let p = &ctx.page;
    p.open_and_hold(&ctx.site.url()).await?;
    p.js(translate, vec![]).await?;
    let fonts = p.js("return document.querySelectorAll('font').length", vec![]).await?;
    ensure!(fonts.as_u64() > Some(10), "only {fonts} texts were replaced");
    // The timer continues.
    let seconds = p.timer_seconds().await?;
    p.wait_timer(seconds + 4).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    // The announcement, the heading and the big button are those of the new phase.
    p.wait_for_announcement("Eased.").await?;
    wait_until("the text of the phase roll", async || {
        let words = "return [document.querySelector('.session-phase').textContent, document.querySelector('.tap-label').textContent]";
        let words: Vec<String> = serde_json::from_value(p.js(words, vec![]).await?)?;
        Ok((words[0].to_lowercase() == "roll" && !words[1].contains("Eased")).then_some(()))
    })
    .await?;
    p.js(translate, vec![]).await?;
    p.press_button_to("Pause", Phase::Paused).await?;
    p.wait_for_text(&["Paused"]).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish_session().await?;
    p.wait_for(ControlKind::Button, "Done").await?;
    expect_no_errors(ctx).await
}

async fn lists(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(&[RECORD_ERRORS, DEFINE_TRANSLATE].concat())?;
    let p = &ctx.page;
    p.open_history_with(&ctx.site.url(), 6).await?;
    p.js("translate()", vec![]).await?;
    p.delete_newest_session().await?;
    p.wait_for_session_count(5).await?;
    p.js("translate()", vec![]).await?;
    p.press_button("Undo").await?;
    p.wait_for_session_count(6).await?;
    p.js("translate()", vec![]).await?;
    // A screen whose texts were replaced is removed completely when the next one opens.
    p.visit("Settings").await?;
    p.js("translate()", vec![]).await?;
    p.visit("Leg").await?;
    p.add_mark(40).await?;
    p.js("translate()", vec![]).await?;
    p.add_mark(60).await?;
    p.expect_marks(&[40, 60]).await?;
    p.js("translate()", vec![]).await?;
    p.wait_for_text(&["2 spots"]).await?;
    p.press_button("Start").await?;
    p.wait_for_text(&["more to read"]).await?;
    p.js("translate()", vec![]).await?;
    p.js("document.querySelector('dialog .checkbox-row input').click()", vec![]).await?;
    let verdict = "return document.querySelector('.verdict').textContent.trim()";
    wait_until("a verdict", async || Ok((p.js(verdict, vec![]).await? != "").then_some(()))).await?;
    p.js("translate(); document.querySelector('dialog .checkbox-row input').click()", vec![]).await?;
    wait_until("the verdict to disappear", async || Ok((p.js(verdict, vec![]).await? == "").then_some(())))
        .await?;
    expect_no_errors(ctx).await
}

async fn translate_no(ctx: &mut TestContext) -> Outcome {
    let p = &ctx.page;
    // All live regions, and the given selectors.
    let open = "const found = ['[role=status], [role=alert], [aria-live]', ...arguments[0]].map((s) => [...document.querySelectorAll(s)]);\
        if (found.some((all) => !all.length)) return 'nothing';\
        return found.flat().filter((e) => e.id !== 'fail' && !e.closest('[translate=no]')).map((e) => e.outerHTML.slice(0, 80));";
    let check = async |selectors: &[&str]| -> Outcome {
        let open: Value = p.js(open, vec![selectors.into()]).await?;
        ensure!(open == Value::Array(vec![]), "a translator may change {open}");
        Ok(())
    };
    p.open_and_hold(&ctx.site.url()).await?;
    check(&[".dial", ".session-heading", ".tap-label"]).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish_session().await?;
    p.close_summary().await?;
    p.visit("Settings").await?;
    p.wait_for_text(&["About"]).await?;
    check(&[".offline"]).await?;
    for screen in screen_names() {
        p.visit(screen).await?;
        p.wait_for(ControlKind::Button, "Safety").await?;
        check(&[]).await?;
    }
    Ok(())
}
