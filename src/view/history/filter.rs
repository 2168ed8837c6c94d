//! Which sessions are listed.

use std::rc::Rc;

use super::{list::List, to_heading};
use crate::{
    domain::{leg::Leg, listing::Filter},
    view::{
        ctx::ctx,
        dom::{El, el},
        rest::door::{
            about::TAGS,
            list::{chosen, list as choices, place, words as named},
        },
    },
};

/// Two lists that drop down: by leg, and by tag.
pub fn filter(list: &Rc<List>) -> El {
    let t = ctx().words();
    let words = &t.history.filter;
    let [of_leg, for_leg, of_tag, for_tag] = [0; 4].map(|_| list.clone());
    let leg = choices(
        words.leg.to_owned(),
        named(words.both, &[t.shell.left_leg, t.shell.right_leg]),
        move || place(&Leg::BOTH, of_leg.filter().leg),
        move |at| for_leg.choose(Filter { leg: chosen(&Leg::BOTH, at), ..for_leg.filter() }),
    );
    let tag = choices(
        words.tag.to_owned(),
        named(words.all, &t.history.tags),
        move || place(&TAGS, of_tag.filter().tag),
        move |at| for_tag.choose(Filter { tag: chosen(&TAGS, at), ..for_tag.filter() }),
    );
    el("div").class("filter").child(leg).child(tag)
}

/// What is said where no session is left.
pub fn nothing(list: Rc<List>) -> El {
    let words = &ctx().words().history.filter;
    let clear = el("button").attr("type", "button").text(words.clear);
    let near = clear.clone();
    let clear = clear.click(move || {
        // The button goes now, and would take the focus with it.
        to_heading(&near);
        list.choose(Filter::default());
    });
    el("div").class("filter-none").child(el("p").text(words.none)).child(clear)
}
