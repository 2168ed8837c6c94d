//! The sound check: hear what a session sounds like, and what to do when nothing is heard.

use crate::{
    text::Text,
    view::{
        ctx::{Ask, Ctx},
        dom::{El, Els, Seen, el},
    },
};

/// What it has come to.
const ASKED: u8 = 0;
const HEARD: u8 = 1;
const NOT_HEARD: u8 = 2;

const ADVICE: [fn(&'static Text) -> &'static str; 4] =
    [|t| t.sound.not_heard[0], |t| t.sound.not_heard[1], |t| t.sound.not_heard[2], |t| t.sound.not_heard[3]];

/// The button, and once it was pressed the question and what follows from its answer.
pub fn sound_check(ctx: Ctx) -> El {
    let came_to = Seen::new(None::<u8>);
    let [asked, answered] = [came_to.clone(), came_to.clone()];
    let check = el("button").attr("type", "button").text(ctx.phrase(|t| t.sound.check)).click(move || {
        ctx.ask(Ask::SoundCheck);
        asked.set(Some(ASKED));
    });
    let answer = move |word: fn(&'static Text) -> &'static str, means: u8| {
        let came_to = answered.clone();
        el("button").attr("type", "button").text(ctx.phrase(word)).click(move || came_to.set(Some(means)))
    };
    let follows = move |came_to: Option<u8>| match came_to {
        None => Els::default(),
        Some(ASKED) => {
            let question = el("p").text(ctx.phrase(|t| t.sound.heard_ask));
            [question, answer(|t| t.sound.answers[0], HEARD), answer(|t| t.sound.answers[1], NOT_HEARD)]
                .into()
        }
        Some(HEARD) => [el("p").text(ctx.phrase(|t| t.sound.heard))].into(),
        Some(_) => {
            let advice = ADVICE.map(|advice| el("li").text(ctx.phrase(advice)));
            [el("ul").children(advice)].into()
        }
    };
    // The place is always there, so that a screen reader tells what comes into it.
    let place = el("div").class("sound-answer").attr("role", "status").switch(move || came_to.get(), follows);
    el("div").class("sound-check").child(check).child(place)
}
