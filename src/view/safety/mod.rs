//! What lies on top of everything for safety's sake: the gate before a session, the red card; and the
//! notices about what is kept.

mod card;
mod notices;

use super::{ctx::ctx, dom::El, rest};
use crate::domain::model::Sitting;

pub use notices::{is_free, notices};

/// Puts the gate and the red card into the page, each while the model says so.
pub fn overlays(app: El) -> El {
    let ctx = ctx();
    app.when(move || ctx.read(|m| matches!(m.sitting, Sitting::Asking(_))), rest::gate)
        .when(move || ctx.device().waits.is_some(), rest::on_its_way)
        .when(move || ctx.read(|m| m.red_card), card::card)
}
