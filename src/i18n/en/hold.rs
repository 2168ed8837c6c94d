//! A finished hold.

use crate::i18n::{
    hold::{Endings, HoldText},
    placeholders::Fill,
};

pub const HOLD: HoldText = HoldText {
    endings: Endings {
        eased: "eased",
        moved_on: "moved on before it eased",
        limit: "120 s limit, did not ease",
        timed: "set time was up",
        wrong: "stopped, it felt wrong",
        sharp: "stopped: sharp pain",
        numb: "stopped: numbness",
        tingling: "stopped: tingling",
        other: "stopped: something felt wrong",
        stop_button: "stopped with the Stop button",
        interrupted: "interrupted, no ending recorded",
    },
    edited: "changed by you",
    pain_ease: Fill("then {0}"),
    guessed: "place estimated",
    none: "No spot held on this leg.",
};
