//! Before the program has arrived.

use crate::browser::until;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, play};
use crate::stage::Stage;

/// Where the address ends with `?wait`, the program is held back until `letGo()`.
pub const WAIT: &str = "if (location.search === '?wait') {\n\
    const told = new Promise((go) => { window.letGo = go; });\n\
    const real = window.fetch;\n\
    window.fetch = async (what, ...more) => {\n\
        if (/\\.wasm/.test(what.url ?? what)) await told;\n\
        return real(what, ...more);\n\
    };\n\
}\n";

/// Everything about the first moments.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new("boot: a tap made before the program arrived is replayed", play!(early_tap))]
}

async fn early_tap(s: &mut Stage) -> Outcome {
    s.use_script(WAIT)?;
    let (p, url) = (&s.page, s.site.url());
    // Where the diagram will be: nothing may move when the app arrives.
    p.open_app(&url).await?;
    let place = p.zone_place(40).await?;
    p.open(&format!("{url}?wait")).await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the app is there already"
    );
    ensure!(p.js("return scrollY === 0", vec![]).await? == true, "the page is scrolled");
    p.until_true(
        "the drawing",
        "return document.querySelector('#shell svg, main svg')?.getBoundingClientRect().height > 100",
    )
    .await?;
    p.tap(place).await?;
    s.shot("early-tap").await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the program was not held back"
    );
    p.js("letGo()", vec![]).await?;
    p.ready().await?;
    until("the mark of the early tap", async || Ok((p.marks().await?.len() == 1).then_some(()))).await?;
    p.shows_marks(&[40]).await
}
