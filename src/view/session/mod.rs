//! The session screen: in progress, its summary, and a session that was left behind or runs elsewhere.

mod big_tap;
mod control;
mod controls;
mod dial;
mod fit;
mod keys;
mod little_leg;
mod mat;
mod pain;
mod pause;
mod shapes;
mod sight;
mod summary;
mod words;

use super::{
    ctx::ctx,
    dom::{El, el},
    found::{elsewhere_panel, found_panel},
    scene::Scene,
};

/// The session screen with the picture that the model has now. Another picture is another element, so who
/// shows it makes it anew when the [`Scene`] changes.
pub fn screen() -> El {
    let ctx = ctx();
    let main = el("main");
    keys::listen(ctx, &main);
    match ctx.peek(Scene::of) {
        Scene::Mat => mat::mat(ctx, main),
        Scene::Summary => summary::summary(ctx, main),
        Scene::Found => aside(main, found_panel()),
        Scene::Elsewhere => aside(main, elsewhere_panel()),
        // The model shows another screen then.
        Scene::Empty => main,
    }
}

/// A page around a panel that is shown instead of the session.
fn aside(main: El, panel: El) -> El {
    let name = el("h1").class("wordmark").attr("tabindex", "-1").text("Eased");
    main.class("aside").child(el("header").class("masthead").child(name)).child(panel)
}
