//! The red card: the signs that mean help, in the order of haste.

use crate::{
    domain::Event,
    text::claim::Claim,
    view::{
        ctx::ctx,
        dom::{El, el},
        ui::dialog,
    },
};

/// The red card. It needs nothing but itself: no network, no history.
pub fn card() -> El {
    let ctx = ctx();
    let t = &ctx.words().safety;
    let card = &t.card;
    let close = move || ctx.send(Event::RedCard(false));
    let emergency = signs("signs is-emergency", card.emergency, &card.emergency_signs);
    let inside = [
        el("h2").attr("id", "card-title").text(card.title),
        emergency.child(el("p").class("signs-do").text(card.call)),
        signs("signs is-same-day", card.same_day, &card.same_day_signs),
        signs("signs", card.clinician, &card.clinician_signs),
        el("p").class("sheet-small").text(card.not_a_device.text),
        el("footer")
            .class("sheet-foot")
            .child(el("button").attr("type", "button").class("action").text(t.close).click(close)),
    ];
    dialog("card-title", "sheet card", close, inside)
}

fn signs(class: &'static str, title: &'static str, signs: &'static [Claim]) -> El {
    let signs = signs.iter().map(|sign| el("li").text(sign.text));
    el("section").class(class).child(el("h3").text(title)).child(el("ul").children(signs))
}
