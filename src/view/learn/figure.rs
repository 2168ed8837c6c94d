//! The pictures beside the steps. Each shows what its step says, so a page without them lacks nothing.

use crate::{
    text::Text,
    view::{
        dom::{El, el},
        ui::pose::{HIP, WHOLE, pose},
    },
};

/// The knee with what lies around it.
const KNEE: &str = "488 30 400 370";

/// The picture of a step, counted from 0.
pub fn of_step(step: usize, t: &'static Text) -> Option<El> {
    const UPPER: &str = r#"<use href="pose.svg#pose-upper"/>"#;
    Some(match step {
        0 => detail(HIP, UPPER),
        1 => whole("pose", r#"<use href="pose.svg#pose-upper"/><use href="pose.svg#pose-press"/>"#),
        2 => travel(t),
        4 => whole("pose", r#"<use href="pose.svg#pose-eased"/><use href="pose.svg#pose-press"/>"#),
        5 => detail(KNEE, r#"<use href="pose.svg#pose-lower"/>"#),
        6 => whole("pose is-mirrored", UPPER),
        _ => return None,
    })
}

fn whole(classes: &'static str, parts: &'static str) -> El {
    el("div").class("figure").child(pose(classes, WHOLE, parts))
}

fn detail(view_box: &'static str, parts: &'static str) -> El {
    el("div").class("figure is-detail").child(pose("pose", view_box, parts))
}

/// The way of the roller: one body, and three places to choose from. The style sheet moves the roller.
fn travel(t: &'static Text) -> El {
    const PARTS: &str = r#"<use href="pose.svg#pose-floor"/><use class="travelling" href="pose.svg#pose-roller"/><use href="pose.svg#pose-body"/><use href="pose.svg#pose-travel"/>"#;
    let [top, _, middle, _, bottom] = t.leg.stretches;
    let place = |(i, words): (usize, &'static str)| {
        let radio = el("input")
            .attr("type", "radio")
            .attr("name", "roller-place")
            .attr("value", i)
            .attr("checked", i == 0);
        el("label").child(radio).child(el("span").text(words))
    };
    let places = el("fieldset")
        .class("roller-places")
        .child(el("legend").class("heard").text(t.learn.steps.roll.title))
        .children([top, middle, bottom].into_iter().enumerate().map(place));
    whole("pose", PARTS).child(places)
}
