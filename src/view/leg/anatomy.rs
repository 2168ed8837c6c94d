//! The names of what the plate shows, beside it: they wrap, which text inside a drawing does not.

use super::{
    crop::Crop,
    decimal::measure,
    place,
    plate::{NAMES, Name, Structure},
};
use crate::{
    domain::leg::Leg,
    text::leg::Structures,
    view::dom::{El, el},
};

/// The words at the ends of the lines that `drawing::leaders` draws.
pub fn names(words: &Structures, leg: Leg) -> Vec<El> {
    NAMES.iter().map(|it| name(it, word(words, it.structure), leg)).collect()
}

fn name(name: &Name, word: &'static str, leg: Leg) -> El {
    let [left, top, width, height] = Crop::Named.frame();
    let rightward = name.front == (leg == Leg::Right);
    let x = (place::on_side(leg, name.text[0]) - left) / width * 100.0;
    let (from, x) = if rightward { ("left", x) } else { ("right", 100.0 - x) };
    el("span")
        .class(if rightward { "name is-rightward" } else { "name" })
        .style(from, measure(x, "%"))
        .style("top", measure((name.text[1] - top) / height * 100.0, "%"))
        .text(word)
}

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
