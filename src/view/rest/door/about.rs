//! What a person may say about a session when it is over: the workout it belongs to, and the knee.

use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlSelectElement};

use crate::{
    domain::{
        Event,
        digits::{digits, small},
        event::Edit,
        session::{Session, SessionId, Sport, Tag},
        spot::Pain,
    },
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::Rest];
const SPORTS: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Other];

/// A fact that one may choose or leave unsaid, which is the first of its names.
#[derive(Clone, Copy)]
struct Fact {
    /// The place of what was said.
    said: fn(&Session) -> usize,
    /// Says what stands at a place.
    edit: fn(usize) -> Edit,
}

const TAG: Fact = Fact {
    said: |s| place(&TAGS, s.tag),
    edit: |at| Edit::Tag(at.checked_sub(1).and_then(|at| TAGS.get(at).copied())),
};

const SPORT: Fact = Fact {
    said: |s| place(&SPORTS, s.sport),
    edit: |at| Edit::Sport(at.checked_sub(1).and_then(|at| SPORTS.get(at).copied())),
};

const KNEE: Fact = Fact {
    said: |s| s.knee_after.map_or(0, |knee| usize::from(knee.pain.score()) + 1),
    edit: |at| Edit::KneeAfter(at.checked_sub(1).and_then(|at| Pain::new(u8::try_from(at).ok()?))),
};

/// Where something stands among its kind, behind "not said".
fn place<T: PartialEq>(all: &[T], said: Option<T>) -> usize {
    said.and_then(|said| all.iter().position(|one| *one == said)).map_or(0, |at| at + 1)
}

/// The facts, each a native choice: none has to be answered.
pub fn about(ctx: Ctx, id: SessionId) -> El {
    let h = &ctx.words().history;
    let names = |names: [&str; 3]| names.map(str::to_owned).to_vec();
    let knee = (0_u8..=10).map(digits).collect();
    el("div").class("about-session").children([
        el("h2").text(h.about),
        fact(ctx, id, h.tag_ask, names(h.tags), TAG),
        fact(ctx, id, h.sport_ask, names(h.sports), SPORT),
        fact(ctx, id, h.knee_ask, knee, KNEE),
    ])
}

fn fact(ctx: Ctx, id: SessionId, ask: &'static str, names: Vec<String>, fact: Fact) -> El {
    let unsaid = ctx.words().history.unsaid.to_owned();
    let option = move |(at, name): (usize, String)| {
        let is_said = move || ctx.read(|m| m.history.session(id).is_some_and(|s| (fact.said)(s) == at));
        el("option").attr("value", at).flag("selected", is_said).text(name)
    };
    let select = el("select").children([unsaid].into_iter().chain(names).enumerate().map(option));
    let chosen = select.clone();
    let select = select.on("change", move |_: &DomEvent| {
        if let Some(at) = small(&chosen.unchecked_ref::<HtmlSelectElement>().value()) {
            ctx.send(Event::Edited(id, (fact.edit)(at.into())));
        }
    });
    el("label").class("correct-field").child(el("span").text(ask)).child(select)
}
