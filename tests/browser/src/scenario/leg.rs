//! The leg screen for fingers, keys, ears and other eyes.

use crate::browser::until;
use crate::engine::Engine;
use crate::failure::{Outcome, ensure};
use crate::page::Kind;
use crate::pointer::Key;
use crate::runner::{Scenario, play};
use crate::stage::Stage;
use serde_json::Value;

const ONLY_CHROMIUM: &[(Engine, &str)] =
    &[(Engine::Firefox, "its driver emulates no media"), (Engine::WebKit, "its driver emulates no media")];

/// Everything about the leg screen that marks alone do not tell.
pub fn all() -> Vec<Scenario> {
    vec![
        Scenario::new("leg: spots are copied to the other leg and taken back", play!(copied)),
        Scenario::new("leg: keys add, rate, move by five, remove and undo", play!(by_keys)),
        Scenario::new("leg: a row that gets another number keeps the focus", play!(renumbered)),
        Scenario::new("leg: a finger on the ramp rates, and once more takes it back", play!(rated)),
        Scenario::new("leg: today's plan is offered while nothing is marked", play!(plan_offered)),
        Scenario::new("leg: the first opening teaches on the plate, and once", play!(taught)),
        Scenario::new("leg: the first opening teaches on the plate at 1280x800", play!(taught))
            .size(1280, 800),
        Scenario::new("leg: names, roles and spoken values", play!(told)),
        Scenario::new("leg: eight crowded spots at 390x844", play!(crowded)),
        Scenario::new("leg: eight crowded spots at 320x568", play!(crowded)).size(320, 568),
        Scenario::new("leg: eight crowded spots at 844x390", play!(crowded)).size(844, 390),
        Scenario::new("leg: eight crowded spots at 1280x800, dark", play!(crowded)).size(1280, 800).dark(),
        Scenario::new("leg: in German at 320x568 Start is free and no word is cut off", play!(in_german))
            .size(320, 568),
        Scenario::new("leg: forced colours and no movement", play!(other_eyes)).not_in(ONLY_CHROMIUM),
        Scenario::new("leg: on paper", play!(on_paper)).not_in(ONLY_CHROMIUM),
    ]
}

async fn copied(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("left").await?;
    p.mark(25).await?;
    p.mark(70).await?;
    p.button("Copy to right leg").await?;
    p.wait_to_hear("2 spots copied to the right leg.").await?;
    ensure!(p.diagram().await? == "left", "the leg that is looked at has changed");
    p.wait_to_read(&["then 2 spots on the right"]).await?;
    p.look_at("right").await?;
    p.shows_marks(&[25, 70]).await?;
    p.look_at("left").await?;
    p.button("Undo").await?;
    p.wait_to_hear("Undone.").await?;
    p.shows_marks(&[25, 70]).await?;
    p.look_at("right").await?;
    p.shows_marks(&[]).await
}

