//! The screens that are no part of the app's beginning: all but the leg. The program is cut in two when it is built
//! (`tools/src/split.rs`), and theirs is the part that comes later.
//!
//! From the beginning nothing but `door` leads to them, and nothing but this room may enter the door: until their part
//! is here, it leads nowhere.

pub mod door;

use super::{
    ctx::{Ask, ctx},
    dom::{El, Els, el},
    ui::dialog,
};
use crate::domain::{
    model::{Model, Screen},
    track::Track,
};

/// Where the rest of the program is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// Nobody has asked for it.
    #[default]
    Away,
    /// It could not be had.
    Refused,
    /// In its place.
    Here,
}

/// The tracks of a leg's earlier spots, newest first: none until the part is here that finds them.
pub fn tracks(model: &Model) -> Vec<Track> {
    if is_here() { door::tracks(&model.history, model.draft.leg) } else { Vec::new() }
}

/// How the knee is before a session. To be asked where the rest is here.
pub fn knee_now() -> El {
    door::knee_now()
}

/// The sound check. To be asked where the rest is here.
pub fn sound_check() -> El {
    door::sound_check()
}

/// The first words. To be asked where the rest is here.
pub fn welcome() -> Els {
    door::welcome()
}

/// The safety gate. It asks only once the part is here.
pub fn gate() -> El {
    door::gate()
}

/// The card that offers installing. To be asked where the rest is here.
pub fn install() -> El {
    door::install()
}

/// What is shown while something waits for the part.
pub fn on_its_way() -> El {
    let ctx = ctx();
    let t = ctx.words();
    let close = move || ctx.ask(Ask::Forget);
    let title = el("h2").attr("id", "waits-title").text("Eased");
    let foot = el("footer")
        .class("sheet-foot")
        .child(el("button").attr("type", "button").text(t.safety.close).click(close));
    let inside = el("div").switch(move || ctx.device().rest, |_| word());
    dialog("waits-title", "sheet", close, [title, inside, foot])
}

/// Whether its part of the program is here; followed.
pub fn is_here() -> bool {
    ctx().device().rest == Rest::Here
}

/// One of its screens, or what is shown until it can be.
pub fn screen(screen: Screen) -> El {
    if is_here() { door::screen(screen) } else { waiting(screen) }
}

fn waiting(screen: Screen) -> El {
    let t = &ctx().words().shell;
    let title = match screen {
        Screen::Learn => t.nav_learn,
        Screen::Settings => t.nav_settings,
        Screen::History => t.nav_history,
        Screen::Session | Screen::Leg => "Eased",
    };
    el("main")
        .class("settings")
        .child(
            el("header").class("masthead").child(el("h1").class("title").attr("tabindex", "-1").text(title)),
        )
        .children(word())
}

/// That it comes, or that it could not be had, and then a way to ask again.
fn word() -> Vec<El> {
    let ctx = ctx();
    let t = &ctx.words().shell;
    let refused = ctx.device().rest == Rest::Refused;
    if !refused {
        ctx.ask(Ask::Rest);
    }
    let again = || el("button").attr("type", "button").text(t.try_again).click(move || ctx.ask(Ask::Rest));
    [el("p").attr("role", "status").text(if refused { t.not_here } else { t.coming })]
        .into_iter()
        .chain(refused.then(again))
        .collect()
}
