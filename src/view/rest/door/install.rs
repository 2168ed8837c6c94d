//! The way onto the Home Screen: the browser's own offer where it makes one, steps where it does not.

use crate::{
    domain::Event,
    view::{
        ctx::{Ask, Ctx, Install},
        dom::{El, Els, el},
    },
};

/// The card below the leg, until it is dismissed.
pub fn card(ctx: Ctx) -> El {
    let t = &ctx.words().install;
    let later =
        el("button").attr("type", "button").text(t.not_now).click(move || ctx.send(Event::InstallDismissed));
    el("section")
        .class("welcome")
        .attr("aria-labelledby", "install")
        .child(el("h2").attr("id", "install").text(t.title))
        .switch(move || ctx.device().install, move |way| how(ctx, way))
        .child(el("div").class("welcome-acts").child(later))
}

/// The same as a part of Settings, for as long as the app is not installed.
pub fn section(ctx: Ctx) -> El {
    el("div").switch(
        move || (ctx.device().install, ctx.t().tag),
        move |(way, _)| match way {
            Install::Nothing => Els::default(),
            _ => {
                [el("section").child(el("h2").text(ctx.words().install.title)).children(how(ctx, way))].into()
            }
        },
    )
}

fn how(ctx: Ctx, way: Install) -> Vec<El> {
    let t = ctx.words();
    let steps = |steps: [&'static str; 3]| {
        el("ol").class("welcome-steps").children(steps.map(|step| el("li").text(step)))
    };
    let why = |why| el("p").text(why);
    match way {
        Install::Nothing => Vec::new(),
        Install::Offer => vec![
            why(t.install.why),
            el("button").attr("type", "button").text(t.install.install).click(move || ctx.ask(Ask::Install)),
        ],
        Install::Menu => vec![why(t.install.why), steps(t.install.menu_how)],
        Install::Share => vec![why(t.welcome.ios_why), steps(t.welcome.ios_how)],
    }
}
