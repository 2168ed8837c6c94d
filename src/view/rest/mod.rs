//! The screens that are no part of the app's beginning: they look back, explain and choose. The program is cut in
//! two when it is built (`tools/src/split.rs`), and theirs is the part that comes later.
//!
//! Nothing but `door` may name them, and nothing but this room may enter the door: until their part is here, it
//! leads nowhere.

pub mod door;

use super::{
    ctx::{Ask, ctx},
    dom::{El, el},
    ui::dialog,
};
use crate::domain::{
    Event,
    event::GateReply,
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

/// The safety gate. Nothing begins before it is answered, so it can be waited for.
pub fn gate(rest: Rest) -> El {
    if rest == Rest::Here { door::gate() } else { gate_waits() }
}

fn gate_waits() -> El {
    let ctx = ctx();
    let t = ctx.words();
    let close = move || ctx.send(Event::GateAnswered(GateReply::Closed));
    let foot = el("footer")
        .class("sheet-foot")
        .child(el("button").attr("type", "button").text(t.safety.close).click(close));
    let title = el("h2").attr("id", "gate-title").text(t.shell.start);
    dialog("gate-title", "sheet", close, [title].into_iter().chain(on_its_way()).chain([foot]))
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
        .children(on_its_way())
}

/// That it comes, or that it could not be had, and then a way to ask again.
fn on_its_way() -> Vec<El> {
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
