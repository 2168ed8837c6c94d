//! Every language on every screen and in a whole session: no cut or overlapping text, nothing wider than the
//! viewport, and no axe-core violations.

use crate::engine::Engine;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::{ControlKind, Phase};
use crate::pointer::Key;
use crate::runner::Scenario;
use crate::test_context::TestContext;
use eased::domain::language::{LANGUAGES, Language};
use eased::domain::screen::Screen;
use eased::i18n::{self, Text, tabs::tabs};
use serde_json::json;

/// One engine checks the layout of every language; the other two check a left-to-right and a right-to-left one.
const ONLY_CHROMIUM: &[(Engine, &str)] = &[
    (Engine::Firefox, "the same style sheet, which it shows in Polish and Arabic at 390x844"),
    (Engine::WebKit, "the same style sheet, which it shows in Polish and Arabic at 390x844"),
];

/// Every language of the app, in four viewports or text sizes.
pub fn all() -> Vec<Scenario> {
    LANGUAGES.iter().flat_map(|language| scenarios(language.tag)).collect()
}

fn scenarios(tag: &'static str) -> [Scenario; 4] {
    let at = |size: &str| {
        let name = format!("translations: {tag}, every screen and phase {size}");
        Scenario::new(name, move |ctx| Box::pin(every_screen(ctx, tag))).skip_in(ONLY_CHROMIUM)
    };
    let all_engines = matches!(tag, "pl" | "ar");
    [
        at("at 390x844").skip_in(if all_engines { &[] } else { ONLY_CHROMIUM }),
        at("at 320x568").size(320, 568),
        at("at 844x390").size(844, 390),
        at("with text at 200 % at 390x844").double_text(),
    ]
}

/// Collects the problems of all screens, since one cause often affects several.
struct LayoutCheck<'a> {
    ctx: &'a TestContext,
    text: &'static Text,
    problems: Vec<Failure>,
}

impl LayoutCheck<'_> {
    async fn at(&mut self, what: &str) -> Outcome {
        let p = &self.ctx.page;
        let (width, height) = p.viewport().await?;
        let what = format!("{} {what}", self.text.tag);
        let size =
            p.js("return parseInt(getComputedStyle(document.documentElement).fontSize)", vec![]).await?;
        self.ctx.take_screenshot(&format!("lang-{what}-{width}x{height}-{size}")).await?;
        self.problems.extend(p.expect_no_horizontal_scroll(&what).await.err());
        self.problems.extend(p.expect_legible_text(&what).await.err());
        Ok(())
    }

    /// A screen outside the session, with target sizes and axe-core.
    async fn at_page(&mut self, what: &str) -> Outcome {
        self.at(what).await?;
        let (p, what) = (&self.ctx.page, format!("{} {what}", self.text.tag));
        self.problems.extend(p.expect_large_targets(&what).await.err());
        self.problems.extend(p.expect_accessible(&what, self.ctx.settings.axe.as_deref()).await.err());
        Ok(())
    }

    /// The session screen, with the font sizes for a distance of 1 m.
    async fn at_session_screen(&mut self, what: &str) -> Outcome {
        self.at(what).await?;
        let [_, side, word, others] = self.ctx.page.session_screen_sizes().await?;
        if side < 54 || word < 54 || others < 28 {
            let sizes = format!("side {side}, word {word}, smallest words {others}");
            self.problems.push(Failure(format!("{} {what}: px high: {sizes}", self.text.tag)));
        }
        Ok(())
    }
}

async fn every_screen(ctx: &mut TestContext, tag: &'static str) -> Outcome {
    let set_language = format!("Object.defineProperty(navigator, 'languages', {{ value: ['{tag}'] }});");
    ctx.add_page_script(&set_language)?;
    let p = &ctx.page;
    p.open_app(&ctx.site.url()).await?;
    let is_rtl = Language::find(tag).is_some_and(|language| language.is_rtl);
    let page = p.js("const { lang, dir } = document.documentElement; return [lang, dir]", vec![]).await?;
    ensure!(page == json!([tag, if is_rtl { "rtl" } else { "ltr" }]), "the page is {page}");
    let mut check = LayoutCheck { ctx, text: i18n::by_tag(tag), problems: Vec::new() };
    let played = match screens(&mut check).await {
        Ok(()) => session(&mut check).await,
        Err(why) => Err(why),
    };
    check.problems.extend(played.err());
    let problems: Vec<_> = check.problems.into_iter().map(|why| why.0).collect();
    ensure!(problems.is_empty(), "{}", problems.join("\n      "));
    Ok(())
}

