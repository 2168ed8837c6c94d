//! Labels of the anatomical structures. Words are HTML beside the drawing, because SVG text does not wrap;
//! where they do not fit, letters with a key below the plate are used.

use leptos::prelude::*;

use super::{
    coordinates::{self, decimal},
    crop::Crop,
    plate::{STRUCTURE_LABELS, Structure, StructureLabel},
    selected_leg::selected_leg,
    svg_markup::{LabelStyle, label_x},
    ui_state::LegUiState,
};
use crate::{app::context::use_app, domain::leg::Leg, i18n::leg::StructureNames};

/// The letters that replace the labels, in the order of [`STRUCTURE_LABELS`].
const LETTERS: [&str; STRUCTURE_LABELS.len()] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

/// The current label style; `None` while the structures are not labelled. Tracked.
pub fn label_style(ui: LegUiState) -> Option<LabelStyle> {
    (ui.crop.get() == Crop::Anatomy).then(|| ui.size.get().map_or(LabelStyle::Words, LabelStyle::for_size))
}

/// The words or letters at the ends of the lines from [`super::svg_markup::structure_leaders`].
#[component]
pub fn StructureLabels(
    /// UI state of the leg screen.
    ui: LegUiState,
) -> impl IntoView {
    let app = use_app();
    let words = &app.text.get_untracked().leg.structures;
    let shown = Memo::new(move |_| label_style(ui).map(|label_style| (label_style, selected_leg(app))));
    let names = move |(label_style, leg): (LabelStyle, Leg)| {
        let name = |(label, letter): (&'static StructureLabel, &'static str)| match label_style {
            LabelStyle::Words => word_label(label, leg, structure_name(words, label.structure)),
            LabelStyle::Letters => letter_label(label, leg, letter),
        };
        STRUCTURE_LABELS.iter().zip(LETTERS).map(name).collect_view()
    };
    move || shown.get().map(names)
}

/// The key to the letters.
#[component]
pub fn StructureKey() -> impl IntoView {
    let words = &use_app().text.get_untracked().leg.structures;
    let row = |(label, letter): (&StructureLabel, &'static str)| {
        view! {
            <li>
                <b>{letter}</b>
                <span>{structure_name(words, label.structure)}</span>
            </li>
        }
    };
    view! { <ul class="structure-key">{STRUCTURE_LABELS.iter().zip(LETTERS).map(row).collect_view()}</ul> }
}

fn word_label(label: &StructureLabel, leg: Leg, text: &'static str) -> AnyView {
    let position = LabelPosition::of(label, LabelStyle::Words, leg);
    view! {
        <span
            class=position.class
            style:left=position.left
            style:right=position.right
            style:top=position.top
        >
            {text}
        </span>
    }
    .into_any()
}

/// Hidden from screen readers, which read the key.
fn letter_label(name: &StructureLabel, leg: Leg, letter: &'static str) -> AnyView {
    let position = LabelPosition::of(name, LabelStyle::Letters, leg);
    view! {
        <b
            class=position.class
            aria-hidden="true"
            style:left=position.left
            style:right=position.right
            style:top=position.top
        >
            {letter}
        </b>
    }
    .into_any()
}

/// Class and position of a label, in percent of the plate.
struct LabelPosition {
    class: &'static str,
    left: Option<String>,
    right: Option<String>,
    top: String,
}

impl LabelPosition {
    fn of(name: &StructureLabel, label_style: LabelStyle, leg: Leg) -> Self {
        let [left, top, width, height] = Crop::Anatomy.bounds();
        let is_rightward = name.is_in_front == (leg == Leg::Right);
        let x = (coordinates::x_on_leg(leg, label_x(name, label_style)) - left) / width * 100.0;
        Self {
            class: if is_rightward { "structure-label is-rightward" } else { "structure-label" },
            left: is_rightward.then(|| decimal(x) + "%"),
            right: (!is_rightward).then(|| decimal(100.0 - x) + "%"),
            top: decimal((name.text_anchor[1] - top) / height * 100.0) + "%",
        }
    }
}

const fn structure_name(names: &StructureNames, structure: Structure) -> &'static str {
    match structure {
        Structure::GluteusMedius => names.gluteus_medius,
        Structure::GluteusMaximus => names.gluteus_maximus,
        Structure::Trochanter => names.trochanter,
        Structure::BicepsFemoris => names.biceps_femoris,
        Structure::FibularHead => names.fibular_head,
        Structure::TensorFasciaeLatae => names.tensor_fasciae_latae,
        Structure::RectusFemoris => names.rectus_femoris,
        Structure::VastusLateralis => names.vastus_lateralis,
        Structure::Band => names.iliotibial_band,
        Structure::Patella => names.patella,
        Structure::GerdysTubercle => names.gerdys_tubercle,
    }
}
