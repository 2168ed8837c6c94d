//! A finished hold.

use crate::i18n::{
    hold::{Endings, HoldText},
    placeholders::Fill,
};

pub const HOLD: HoldText = HoldText {
    endings: Endings {
        eased: "eased",
        moved_on: "moved on, not eased",
        limit: "120 s limit, not eased",
        timed: "fixed time ran out",
        wrong: "stopped, it felt wrong",
        sharp: "stopped: sharp pain",
        numb: "stopped: numbness",
        tingling: "stopped: tingling",
        other: "stopped: something felt wrong",
        stop_button: "stopped with the Stop button",
        interrupted: "interrupted, the end is not known",
    },
    edited: "changed by you",
    pain_ease: Fill("then {0}"),
    guessed: "place guessed",
    none: "No spot held on this leg.",
};
