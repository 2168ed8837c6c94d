//! The names of what the plate shows, each with a line to it.

use leptos::prelude::*;

use super::{
    crop::Crop,
    decimal::decimal,
    place,
    plate::{NAMES, Name, Structure},
};
use crate::{domain::leg::Leg, text::leg::Structures, view::ctx::ctx};

/// Distance between a line and the name, plate units.
const AIR: f64 = 8.0;

/// The lines, inside the drawing.
#[component]
pub fn Leaders(leg: Memo<Leg>) -> impl IntoView {
    NAMES
        .iter()
        .map(|name| {
            let line = move || leader(name, leg.get());
            let dot = move || decimal(place::on_side(leg.get(), name.dot[0]));
            view! {
                <path class="name-line" d=line></path>
                <circle class="name-dot" cx=dot cy=decimal(name.dot[1]) r="3.5"></circle>
            }
        })
        .collect_view()
}

/// The words, beside it: they wrap, which text inside a drawing does not.
#[component]
pub fn Names(leg: Memo<Leg>) -> impl IntoView {
    let names = &ctx().text.get_untracked().leg.structures;
    let [left, top, width, height] = Crop::Named.frame();
    NAMES
        .iter()
        .map(|name| {
            let rightward = move || name.front == (leg.get() == Leg::Right);
            let x = move || (place::on_side(leg.get(), name.text[0]) - left) / width * 100.0;
            let y = (name.text[1] - top) / height * 100.0;
            view! {
                <span
                    class="name"
                    class:is-rightward=rightward
                    style:left=move || rightward().then(|| format!("{}%", decimal(x())))
                    style:right=move || (!rightward()).then(|| format!("{}%", decimal(100.0 - x())))
                    style:top=format!("{}%", decimal(y))
                >
                    {word(names, name.structure)}
                </span>
            }
        })
        .collect_view()
}

fn leader(name: &Name, leg: Leg) -> String {
    let back = if name.front { -AIR } else { AIR };
    let text = place::on_side(leg, name.text[0] + back);
    let dot = place::on_side(leg, name.dot[0]);
    format!("M{} {}L{} {}", decimal(dot), decimal(name.dot[1]), decimal(text), decimal(name.text[1]))
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
