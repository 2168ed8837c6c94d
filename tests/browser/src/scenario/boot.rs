//! Before the app has loaded: the static page records taps.

use crate::browser::wait_until;
use crate::failure::{Outcome, ensure};
use crate::runner::{Scenario, scenario_fn};
use crate::test_context::TestContext;

/// With `?wait` in the URL, the Wasm file is delayed until `letGo()`.
pub const DELAY_WASM: &str = "if (location.search === '?wait') {\n\
    const told = new Promise((go) => { window.letGo = go; });\n\
    const real = window.fetch;\n\
    window.fetch = async (what, ...more) => {\n\
        if (/\\.wasm/.test(what.url ?? what)) await told;\n\
        return real(what, ...more);\n\
    };\n\
}\n";

/// The scenarios of the start.
pub fn all() -> Vec<Scenario> {
    vec![Scenario::new("boot: a tap made before the app has loaded is replayed", scenario_fn!(early_tap))]
}

async fn early_tap(ctx: &mut TestContext) -> Outcome {
    ctx.add_page_script(DELAY_WASM)?;
    let (p, url) = (&ctx.page, ctx.site.url());
    // The point is measured in the loaded app: the static page must have the same layout.
    p.open_app(&url).await?;
    let point = p.zone_point(40).await?;
    p.open(&format!("{url}?wait")).await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the app is already running"
    );
    ensure!(p.js("return scrollY === 0", vec![]).await? == true, "the page is scrolled");
    p.wait_until_true(
        "the drawing",
        "return document.querySelector('#shell svg, main svg')?.getBoundingClientRect().height > 100",
    )
    .await?;
    p.tap(point).await?;
    ctx.take_screenshot("early-tap").await?;
    ensure!(
        p.js("return 'ready' in document.documentElement.dataset", vec![]).await? == false,
        "the program was not delayed"
    );
    p.js("letGo()", vec![]).await?;
    p.wait_ready().await?;
    wait_until("the mark of the early tap", async || Ok((p.marks().await?.len() == 1).then_some(()))).await?;
    p.expect_marks(&[40]).await
}
