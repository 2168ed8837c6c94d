//! What lies on top of everything for safety's sake: the gate before a session, the red card; and the
//! notices about what is kept.

mod card;
mod gate;
mod notices;

use leptos::prelude::*;

use self::{card::Card, gate::Gate};
use super::ctx::ctx;
use crate::domain::model::Sitting;

pub use notices::Notices;

/// The gate and the red card, each while the model says so.
#[component]
pub fn Overlays() -> impl IntoView {
    let ctx = ctx();
    let asking = ctx.part(|m| matches!(m.sitting, Sitting::Asking(_)));
    let card = ctx.part(|m| m.red_card);
    view! {
        {move || asking.get().then(|| view! { <Gate /> })}
        {move || card.get().then(|| view! { <Card /> })}
    }
}
