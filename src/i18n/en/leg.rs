//! The leg screen.

use crate::i18n::{
    leg::{LegText, Structures},
    placeholders::{Count, Fill},
};

pub const LEG: LegText = LegText {
    last_first: ["Last time: left first", "Last time: right first"],
    marked: Count("1 spot.|{0} spots."),
    led: Count("You are led to it and on to the knee.|You are led from one to the next."),
    order: [
        Count("Left leg first, then 1 spot on the right.|Left leg first, then {0} spots on the right."),
        Count("Right leg first, then 1 spot on the left.|Right leg first, then {0} spots on the left."),
    ],
    back_to_session: "Back to session",

    spots: "Spots",
    add_spot: "Add spot",
    undo: "Undo",
    place: "Position",
    pain: "Pain",
    position_of: Fill("Spot {0} position"),
    pain_of: Fill("Spot {0} pain"),
    up_of: Fill("Move spot {0} up by 5 percent"),
    down_of: Fill("Move spot {0} down by 5 percent"),
    remove_of: Fill("Remove spot {0}"),
    clear: "Clear",
    clear_of: Fill("Clear pain of spot {0}"),
    earlier: "Earlier spots",
    add_earlier: Fill("Add earlier spot, {0}"),

    stretches: [
        "just under the hip bone",
        "upper thigh",
        "middle of the thigh",
        "lower thigh",
        "just above the knee",
    ],
    down: Fill("{0}\u{a0}cm down"),
    percent_and_cm: Fill("{0}\u{a0}%, about {1}\u{a0}cm down"),
    percent_spoken: Fill("{0} percent of the way down"),
    percent_and_cm_spoken: Fill("{0} percent of the way down, about {1} centimetres"),
    not_rated: "not rated",
    pain_fact: Fill("pain {0}"),
    pain_spoken: Fill("{0} of 10"),

    copy_to: ["Copy to left leg", "Copy to right leg"],
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
