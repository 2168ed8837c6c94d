//! A browser that translates the page puts other nodes in the place of texts. What changes is seen all the same.

use super::console::{LISTEN, is_quiet};
use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::Value;

/// Everything about translators.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("translator: a session whose texts were replaced once goes on", play!(once)),
        Scenario::new("translator: a session whose texts are replaced again and again goes on", play!(again)),
        Scenario::new(
            "translator: lists, dialogs and charts follow after their texts were replaced",
            play!(lists),
        ),
        Scenario::new("translator: what changes by itself is marked as not to be translated", play!(marked)),
    ]
}

/// `translate()` does to the page what a browser's translator does.
const TRANSLATOR: &str = "window.translate = () => {\n\
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

/// The same whenever anything has changed, as long as it runs.
const AGAIN: &str = "window.keepTranslating = () => {\n\
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

async fn once(s: &mut Stage) -> Outcome {
    s.use_script(&[LISTEN, TRANSLATOR].concat())?;
    session(s, "translate()").await
}

async fn again(s: &mut Stage) -> Outcome {
    s.use_script(&[LISTEN, TRANSLATOR, AGAIN].concat())?;
    session(s, "keepTranslating()").await
}

async fn session(s: &Stage, translate: &str) -> Outcome {
    let p = &s.page;
    p.open_and_hold(&s.site.url()).await?;
    p.js(translate, vec![]).await?;
    let fonts = p.js("return document.querySelectorAll('font').length", vec![]).await?;
    ensure!(fonts.as_u64() > Some(10), "only {fonts} texts were replaced");
    // The digits go on.
    let seconds = p.seconds().await?;
    p.wait_seconds(seconds + 4).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    // What is announced, head and big button are those of the new phase.
    p.wait_to_hear("Eased.").await?;
    until("the words of rolling", async || {
        let words = "return [document.querySelector('.mat-word').textContent, document.querySelector('.tap-label').textContent]";
        let words: Vec<String> = serde_json::from_value(p.js(words, vec![]).await?)?;
        Ok((words[0].to_lowercase() == "roll" && !words[1].contains("Eased")).then_some(()))
    })
    .await?;
    p.js(translate, vec![]).await?;
    p.button_to("Pause", Phase::Paused).await?;
    p.wait_to_read(&["Paused"]).await?;
    p.resume_to(Phase::Roll).await?;
    p.finish().await?;
    p.wait_for(Kind::Button, "Done").await?;
    is_quiet(s).await
}

async fn lists(s: &mut Stage) -> Outcome {
    s.use_script(&[LISTEN, TRANSLATOR].concat())?;
    let p = &s.page;
    p.open_history_of(&s.site.url(), 6).await?;
    p.js("translate()", vec![]).await?;
    p.delete_newest().await?;
    p.wait_listed(5).await?;
    p.js("translate()", vec![]).await?;
    p.button("Undo").await?;
    p.wait_listed(6).await?;
    p.js("translate()", vec![]).await?;
    // A screen whose texts were replaced gives way to the next one, whole.
    p.visit("Settings").await?;
    p.js("translate()", vec![]).await?;
    p.visit("Leg").await?;
    p.mark(40).await?;
    p.js("translate()", vec![]).await?;
    p.mark(60).await?;
    p.shows_marks(&[40, 60]).await?;
    p.js("translate()", vec![]).await?;
    p.wait_to_read(&["2 spots"]).await?;
    p.button("Start").await?;
    p.wait_to_read(&["more to read"]).await?;
    p.js("translate()", vec![]).await?;
    p.js("document.querySelector('dialog .concern input').click()", vec![]).await?;
    let verdict = "return document.querySelector('.verdict').textContent.trim()";
    until("a verdict", async || Ok((p.js(verdict, vec![]).await? != "").then_some(()))).await?;
    p.js("translate(); document.querySelector('dialog .concern input').click()", vec![]).await?;
    until("the verdict to go", async || Ok((p.js(verdict, vec![]).await? == "").then_some(()))).await?;
    is_quiet(s).await
}

async fn marked(s: &mut Stage) -> Outcome {
    let p = &s.page;
    // All that is announced, and what is named.
    let open = "const found = ['[role=status], [role=alert], [aria-live]', ...arguments[0]].map((s) => [...document.querySelectorAll(s)]);\
        if (found.some((all) => !all.length)) return 'nothing';\
        return found.flat().filter((e) => e.id !== 'fail' && !e.closest('[translate=no]')).map((e) => e.outerHTML.slice(0, 80));";
    let check = async |selectors: &[&str]| -> Outcome {
        let open: Value = p.js(open, vec![selectors.into()]).await?;
        ensure!(open == Value::Array(vec![]), "a translator may take over {open}");
        Ok(())
    };
    p.open_and_hold(&s.site.url()).await?;
    check(&[".dial", ".mat-head", ".tap-label"]).await?;
    p.big_tap(Phase::Hold, Phase::Roll).await?;
    p.finish().await?;
    p.leave().await?;
    p.visit("Settings").await?;
    p.wait_to_read(&["About"]).await?;
    check(&[".offline"]).await?;
    for screen in ["History", "Learn", "Leg"] {
        p.visit(screen).await?;
        p.wait_for(Kind::Button, "Safety").await?;
        check(&[]).await?;
    }
    Ok(())
}
