//! The one place that tells what happened. It speaks events, never seconds.

use crate::view::{
    ctx::ctx,
    dom::{El, el},
};

/// A polite status region for ears only.
///
/// The same words twice in a row are two announcements: a no-break space at the end of every other one
/// makes them different for the screen reader and the same for the person.
pub fn status() -> El {
    let ctx = ctx();
    let words = move || {
        let (count, all) = ctx.said();
        let mut words = ctx.t().session.all_said(&all);
        if count % 2 == 1 {
            words.push('\u{a0}');
        }
        words
    };
    el("p").class("heard").attr("role", "status").text(words)
}
