//! The leg screen.

use crate::text::leg::{LegText, Structures};

pub const LEG: LegText = LegText {
    last_first: ["Last time: left first", "Last time: right first"],
    marked: |n| if n == 1 { "1 spot.".into() } else { format!("{n} spots.") },
    led: |n| {
        if n == 1 { "You are led to it and on to the knee." } else { "You are led from one to the next." }
    },
    order: |first, n| {
        let (first, then) = [("Left", "right"), ("Right", "left")][first];
        match n {
            1 => format!("{first} leg first, then 1 spot on the {then}."),
            _ => format!("{first} leg first, then {n} spots on the {then}."),
        }
    },
    back_to_session: "Back to session",

    spots: "Spots",
    add_spot: "Add spot",
    undo: "Undo",
    place: "Position",
    pain: "Pain",
    position_of: |n| format!("Spot {n} position"),
    pain_of: |n| format!("Spot {n} pain"),
    up_of: |n| format!("Move spot {n} up by 5 percent"),
    down_of: |n| format!("Move spot {n} down by 5 percent"),
    remove_of: |n| format!("Remove spot {n}"),
    clear: "Clear",
    clear_of: |n| format!("Clear pain of spot {n}"),

    percent: |p| format!("{p}\u{a0}%"),
    stretch: |p| match p {
        0..=10 => "just under the hip bone",
        11..=35 => "upper thigh",
        36..=64 => "middle of the thigh",
        65..=89 => "lower thigh",
        _ => "just above the knee",
    },
    down: |cm| format!("{cm}\u{a0}cm down"),
    beside_finger: |p, cm| match cm {
        Some(cm) => format!("{p}\u{a0}%, about {cm}\u{a0}cm down"),
        None => format!("{p}\u{a0}%"),
    },
    place_spoken: |p, cm| match cm {
        Some(cm) => format!("{p} percent of the way down, about {cm} centimetres"),
        None => format!("{p} percent of the way down"),
    },
    not_rated: "not rated",
    pain_fact: |pain| format!("pain {pain}"),
    pain_spoken: |pain| format!("{pain} of 10"),

    show_anatomy: "Show anatomy",
    whole_leg: "Whole leg",
    structures: Structures {
        gluteus_medius: "gluteus medius",
        gluteus_maximus: "gluteus maximus",
        trochanter: "greater trochanter",
        biceps_femoris: "biceps femoris",
        fibular_head: "head of fibula",
        tensor_fasciae_latae: "tensor fasciae latae",
        rectus_femoris: "rectus femoris",
        vastus_lateralis: "vastus lateralis",
        band: "iliotibial band",
        patella: "kneecap",
        gerdys_tubercle: "Gerdy’s tubercle",
    },
};
