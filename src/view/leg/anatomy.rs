//! The names of what the plate shows: words beside it, which wrap as text inside a drawing does not; or,
//! where they have no room, letters there and a key to them below, as old plates have it.

use super::{
    crop::Crop,
    decimal::measure,
    drawing::{Naming, end},
    hand::Hand,
    place,
    plate::{NAMES, Name, Structure},
};
use crate::{
    domain::leg::Leg,
    text::leg::Structures,
    view::dom::{El, el},
};

/// What stands for the names, in their order.
const LETTERS: [&str; NAMES.len()] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

/// How the structures are named now, if they are.
pub fn naming(hand: Hand) -> Option<Naming> {
    let held = hand.get();
    (held.crop == Crop::Named).then_some(held.size.map_or(Naming::Words, Naming::fitting))
}

/// The words or letters at the ends of the lines that `drawing::leaders` draws.
pub fn names(words: &Structures, naming: Naming, leg: Leg) -> Vec<El> {
    let name = |(it, letter): (&Name, &'static str)| match naming {
        Naming::Words => name("span", it, naming, leg).text(word(words, it.structure)),
        // The key says them to everyone.
        Naming::Letters => name("b", it, naming, leg).attr("aria-hidden", "true").text(letter),
    };
    NAMES.iter().zip(LETTERS).map(name).collect()
}

/// What the letters stand for.
pub fn key(words: &Structures) -> El {
    let row = |(it, letter): (&Name, &'static str)| {
        el("li").child(el("b").text(letter)).child(el("span").text(word(words, it.structure)))
    };
    el("ul").class("name-key").children(NAMES.iter().zip(LETTERS).map(row))
}

fn name(tag: &'static str, name: &Name, naming: Naming, leg: Leg) -> El {
    let [left, top, width, height] = Crop::Named.frame();
    let rightward = name.front == (leg == Leg::Right);
    let x = (place::on_side(leg, end(name, naming)) - left) / width * 100.0;
    let (from, x) = if rightward { ("left", x) } else { ("right", 100.0 - x) };
    el(tag)
        .class(if rightward { "name is-rightward" } else { "name" })
        .style(from, measure(x, "%"))
        .style("top", measure((name.text[1] - top) / height * 100.0, "%"))
}

#[inline(never)]
const fn word(names: &Structures, structure: Structure) -> &'static str {
    match structure {
        Structure::GluteusMedius => names.gluteus_medius,
        Structure::GluteusMaximus => names.gluteus_maximus,
        Structure::Trochanter => names.trochanter,
        Structure::BicepsFemoris => names.biceps_femoris,
        Structure::FibularHead => names.fibular_head,
        Structure::TensorFasciaeLatae => names.tensor_fasciae_latae,
        Structure::RectusFemoris => names.rectus_femoris,
        Structure::VastusLateralis => names.vastus_lateralis,
        Structure::Band => names.band,
        Structure::Patella => names.patella,
        Structure::GerdysTubercle => names.gerdys_tubercle,
    }
}
