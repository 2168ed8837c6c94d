//! Every language on every screen and in a whole session: nothing cut off, nothing over anything else, nothing wider than the
//! screen, and axe-core without violations.

use crate::engine::Engine;
use crate::failure::{Failure, Outcome, ensure};
use crate::page::{Kind, Phase};
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use eased::domain::language::{LANGUAGES, Language};
use eased::i18n::{self, Text};
use serde_json::json;

/// One engine judges the layout of every language; the other two read one from left to right and one from right to left.
const ELSEWHERE: &[(Engine, &str)] = &[
    (Engine::Firefox, "the same style sheet, which it shows in Polish and Arabic at 390x844"),
    (Engine::WebKit, "the same style sheet, which it shows in Polish and Arabic at 390x844"),
];

/// Declares the steps for each language, and its scenarios at each size.
macro_rules! translations {
    ($($steps:ident $tag:literal,)+) => {
        /// Every language, on the smallest phone, on the usual one, on its side, and with large text.
        pub fn all() -> Vec<Scenario> {
            let listed: Vec<&str> = LANGUAGES.iter().map(|language| language.tag).collect();
            assert_eq!(listed, [$($tag),+], "each language of the app has a line in {}", file!());
            let mut all = Vec::new();
            $(
                all.extend([
                    Scenario::new(concat!("translations: ", $tag, ", every screen and phase at 390x844"), play!($steps))
                        .not_in(if matches!($tag, "pl" | "ar") { &[] } else { ELSEWHERE }),
                    Scenario::new(concat!("translations: ", $tag, ", every screen and phase at 320x568"), play!($steps))
                        .size(320, 568)
                        .not_in(ELSEWHERE),
                    Scenario::new(concat!("translations: ", $tag, ", every screen and phase at 844x390"), play!($steps))
                        .size(844, 390)
                        .not_in(ELSEWHERE),
                    Scenario::new(
                        concat!("translations: ", $tag, ", every screen and phase with text at 200 % at 390x844"),
                        play!($steps),
                    )
                    .double_text()
                    .not_in(ELSEWHERE),
                ]);
            )+
            all
        }

        $(
            async fn $steps(s: &mut Stage) -> Outcome {
                everything(s, $tag).await
            }
        )+
    };
}

translations! {
    english "en",
    german "de",
    spanish "es",
    french "fr",
    italian "it",
    portuguese "pt-BR",
    polish "pl",
    arabic "ar",
}

/// What is looked at, and all that is wrong with it: one cure often mends several screens.
struct Look<'a> {
    stage: &'a Stage,
    text: &'static Text,
    wrong: Vec<Failure>,
}

impl Look<'_> {
    async fn at(&mut self, what: &str) -> Outcome {
        let p = &self.stage.page;
        let (width, height) = p.viewport().await?;
        let what = format!("{} {what}", self.text.tag);
        let size =
            p.js("return parseInt(getComputedStyle(document.documentElement).fontSize)", vec![]).await?;
        self.stage.shot(&format!("lang-{what}-{width}x{height}-{size}")).await?;
        self.wrong.extend(p.fits_sideways(&what).await.err());
        self.wrong.extend(p.has_clear_words(&what).await.err());
        Ok(())
    }

    /// A page outside the session, which a finger and a screen reader have to find their way in as well.
    async fn at_page(&mut self, what: &str) -> Outcome {
        self.at(what).await?;
        let (p, what) = (&self.stage.page, format!("{} {what}", self.text.tag));
        self.wrong.extend(p.has_large_targets(&what).await.err());
        self.wrong.extend(p.is_accessible(&what, self.stage.settings.axe.as_deref()).await.err());
        Ok(())
    }

    /// The mat, which is read from a metre away.
    async fn at_mat(&mut self, what: &str) -> Outcome {
        self.at(what).await?;
        let [_, side, word, others] = self.stage.page.mat_sizes().await?;
        if side < 54 || word < 54 || others < 28 {
            let sizes = format!("side {side}, word {word}, smallest words {others}");
            self.wrong.push(Failure(format!("{} {what}: px high: {sizes}", self.text.tag)));
        }
        Ok(())
    }
}

async fn everything(s: &mut Stage, tag: &'static str) -> Outcome {
    let wishes = format!("Object.defineProperty(navigator, 'languages', {{ value: ['{tag}'] }});");
    s.use_script(&wishes)?;
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let is_rtl = Language::of(tag).is_some_and(|language| language.is_rtl);
    let page = p.js("const { lang, dir } = document.documentElement; return [lang, dir]", vec![]).await?;
    ensure!(page == json!([tag, if is_rtl { "rtl" } else { "ltr" }]), "the page is {page}");
    let mut look = Look { stage: s, text: i18n::of(tag), wrong: Vec::new() };
    let played = match screens(&mut look).await {
        Ok(()) => session(&mut look).await,
        Err(why) => Err(why),
    };
    look.wrong.extend(played.err());
    let wrong: Vec<_> = look.wrong.into_iter().map(|why| why.0).collect();
    ensure!(wrong.is_empty(), "{}", wrong.join("\n      "));
    Ok(())
}

