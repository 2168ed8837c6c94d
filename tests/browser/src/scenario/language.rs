//! The person's language, also before the program has arrived.

use super::boot::WAIT;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::json;

/// Everything about languages, and the names that others rely on.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new(
            "language: German is chosen, and the first paint after a reload is German",
            play!(german),
        ),
        Scenario::new(
            "language: German, chosen on the first visit, is there without a network",
            play!(without_network),
        ),
        Scenario::new(
            "names: what the engine tells assistive technology is what the contract says",
            play!(names),
        ),
    ]
}

async fn german(s: &mut Stage) -> Outcome {
    s.use_script(WAIT)?;
    let (p, url) = (&s.page, s.site.url());
    p.open_app(&url).await?;
    ensure!(
        p.js("return document.documentElement.lang", vec![]).await? == "en",
        "the first language is not English"
    );
    p.visit("Settings").await?;
    p.radio("Deutsch").await?;
    p.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    p.open(&format!("{url}?wait")).await?;
    ensure!(p.js("return document.documentElement.lang", vec![]).await? == "de", "the shell is not German");
    p.wait_to_read(&["Linkes Bein"]).await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the program was not held back"
    );
    s.shot("shell-german").await?;
    p.js("letGo()", vec![]).await?;
    p.ready().await?;
    p.wait_to_read(&["Linkes Bein"]).await?;
    p.wait_for(Kind::Radio, "Rechtes Bein").await
}

async fn without_network(s: &mut Stage) -> Outcome {
    let url = s.site.url();
    s.page.open_app(&url).await?;
    s.page.offline_ready().await?;
    s.page.visit("Settings").await?;
    s.page.radio("Deutsch").await?;
    s.page.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    // The words were fetched past the worker, which was not there when the page began: it stores them now.
    s.page.offline_ready().await?;
    s.site.stop();
    s.page.open_app(&url).await?;
    s.page.until_true("html[lang=de]", "return document.documentElement.lang === 'de'").await?;
    s.page.wait_for(Kind::Radio, "Rechtes Bein").await
}

async fn names(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(50).await?;
    p.open_spot(1).await?;
    let wanted = [
        ("radio", "Left leg"),
        ("radio", "Right leg"),
        ("button", "Add spot"),
        ("button", "Undo"),
        ("button", "Start"),
        ("button", "Safety"),
        ("button", "Remove spot 1"),
        ("slider", "Spot 1 position"),
        ("slider", "Spot 1 pain"),
        ("link", "Leg"),
        ("link", "History"),
        ("link", "Learn"),
        ("link", "Settings"),
    ];
    let told = p.told_names().await?;
    for (role, name) in wanted {
        let found = told.iter().any(|(r, n)| n == name && (r == role || role == "link" && r == "button"));
        ensure!(found, "no {role} is called {name:?}; there are {}", json!(told));
    }
    // The drawing is one picture with words, and nothing in it takes the focus.
    let picture = "const d = document.querySelector('svg[data-diagram]'); const text = d.getAttribute('aria-label') || d.getAttribute('aria-labelledby') || d.querySelector('title')?.textContent;\
        return [document.querySelectorAll('svg[data-diagram]').length, d.getAttribute('role'), !!text, d.querySelectorAll('a, button, input, [tabindex]').length]";
    let picture = p.js(picture, vec![]).await?;
    ensure!(picture == json!([1, "img", true, 0]), "the diagram is {picture}");
    Ok(())
}
