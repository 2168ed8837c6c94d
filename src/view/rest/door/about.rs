//! What a person may say about a session: the workout it belongs to, the roller, the knee. None has to be answered.

use wasm_bindgen::JsCast as _;
use web_sys::{Event as DomEvent, HtmlInputElement};

use super::list::{chosen, list, place, score, words};
use crate::{
    domain::{
        Event,
        event::Edit,
        session::{ROLLER_LEN, Session, SessionId, Sport, Tag, roller_code},
        spot::Pain,
    },
    view::{
        ctx::Ctx,
        dom::{El, Seen, el},
    },
};

/// The tags, in the order of their phrases.
pub const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::Rest];
const SPORTS: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Other];

/// What is asked when the session is over.
pub fn about(ctx: Ctx, id: SessionId) -> El {
    let h = &ctx.words().history;
    let said = of(ctx, id, |s| s.knee_after.map(|knee| knee.pain));
    let knee = knee(ctx, said, move |pain| ctx.send(Event::Edited(id, Edit::KneeAfter(pain))));
    el("div").class("about-session").child(el("h2").text(h.about)).children(workout(ctx, id)).child(knee)
}

/// How the knee is before a session.
pub fn knee_now(ctx: Ctx) -> El {
    let said = move || ctx.read(|m| m.knee_now.map(|said| said.pain));
    knee(ctx, said, move |pain| ctx.send(Event::KneeRated(pain)))
}

/// The knee's score, asked in a way that one tap puts away. The same button brings the question back, so that nobody
/// who moves about by keyboard or ear loses the place.
fn knee(
    ctx: Ctx,
    said: impl Fn() -> Option<Pain> + Clone + 'static,
    say: impl Fn(Option<Pain>) + Clone + 'static,
) -> El {
    let h = &ctx.words().history;
    let skipped = Seen::new(false);
    let [asked, named, pressed] = [skipped.clone(), skipped.clone(), skipped];
    let unsaid = said.clone();
    let question = move || score(h.knee_ask.to_owned(), h, said.clone(), say.clone());
    let skip = move || {
        let pressed = pressed.clone();
        let named = named.clone();
        el("button")
            .attr("type", "button")
            .class("quiet")
            .text(move || if named.get() { h.knee_rate } else { h.skip })
            .click(move || pressed.set(!pressed.peek()))
    };
    el("div").class("knee-ask").when(move || !asked.get(), question).when(move || unsaid().is_none(), skip)
}

/// When, relative to a workout, which, and on what roller.
pub fn workout(ctx: Ctx, id: SessionId) -> [El; 3] {
    let h = &ctx.words().history;
    let tag = of(ctx, id, |s| place(&TAGS, s.tag));
    let sport = of(ctx, id, |s| place(&SPORTS, s.sport));
    [
        list(h.tag_ask.to_owned(), words(h.unsaid, &h.tags), tag, move |at| {
            ctx.send(Event::Edited(id, Edit::Tag(chosen(&TAGS, at))));
        }),
        list(h.sport_ask.to_owned(), words(h.unsaid, &h.sports), sport, move |at| {
            ctx.send(Event::Edited(id, Edit::Sport(chosen(&SPORTS, at))));
        }),
        roller(ctx, id),
    ]
}

/// The person's own word for the roller. The next session has the same one.
fn roller(ctx: Ctx, id: SessionId) -> El {
    let h = &ctx.words().history;
    let field = el("input")
        .attr("type", "text")
        .attr("maxlength", ROLLER_LEN)
        .attr("autocapitalize", "none")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "done")
        .prop("value", of(ctx, id, |s| s.roller.clone()));
    let typed = field.clone();
    let field = field.on("change", move |_: &DomEvent| {
        let input = typed.unchecked_ref::<HtmlInputElement>();
        let code = roller_code(&input.value());
        input.set_value(&code);
        ctx.send(Event::Edited(id, Edit::Roller(code)));
    });
    el("label").class("correct-field").child(el("span").text(h.roller_ask)).child(field)
}

/// What was said about a session.
fn of<T: Default + 'static>(
    ctx: Ctx,
    id: SessionId,
    said: fn(&Session) -> T,
) -> impl Fn() -> T + Clone + 'static {
    move || ctx.read(|m| m.history.session(id).map(|session| said(session)).unwrap_or_default())
}
