//! A finished hold.

use crate::i18n::{
    hold::{Endings, HoldText},
    placeholders::Fill,
};

pub const HOLD: HoldText = HoldText {
    endings: Endings {
        eased: "nachgelassen",
        moved_on: "weiter, bevor es nachließ",
        limit: "Grenze von 120 s, nicht nachgelassen",
        timed: "feste Zeit abgelaufen",
        wrong: "abgebrochen, fühlte sich falsch an",
        sharp: "abgebrochen: stechender Schmerz",
        numb: "abgebrochen: Taubheit",
        tingling: "abgebrochen: Kribbeln",
        other: "abgebrochen: etwas fühlte sich falsch an",
        stop_button: "mit der Stopp-Taste abgebrochen",
        interrupted: "unterbrochen, Ende nicht erfasst",
    },
    edited: "von dir geändert",
    pain_ease: Fill("danach {0}"),
    guessed: "Ort geschätzt",
    none: "Auf diesem Bein keine Stelle gehalten.",
};
