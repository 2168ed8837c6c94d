//! The leg screen.

use crate::i18n::{
    leg::{LegText, PlaceText, Structures},
    placeholders::{Count, Fill},
};

pub const PLACES: PlaceText = PlaceText {
    stretches: [
        "top of the thigh",
        "upper thigh",
        "middle of the thigh",
        "lower thigh",
        "bottom of the thigh",
    ],
    hands: [
        "just below the hip bone",
        "about two fingers down",
        "about half a hand down",
        "about a hand down",
        "about a hand and a half down",
        "about two hands down",
        "about three hands down",
    ],
};

pub const LEG: LegText = LegText {
    last_first: ["Last time: left first", "Last time: right first"],
    marked: Count("1 spot.|{0} spots."),
    led: Count("Eased takes you there, then down to the knee.|Eased takes you from one to the next."),
    order: [
        Count("Left leg first, then 1 spot on the right.|Left leg first, then {0} spots on the right."),
        Count("Right leg first, then 1 spot on the left.|Right leg first, then {0} spots on the left."),
    ],
    plan: [
        Count("Today: left leg 1 spot|Today: left leg {0} spots"),
        Count("Today: right leg 1 spot|Today: right leg {0} spots"),
    ],
    plan_both: Fill("{0}, right leg {1}"),
    use_plan: "Use this plan",
    back_to_session: "Back to session",

    spots: "Spots",
    add_spot: "Add spot",
    undo: "Undo",
    place: "Position",
    pain: "Pain",
    more_of: Fill("Spot {0}: more"),
    position_of: Fill("Spot {0} position"),
    pain_of: Fill("Spot {0} pain"),
    up_of: Fill("Move spot {0} up"),
    down_of: Fill("Move spot {0} down"),
    remove_of: Fill("Remove spot {0}"),
    clear_of: Fill("Clear pain of spot {0}"),
    earlier: "Earlier spots",
    add_earlier: Fill("Add earlier spot, {0}"),

    places: PLACES,
    fifths: ["top", "upper", "middle", "lower", "bottom"],
    down: Fill("{0}\u{a0}cm down"),
    place_and_percent: Fill("{0}, {1} percent"),
    not_rated: "no rating",
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
