//! The names of what the diagram shows: words beside it, which wrap as text inside a drawing does not; or,
//! where they have no room, letters there and a key to them below, as old plates have it.

use leptos::prelude::*;

use super::{
    coordinates::{self, decimal},
    crop::Crop,
    drawing::{Naming, end},
    plate::{NAMES, Name, Structure},
    selected_leg::selected_leg,
    ui_state::LegUiState,
};
use crate::{app::context::use_app, domain::leg::Leg, i18n::leg::Structures};

/// What stands for the names, in their order.
const LETTERS: [&str; NAMES.len()] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

/// How the structures are named now, if they are. Tracked.
pub fn naming(ui: LegUiState) -> Option<Naming> {
    (ui.crop.get() == Crop::Named).then(|| ui.size.get().map_or(Naming::Words, Naming::fitting))
}

/// The words or letters at the ends of the lines that `drawing::leaders` draws.
#[component]
pub fn StructureNames(
    /// The state of the screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let words = &app.text.get_untracked().leg.structures;
    let shown = Memo::new(move |_| naming(ui).map(|naming| (naming, selected_leg(app))));
    let names = move |(naming, leg): (Naming, Leg)| {
        let name = |(it, letter): (&'static Name, &'static str)| match naming {
            Naming::Words => name_in_words(it, leg, word(words, it.structure)),
            Naming::Letters => name_by_letter(it, leg, letter),
        };
        NAMES.iter().zip(LETTERS).map(name).collect_view()
    };
    move || shown.get().map(names)
}

/// What the letters stand for.
#[component]
pub fn NameKey() -> impl IntoView {
    let words = &use_app().text.get_untracked().leg.structures;
    let row = |(it, letter): (&Name, &'static str)| {
        view! {
            <li>
                <b>{letter}</b>
                <span>{word(words, it.structure)}</span>
            </li>
        }
    };
    view! { <ul class="name-key">{NAMES.iter().zip(LETTERS).map(row).collect_view()}</ul> }
}

fn name_in_words(name: &Name, leg: Leg, word: &'static str) -> AnyView {
    let at = NamePlace::of(name, Naming::Words, leg);
    view! {
        <span class=at.class style:left=at.left style:right=at.right style:top=at.top>{word}</span>
    }
    .into_any()
}

/// The key says the letters to everyone, so they are hidden from screen readers.
fn name_by_letter(name: &Name, leg: Leg, letter: &'static str) -> AnyView {
    let at = NamePlace::of(name, Naming::Letters, leg);
    view! {
        <b class=at.class aria-hidden="true" style:left=at.left style:right=at.right style:top=at.top>{letter}</b>
    }
    .into_any()
}

/// Where a name stands.
struct NamePlace {
    class: &'static str,
    left: Option<String>,
    right: Option<String>,
    top: String,
}

impl NamePlace {
    fn of(name: &Name, naming: Naming, leg: Leg) -> Self {
        let [left, top, width, height] = Crop::Named.frame();
        let is_rightward = name.front == (leg == Leg::Right);
        let x = (coordinates::on_side(leg, end(name, naming)) - left) / width * 100.0;
        Self {
            class: if is_rightward { "name is-rightward" } else { "name" },
            left: is_rightward.then(|| decimal(x) + "%"),
            right: (!is_rightward).then(|| decimal(100.0 - x) + "%"),
            top: decimal((name.text[1] - top) / height * 100.0) + "%",
        }
    }
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
