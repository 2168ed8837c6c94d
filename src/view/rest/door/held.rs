//! One hold in the summary: a line that opens for corrections.

use wasm_bindgen::JsCast;
use web_sys::{Event as DomEvent, HtmlInputElement};

use crate::{
    domain::{
        Event, Model,
        digits::small,
        event::Edit,
        hold::{Ending, Hold},
        leg::Position,
        session::SessionId,
        spot::Pain,
    },
    text::leg,
    view::{
        ctx::Ctx,
        dom::{El, Els, Seen, el},
        rest::door::{
            hold::hold_line,
            list::{list, score},
        },
    },
};

/// A hold by its index in the session.
#[derive(Clone, Copy)]
pub struct Held {
    /// The session.
    pub id: SessionId,
    /// The index in it.
    pub hold: usize,
    /// Its number on the leg.
    pub number: usize,
}

impl Held {
    /// The hold as it is kept.
    fn of(self, model: &Model) -> Option<Hold> {
        model.history.session(self.id)?.holds.get(self.hold).copied()
    }

    /// The line.
    pub fn line(self, ctx: Ctx) -> El {
        let t = ctx.words();
        let line =
            move |held: Option<Hold>| held.map_or_else(Els::default, |held| hold_line(self.number, &held, t));
        let editable = move || ctx.read(|m| self.of(m).is_some_and(|h| h.ending.editable()));
        let correct = el("details")
            .class("correct")
            .child(el("summary").text(t.mat.summary.correct.n(self.number)))
            .child(self.place(ctx))
            .when(editable, move || self.how_ended(ctx))
            .children(self.pains(ctx));
        el("li").switch(move || ctx.read(|m| self.of(m)), line).child(correct)
    }

    /// Where it was. While the slider moves only the number beside it follows; letting go is the correction.
    fn place(self, ctx: Ctx) -> El {
        let t = &ctx.words().leg;
        let moving = Seen::new(None::<u8>);
        let [sliding, resting] = [moving.clone(), moving.clone()];
        let shown = move || {
            let kept = || ctx.read(|m| self.of(m).map_or(Position::TOP, |h| h.position).percent());
            moving.get().unwrap_or_else(kept)
        };
        let slider = el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", "100")
            .prop("value", shown.clone())
            .attr("aria-valuetext", {
                let shown = shown.clone();
                move || t.place_spoken(shown(), None)
            });
        let [moved, settled] = [slider.clone(), slider.clone()];
        let slider = slider.on("input", move |_: &DomEvent| sliding.set(number(&moved))).on(
            "change",
            move |_: &DomEvent| {
                resting.set(None);
                if let Some(position) = number(&settled).and_then(Position::new) {
                    ctx.send(Event::Edited(self.id, Edit::Place(self.hold, position)));
                }
            },
        );
        field(t.position_of.n(self.number))
            .child(slider)
            .child(el("output").text(move || leg::percent(shown())))
    }

    /// How it ended, among the endings that one may choose afterwards.
    fn how_ended(self, ctx: Ctx) -> El {
        let t = ctx.words();
        let endings = Ending::EDITABLE.map(|ending| t.hold.ending(ending).to_owned());
        let at = move || {
            let ending = ctx.read(|m| self.of(m).map(|h| h.ending));
            let at = Ending::EDITABLE.iter().position(|choice| Some(*choice) == ending);
            at.and_then(|at| u8::try_from(at).ok()).unwrap_or_default()
        };
        list(t.mat.summary.ending_of.n(self.number), endings.into(), at, move |at| {
            if let Some(&ending) = Ending::EDITABLE.get(usize::from(at)) {
                ctx.send(Event::Edited(self.id, Edit::Ending(self.hold, ending)));
            }
        })
    }

    /// Pain at press and at ease.
    fn pains(self, ctx: Ctx) -> [El; 2] {
        let t = ctx.words();
        let [press, ease] = t.mat.summary.pains_of;
        let said = move |of: fn(Hold) -> Option<Pain>| move || ctx.read(|m| self.of(m).and_then(of));
        [
            score(press.n(self.number), &t.history, said(|h| h.pain_press), move |pain| {
                ctx.send(Event::Edited(self.id, Edit::PainPress(self.hold, pain)));
            }),
            score(ease.n(self.number), &t.history, said(|h| h.pain_ease), move |pain| {
                ctx.send(Event::Edited(self.id, Edit::PainEase(self.hold, pain)));
            }),
        ]
    }
}

fn field(label: String) -> El {
    el("label").class("correct-field").child(el("span").text(label))
}

/// The value of a slider.
fn number(field: &El) -> Option<u8> {
    small(&field.unchecked_ref::<HtmlInputElement>().value())
}