async fn by_keys(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.tab_to("Add spot").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.wait_to_hear("Spot 1 added: middle of the thigh, about two hands down.").await?;
    p.tab_to("Spot 1 pain").await?;
    p.keys(&[Key::Up, Key::Up]).await?;
    until("two of ten", async || Ok((p.range("Spot 1 pain").await? == 2).then_some(()))).await?;
    p.tab_to("Clear pain of spot 1").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_for_focus("Clear pain of spot 1").await?;
    until("no rating", async || Ok((p.range("Spot 1 pain").await? == 0).then_some(()))).await?;
    p.tab_to("Move spot 1 down").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_to_hear("Spot 1: middle of the thigh, about two hands down.").await?;
    p.wait_for_focus("Move spot 1 down").await?;
    p.tab_to("Add spot").await?;
    p.keys(&[Key::Space]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.shows_marks(&[27, 55]).await?;
    p.tab_to("Remove spot 1").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_to_hear("Spot 1 removed.").await?;
    // The row that took its place.
    p.wait_for_focus("Remove spot 1").await?;
    p.keys(&[Key::Enter]).await?;
    p.wait_for_focus("Add spot").await?;
    p.shows_marks(&[]).await?;
    p.tab_to("Undo").await?;
    p.keys(&[Key::Enter]).await?;
    p.shows_marks(&[55]).await?;
    p.keys(&[Key::Enter]).await?;
    p.shows_marks(&[27, 55]).await?;
    p.wait_for_focus("Undo").await
}

/// Its row moves past the other one; what is pressed meanwhile is not lost.
async fn renumbered(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    for percent in [40, 60] {
        p.mark(percent).await?;
    }
    p.open_spot(1).await?;
    p.tab_to("Move spot 1 down").await?;
    p.keys(&[Key::Enter; 5]).await?;
    p.wait_for_focus("Move spot 2 down").await?;
    p.shows_marks(&[60, 65]).await?;
    p.tab_to("Move spot 2 up").await?;
    p.keys(&[Key::Enter; 3]).await?;
    p.wait_for_focus("Move spot 1 up").await?;
    p.shows_marks(&[50, 60]).await?;
    // Numbers wait until the range has lost the focus.
    p.tab_to("Spot 1 position").await?;
    p.keys(&[Key::Up; 12]).await?;
    p.wait_for_focus("Spot 1 position").await?;
    p.keys(&[Key::Tab]).await?;
    p.wait_for_focus("Spot 2 pain").await?;
    p.shows_marks(&[60, 62]).await
}

async fn rated(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("right").await?;
    p.mark(40).await?;
    for score in [0, 10, 6] {
        p.rate("Spot 1 pain", score).await?;
        let step = "return document.querySelector('.pain-ramp .is-chosen')?.textContent ?? null";
        let chosen = p.js(step, vec![]).await?;
        ensure!(chosen.as_str() == Some(score.to_string().as_str()), "the ramp shows {chosen}");
    }
    s.shot("leg-rated").await?;
    p.tap_step("Spot 1 pain", 6).await?;
    p.until_true("no rating", "return !document.querySelector('.pain-ramp .is-chosen')").await
}

async fn plan_offered(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.seed(9, 1).await?;
    p.wait_for(Kind::Button, "Use this plan").await?;
    p.wait_to_read(&["Today: left leg 2 spots, right leg 3"]).await?;
    s.shot("leg-plan").await?;
    p.has_clear_words("the plan").await?;
    p.has_large_targets("the plan").await?;
    p.button("Use this plan").await?;
    p.wait_gone(Kind::Button, "Use this plan").await?;
    p.wait_for_focus("Start").await?;
    p.look_at("left").await?;
    ensure!(p.marks().await?.len() == 2, "on the left there are {:?}", p.marks().await?);
    p.look_at("right").await?;
    ensure!(p.marks().await?.len() == 3, "on the right there are {:?}", p.marks().await?);
    p.button("Undo").await?;
    p.wait_for(Kind::Button, "Use this plan").await
}

async fn taught(s: &mut Stage) -> Outcome {
    const SHOWN: &str = "return !!document.querySelector('#app .teach-ring')";
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let (width, height) = p.viewport().await?;
    ensure!(p.js(SHOWN, vec![]).await? == true, "the first view does not teach");
    p.wait_to_read(&["roller starts here"]).await?;
    p.wait_to_read(&["stop here"]).await?;
    s.shot(&format!("leg-taught-{width}x{height}")).await?;
    p.has_no_overlaps("the teaching").await?;
    p.has_clear_words("the teaching").await?;
    p.mark(40).await?;
    ensure!(p.js(SHOWN, vec![]).await? == false, "with a mark it goes on teaching");
    p.button("Undo").await?;
    p.until_true("the teaching", SHOWN).await?;
    p.button("Close").await?;
    p.until_true(
        "the teaching to end",
        "return !document.querySelector('.teach-ring, [aria-labelledby=welcome]')",
    )
    .await?;
    ensure!(p.js("return scrollY", vec![]).await? == 0, "the page is not back at its top");
    p.reload_app().await?;
    ensure!(p.js(SHOWN, vec![]).await? == false, "it teaches once more");
    Ok(())
}

async fn told(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.look_at("right").await?;
    p.mark(40).await?;
    p.open_spot(1).await?;
    let told = p.told_names().await?;
    for (role, name) in [
        ("radio", "Left leg"),
        ("radio", "Right leg"),
        ("button", "Add spot"),
        ("button", "Undo"),
        ("button", "Move spot 1 up"),
        ("button", "Move spot 1 down"),
        ("button", "Remove spot 1"),
        ("slider", "Spot 1 position"),
        ("slider", "Spot 1 pain"),
        ("button", "Spot 1: more"),
        ("button", "Clear pain of spot 1"),
        ("button", "Copy to left leg"),
        ("button", "Show anatomy"),
        ("button", "Whole leg"),
        ("button", "Start"),
    ] {
        ensure!(told.iter().any(|it| it.0 == role && it.1 == name), "no {role} \"{name}\" among {told:?}");
    }
    let (role, name) = p.told("svg[data-diagram]").await?;
    ensure!(["img", "image"].contains(&role.as_str()), "the diagram is a {role}");
    ensure!(name.starts_with("Right leg") && name.contains("1 spot."), "the diagram is called {name}");
    let spoken =
        "return [...document.querySelectorAll('.spot input')].map((e) => e.getAttribute('aria-valuetext'))";
    let spoken: Vec<String> = serde_json::from_value(p.js(spoken, vec![]).await?)?;
    ensure!(
        spoken == ["middle of the thigh, about a hand and a half down, 40 percent", "no rating"],
        "the ranges say {spoken:?}"
    );
    Ok(())
}

async fn crowded(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    let (width, height) = p.viewport().await?;
    p.look_at("right").await?;
    p.has_large_targets("the empty leg").await?;
    p.crowd([50; 8]).await?;
    for (what, places) in [
        ("one place", [50; 8]),
        ("the hip", [0, 0, 1, 2, 3, 4, 5, 6]),
        ("the knee", [93, 94, 95, 96, 98, 99, 100, 100]),
    ] {
        p.ask::<Value>("crowd", serde_json::json!([places])).await?;
        p.shows_marks(&places.map(i64::from)).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        s.shot(&format!("leg-crowded-{what}-{width}x{height}")).await?;
        p.has_no_overlaps(&format!("eight spots at {what}")).await?;
    }
    p.has_large_targets("eight spots").await?;
    p.fits_sideways("eight spots").await?;
    p.is_very_accessible("eight spots", s.settings.axe.as_deref()).await?;
    for view in ["Show anatomy", "Whole leg"] {
        p.button(view).await?;
        p.js("scrollTo(0, 0)", vec![]).await?;
        s.shot(&format!("leg-crowded-{view}-{width}x{height}")).await?;
        p.has_no_overlaps(view).await?;
        p.has_clear_words(view).await?;
        p.fits_sideways(view).await?;
    }
    Ok(())
}

async fn in_german(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.visit("Settings").await?;
    p.radio("Deutsch").await?;
    p.press(Kind::Control, "Bein").await?;
    p.wait_for(Kind::Button, "Neue Stelle").await?;
    for view in ["Anatomie zeigen", "Ganzes Bein"] {
        p.place_of(Kind::Button, "Start").await?;
        p.has_clear_words("the leg in German").await?;
        p.has_no_overlaps("the leg in German").await?;
        p.fits_sideways("the leg in German").await?;
        p.has_large_targets("the leg in German").await?;
        p.button(view).await?;
    }
    p.has_clear_words("the whole leg in German").await
}

async fn other_eyes(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.emulate("", &[("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]).await?;
    p.open_app(&s.site.url()).await?;
    p.mark(30).await?;
    let moving =
        "return document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime > 0).length";
    ensure!(p.js(moving, vec![]).await? == 0, "something moves");
    p.mark(70).await?;
    p.tap(p.mark_place(1).await?).await?;
    p.wait_for_focus("Spot 1 position").await?;
    s.shot("leg-forced-colours").await?;
    // The mark stands out from the ground by its edge, and the one in hand by another.
    let colours = "const of = (selector) => getComputedStyle(document.querySelector(selector));\
        return [of('.mark-body').fill, of('.mark-body').stroke, of('.is-in-hand > .mark-focus').stroke]";
    let colours: Vec<String> = serde_json::from_value(p.js(colours, vec![]).await?)?;
    ensure!(colours[0] != colours[1] && colours[2] != colours[0], "the mark has {colours:?}");
    p.is_accessible("forced colours", s.settings.axe.as_deref()).await
}

async fn on_paper(s: &mut Stage) -> Outcome {
    let p = &s.page;
    p.open_app(&s.site.url()).await?;
    p.mark(30).await?;
    p.mark(70).await?;
    p.emulate("print", &[("prefers-color-scheme", "dark")]).await?;
    p.until_true(
        "no button on paper",
        "return [...document.querySelectorAll('button, input, a')].every((e) => !e.checkVisibility())",
    )
    .await?;
    s.shot("leg-on-paper").await?;
    let text = p.text().await?;
    for words in ["Right leg", "30%", "70%", "Pain", "no rating", "Upper thigh", "Lower thigh"] {
        ensure!(
            text.replace(' ', "\u{a0}").contains(&words.replace(' ', "\u{a0}")),
            "{words:?} is not in {text:?}"
        );
    }
    ensure!(!text.contains("Left leg"), "the other leg is named too");
    let ground = p.js("return getComputedStyle(document.documentElement).backgroundColor", vec![]).await?;
    ensure!(ground == "rgb(255, 255, 255)", "the ground is {ground}");
    Ok(())
}
