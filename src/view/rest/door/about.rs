//! What a person may say about a session: the workout it belongs to, and the knee. None has to be answered.

use super::list::{chosen, list, place, words};
use crate::{
    domain::{
        Event,
        digits::digits,
        event::Edit,
        session::{Session, SessionId, Sport, Tag},
        spot::Pain,
    },
    view::{
        ctx::Ctx,
        dom::{El, el},
    },
};

/// The tags, in the order of their phrases.
pub const TAGS: [Tag; 3] = [Tag::Before, Tag::After, Tag::Rest];
const SPORTS: [Sport; 3] = [Sport::Run, Sport::Ride, Sport::Other];

/// What is asked when the session is over.
pub fn about(ctx: Ctx, id: SessionId) -> El {
    let h = &ctx.words().history;
    let worst: Vec<String> = [h.unsaid.to_owned()].into_iter().chain((0..=Pain::MAX).map(digits)).collect();
    let said = of(ctx, id, |s| s.knee_after.map_or(0, |knee| knee.pain.score() + 1));
    let knee = list(h.knee_ask, worst, said, move |at| {
        ctx.send(Event::Edited(id, Edit::KneeAfter(at.checked_sub(1).and_then(Pain::new))));
    });
    el("div").class("about-session").child(el("h2").text(h.about)).children(workout(ctx, id)).child(knee)
}

/// When, relative to a workout, and which.
pub fn workout(ctx: Ctx, id: SessionId) -> [El; 2] {
    let h = &ctx.words().history;
    [
        list(h.tag_ask, words(h.unsaid, &h.tags), of(ctx, id, |s| place(&TAGS, s.tag)), move |at| {
            ctx.send(Event::Edited(id, Edit::Tag(chosen(&TAGS, at))));
        }),
        list(h.sport_ask, words(h.unsaid, &h.sports), of(ctx, id, |s| place(&SPORTS, s.sport)), move |at| {
            ctx.send(Event::Edited(id, Edit::Sport(chosen(&SPORTS, at))));
        }),
    ]
}

/// The place of what was said about a session.
fn of(ctx: Ctx, id: SessionId, said: fn(&Session) -> u8) -> impl Fn() -> u8 + Clone + 'static {
    move || ctx.read(|m| m.history.session(id).map_or(0, |session| said(session)))
}