async fn screens(look: &mut Look<'_>) -> Outcome {
    let (p, t) = (&look.stage.page, look.text);
    look.at_page("leg").await?;
    let spots = json!([{ "spot": { "x": 2, "w": "t", "a": 7 } }, { "spot": { "x": 90, "w": "t" } }]);
    let draft = json!({ "v": 1, "n": 999, "leg": "r", "left": [], "right": spots });
    p.js("localStorage.setItem('eased.draft', arguments[0])", vec![json!(draft.to_string())]).await?;
    p.reload_app().await?;
    p.wait_for(Kind::Button, &plain(&t.leg.more_of.n(1_u8))).await?;
    look.at_page("leg with marks").await?;
    p.button(&plain(&t.leg.more_of.n(1_u8))).await?;
    look.at_page("leg with an open spot").await?;
    for (name, hash, what) in [
        (t.shell.nav_history, "#/history", "history"),
        (t.shell.nav_learn, "#/learn", "learn"),
        (t.shell.nav_settings, "#/settings", "settings"),
    ] {
        let settings = [name, t.shell.nav_settings_short];
        let name =
            if what == "settings" && p.has(Kind::Control, settings[1]).await? { settings[1] } else { name };
        p.press(Kind::Control, &plain(name)).await?;
        p.until_true(
            hash,
            &format!("return location.hash === '{hash}' && !!document.querySelector('main h1')"),
        )
        .await?;
        look.at_page(what).await?;
    }
    p.button(&plain(t.shell.safety)).await?;
    p.wait_to_read(&[t.safety.help.same_day]).await?;
    look.at("safety").await?;
    p.js("document.querySelector('dialog .sheet-close').click()", vec![]).await?;
    p.press(Kind::Control, &plain(t.shell.nav_leg)).await?;
    p.wait_for(Kind::Button, &plain(t.shell.start)).await
}

async fn session(look: &mut Look<'_>) -> Outcome {
    let (p, t, mat) = (&look.stage.page, look.text, &look.text.session_screen);
    p.button(&plain(t.shell.start)).await?;
    p.until_true("the gate", "return !!document.querySelector('dialog:modal button')").await?;
    look.at("gate").await?;
    p.read_gate_to(&plain(t.gate.none_of_these)).await?;
    look.at("gate at its end").await?;
    p.button(&plain(t.gate.none_of_these)).await?;
    p.wait_phase(Phase::Position).await?;
    look.at_mat("position").await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    look.at_mat("roll").await?;
    p.until_true("the roller at the spot", "return !!document.querySelector('.session.is-at-spot')").await?;
    look.at_mat("at a spot").await?;
    p.big_key(Key::Space, Phase::Roll, Phase::Hold).await?;
    look.at_mat("hold").await?;
    p.button(&plain(mat.too_much)).await?;
    look.at_mat("too much").await?;
    p.settle().await?;
    p.button_to(&plain(mat.pause), Phase::Paused).await?;
    look.at_mat("paused").await?;
    p.settle().await?;
    p.button_to(&plain(mat.resume), Phase::Hold).await?;
    p.settle().await?;
    p.button_to(&plain(mat.feels_wrong), Phase::Paused).await?;
    p.settle_step().await?;
    look.at("wrong").await?;
    p.button(&plain(mat.came_off)).await?;
    p.wait_for(Kind::Button, &plain(mat.reason_done[0])).await?;
    look.at("wrong reason").await?;
    p.button(&plain(mat.reason_done[0])).await?;
    p.wait_for(Kind::Button, &plain(mat.stop_for_today)).await?;
    look.at("wrong advice").await?;
    p.settle_step().await?;
    // On this leg, to the next spot: what hurt is left alone.
    let mut carry_on = mat.carry_on[0];
    for words in mat.carry_on {
        if p.has(Kind::Button, &plain(words)).await? {
            carry_on = words;
        }
    }
    p.button_to(&plain(carry_on), Phase::Roll).await?;
    p.settle().await?;
    p.button_to(&plain(mat.at_knee), Phase::Switch).await?;
    look.at_mat("switch").await?;
    p.big_key(Key::Space, Phase::Switch, Phase::Position).await?;
    p.big_key(Key::Space, Phase::Position, Phase::Roll).await?;
    p.settle().await?;
    p.button_to(&plain(mat.at_knee), Phase::Done).await?;
    look.at("farewell").await?;
    p.wait_for(Kind::Button, &plain(mat.summary.done)).await?;
    look.at("summary").await?;
    p.button(&plain(mat.summary.done)).await?;
    p.wait_listed(1).await?;
    look.at_page("history with a session").await?;
    p.js("document.querySelector('main details summary, main [aria-expanded=false]').click()", vec![])
        .await?;
    look.at_page("a session").await
}

/// A name as it is found: the page's no-break spaces count as spaces.
fn plain(name: &str) -> String {
    name.replace('\u{a0}', " ")
}
