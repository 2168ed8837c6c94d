//! The session screen: in progress, its summary, and a session that was left behind or runs elsewhere.

mod big_tap;
mod control;
mod controls;
mod dial;
mod fit;
mod found;
mod held;
mod keys;
mod little_leg;
mod mat;
mod pause;
mod shapes;
mod sight;
mod summary;
mod words;

pub use found::{ElsewherePanel, FoundPanel};

use leptos::prelude::*;

use self::{mat::Mat, sight::Scene, summary::Summary};
use super::ctx::ctx;

/// The session screen.
#[component]
pub fn SessionScreen() -> impl IntoView {
    let scene = ctx().part(Scene::of);
    keys::listen();
    move || match scene.get() {
        Scene::Mat => view! { <Mat /> }.into_any(),
        Scene::Summary => view! { <Summary /> }.into_any(),
        Scene::Found => view! { <Aside><FoundPanel /></Aside> }.into_any(),
        Scene::Elsewhere => view! { <Aside><ElsewherePanel /></Aside> }.into_any(),
        Scene::Empty => ().into_any(),
    }
}

/// A page around a panel that is shown instead of the session.
#[component]
fn Aside(children: Children) -> impl IntoView {
    view! {
        <main class="aside">
            <header class="masthead">
                <h1 class="wordmark" tabindex="-1">"Eased"</h1>
            </header>
            {children()}
        </main>
    }
}
