//! The frame around the screens: which one is shown, the navigation, and what lies on top.

use std::cell::Cell;

use super::{
    Rest,
    ctx::{Ctx, Install, ctx},
    dom::{El, Els, el, frame_later},
    leg, rest, safety,
    scene::Scene,
    ui::{self, focus},
};
use crate::domain::{
    Event,
    model::{Model, Screen, Sitting},
    phase::Name,
};

/// Puts everything into `#app`. What it looks like before the app runs stands in `index.html`.
pub fn frame(app: El) {
    let ctx = ctx();
    let alone = move || ctx.read(on_the_mat) && rest::is_here();
    // The leg screen has a place of its own for notices and for the way back.
    let reading = move || ctx.read(is_reading);
    // A screen says its words in the language in which it was made, and is made anew in another: that takes
    // less code than words that each follow the language. Only the screen on which it is chosen stays.
    let shown = move || {
        let screen = ctx.read(|m| m.screen);
        let scene = (screen == Screen::Session).then(|| ctx.read(Scene::of));
        let rest = (screen != Screen::Leg).then(|| ctx.device().rest);
        let spoken = screen != Screen::Settings || rest != Some(Rest::Here);
        (screen, scene, rest, spoken.then(|| ctx.t().tag))
    };
    let page = el("div").class_if("page", move || !alone());
    let turned = page.clone();
    let was = Cell::new(ctx.peek(|m| m.screen));
    let page = page
        .when(reading, safety::notices)
        .switch(shown, move |(screen, ..)| {
            if was.replace(screen) != screen {
                greet(turned.clone());
            }
            match screen {
                Screen::Leg => leg::screen(),
                _ => rest::screen(screen),
            }
        })
        .when(move || rest::is_here() && ctx.read(is_new), rest::welcome)
        .when(move || may_be_installed(ctx), rest::install)
        .switch(
            move || (alone(), reading() && ctx.read(runs), ctx.t().tag),
            move |(alone, back, _)| {
                if alone {
                    return Els::default();
                }
                Els::from(back.then(|| back_bar(ctx)).into_iter().chain([tabs(ctx)]).collect::<Vec<_>>())
            },
        );
    safety::overlays(app.child(page)).child(ui::status());
}

/// The screens, and the red card: one tap away everywhere. A session has its own button for it.
fn tabs(ctx: Ctx) -> El {
    let t = &ctx.words().shell;
    let tab = move |to: Screen, address: &'static str, word: &'static str| {
        let current = move || ctx.read(|m| m.screen == to).then_some("page");
        el("a").attr("href", address).attr("aria-current", current).text(word)
    };
    el("nav").class("tabs").children([
        tab(Screen::Leg, "#/", t.nav_leg),
        tab(Screen::History, "#/history", t.nav_history),
        tab(Screen::Learn, "#/learn", t.nav_learn),
        tab(Screen::Settings, "#/settings", t.nav_settings),
        el("button").attr("type", "button").text(t.red_card).click(move || ctx.send(Event::RedCard(true))),
    ])
}

/// While a session runs, the way back to it from wherever one has gone. On the leg screen it is Start.
fn back_bar(ctx: Ctx) -> El {
    let link = el("a").class("button action").attr("href", "#/session");
    el("div").class("action-bar").child(link.text(ctx.words().leg.back_to_session))
}

/// Who goes to another screen finds its top, and the keyboard its heading.
fn greet(page: El) {
    // A frame later the new screen stands.
    frame_later(move || {
        page.scroll_into_view();
        focus::first(&page, "h1[tabindex]");
    });
}

/// The card that offers installing: once, below everything else, until it is dismissed.
fn may_be_installed(ctx: Ctx) -> bool {
    // On an iPhone the first words say it, before anything is recorded.
    let can = matches!(ctx.device().install, Install::Offer | Install::Menu);
    can && rest::is_here()
        && ctx.read(|m| m.screen == Screen::Leg && !m.meta.install_dismissed && safety::is_free(m))
}

/// The first words are on the leg screen, until they were read. They come a moment after it: it works without them.
fn is_new(model: &Model) -> bool {
    !model.meta.welcomed && model.screen == Screen::Leg
}

fn is_reading(model: &Model) -> bool {
    !matches!(model.screen, Screen::Leg | Screen::Session)
}

/// The session has the screen for itself, until its summary.
fn on_the_mat(model: &Model) -> bool {
    model.screen == Screen::Session && runs(model)
}

fn runs(model: &Model) -> bool {
    match &model.sitting {
        Sitting::Running(running) => running.phase_name() != Name::Done,
        Sitting::Idle | Sitting::Asking(_) | Sitting::Found { .. } | Sitting::Elsewhere(_) => false,
    }
}
