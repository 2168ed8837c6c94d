//! Which sessions are listed.

use std::rc::Rc;

use super::{list::List, pick, to_heading};
use crate::{
    domain::{leg::Leg, listing::Filter, session::Tag},
    view::{
        ctx::ctx,
        dom::{El, el},
    },
};

/// The tags, in the order of their phrases.
pub const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::Rest];

/// Two lists that drop down: by leg, and by tag.
pub fn filter(list: &Rc<List>) -> El {
    let t = ctx().words();
    let words = &t.history.filter;
    let [left, right] = [t.shell.left_leg, t.shell.right_leg];
    let [before, after, rest] = t.history.tags;
    let [of_leg, for_leg, of_tag, for_tag] = [0; 4].map(|_| list.clone());
    let leg = pick::list(
        words.leg,
        &[words.both, left, right],
        move || place(&Leg::BOTH, of_leg.filter().leg),
        move |at| for_leg.choose(Filter { leg: chosen(&Leg::BOTH, at), ..for_leg.filter() }),
    );
    let tag = pick::list(
        words.tag,
        &[words.all, before, after, rest],
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

/// The place in the list of choices; the first is none of them.
pub fn place<T: PartialEq + Copy>(all: &[T], chosen: Option<T>) -> u8 {
    let at = all.iter().position(|one| Some(*one) == chosen).map_or(0, |at| at + 1);
    u8::try_from(at).unwrap_or(0)
}

/// And back.
pub fn chosen<T: Copy>(all: &[T], at: u8) -> Option<T> {
    all.get(usize::from(at).checked_sub(1)?).copied()
}