async fn screens(check: &mut LayoutCheck<'_>) -> Outcome {
    let (p, t) = (&check.ctx.page, check.text);
    check.at_page("leg").await?;
    let spots = json!([{ "spot": { "x": 2, "w": "t", "a": 7 } }, { "spot": { "x": 90, "w": "t" } }]);
    let draft = json!({ "v": 1, "n": 999, "leg": "r", "left": [], "right": spots });
    p.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft.to_string())]).await?;
    p.reload_app().await?;
    p.wait_for(ControlKind::Button, &plain(&t.leg.spot_more.with_number(1_u8))).await?;
    check.at_page("leg with marks").await?;
    p.press_button(&plain(&t.leg.spot_more.with_number(1_u8))).await?;
    check.at_page("leg with an open spot").await?;
    for (screen, _) in tabs().filter(|(screen, _)| *screen != Screen::Leg) {
        p.visit_in(t, screen).await?;
        p.wait_until_true("a heading", "return !!document.querySelector('main h1')").await?;
        check.at_page(&format!("{screen:?}").to_lowercase()).await?;
    }
    p.press_button(&plain(t.shell.safety)).await?;
    p.wait_for_text(&[t.safety.page.same_day]).await?;
    check.at("safety").await?;
    p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
    p.visit_in(t, Screen::Leg).await?;
    p.wait_for(ControlKind::Button, &plain(t.shell.start)).await
}

async fn session(check: &mut LayoutCheck<'_>) -> Outcome {
    let (p, t, labels) = (&check.ctx.page, check.text, &check.text.session_screen);
    p.press_button(&plain(t.shell.start)).await?;
    p.wait_until_true("the gate", "return !!document.querySelector('dialog:modal button')").await?;
    check.at("gate").await?;
    p.scroll_gate_until(&plain(t.gate.none_of_these)).await?;
    check.at("gate at its end").await?;
    p.press_button(&plain(t.gate.none_of_these)).await?;
    p.wait_phase(Phase::Position).await?;
    check.at_session_screen("position").await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    check.at_session_screen("roll").await?;
    p.wait_until_true("the roller at the spot", "return !!document.querySelector('.session.is-at-spot')")
        .await?;
    check.at_session_screen("at a spot").await?;
    p.big_tap_by_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    check.at_session_screen("hold").await?;
    p.press_button(&plain(labels.too_much)).await?;
    check.at_session_screen("too much").await?;
    p.wait_input_delay().await?;
    p.press_button_to(&plain(labels.pause), Phase::Paused).await?;
    check.at_session_screen("paused").await?;
    p.wait_input_delay().await?;
    p.press_button_to(&plain(labels.resume), Phase::Hold).await?;
    p.wait_input_delay().await?;
    p.press_button_to(&plain(labels.feels_wrong), Phase::Paused).await?;
    p.wait_step_delay().await?;
    check.at("wrong").await?;
    p.press_button(&plain(labels.i_am_off_roller)).await?;
    p.wait_for(ControlKind::Button, &plain(labels.reason_buttons[0])).await?;
    check.at("wrong reason").await?;
    p.press_button(&plain(labels.reason_buttons[0])).await?;
    p.wait_for(ControlKind::Button, &plain(labels.stop_for_today)).await?;
    check.at("wrong advice").await?;
    p.wait_step_delay().await?;
    // Continues on this leg with the next spot: the painful one is skipped.
    let mut carry_on = labels.carry_on[0];
    for words in labels.carry_on {
        if p.has(ControlKind::Button, &plain(words)).await? {
            carry_on = words;
        }
    }
    p.press_button_to(&plain(carry_on), Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to(&plain(labels.at_knee), Phase::Switch).await?;
    check.at_session_screen("switch").await?;
    p.big_tap_by_key(Key::Space, Phase::Switch, Phase::Position).await?;
    p.big_tap_by_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.wait_input_delay().await?;
    p.press_button_to(&plain(labels.at_knee), Phase::Done).await?;
    check.at("end-notice").await?;
    p.wait_for(ControlKind::Button, &plain(labels.summary.done)).await?;
    check.at("summary").await?;
    p.press_button(&plain(labels.summary.done)).await?;
    p.wait_for_session_count(1).await?;
    check.at_page("history with a session").await?;
    p.js("document.querySelector('main details summary, main [aria-expanded=false]').click()", vec![])
        .await?;
    check.at_page("a session").await
}

/// A name as helpers find it: no-break spaces count as spaces.
fn plain(name: &str) -> String {
    name.replace('\u{a0}', " ")
}
