//! One shape for each phase, so that it is not told by colour alone.

use super::sight;
use crate::view::{
    ctx::Ctx,
    dom::{El, svg},
    ui::pose::{HIP, WHOLE, pose},
};

/// Getting ready: somebody on the roller, which is just under the hip. Drawn for the right side; the style
/// sheet mirrors it for the left.
pub fn lying() -> El {
    pose("shape lying", WHOLE, r#"<use href="pose.svg#pose-upper"/>"#)
}

/// Too much pressure: the hips lifted by the front foot that presses. Mirrored likewise.
pub fn easing_off() -> El {
    const PARTS: &str = r#"<use href="pose.svg#pose-eased"/><use href="pose.svg#pose-press"/>"#;
    pose("easing-off lying", HIP, PARTS)
}

/// Rolling: chevrons fall, one with each second.
pub fn chevrons(ctx: Ctx) -> El {
    let beat = move || ctx.read(sight::seconds) % 3;
    let three = r#"<path d="M24 12 120 40 216 12"/><path d="M24 42 120 70 216 42"/><path d="M24 72 120 100 216 72"/>"#;
    shape("shape chevrons", three).attr("data-beat", beat)
}

/// Changing legs: two arrows that pass each other.
pub fn arrows() -> El {
    shape("shape", r#"<path d="M20 32H212M184 8 212 32 184 56M220 84H28M56 60 28 84 56 108"/>"#)
}

/// Paused: two bars.
pub fn bars() -> El {
    shape("shape bars", r#"<path d="M84 14V98M156 14V98"/>"#)
}

fn shape(classes: &'static str, drawing: &'static str) -> El {
    svg("svg").class(classes).attr("viewBox", "0 0 240 112").attr("aria-hidden", "true").markup(drawing)
}
