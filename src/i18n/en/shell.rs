//! Before the app.

use crate::i18n::shell::Shell;

pub const SHELL: Shell = Shell {
    which_leg: "Which leg",
    left_leg: "Left leg",
    right_leg: "Right leg",
    back: "back",
    front: "front",
    hip_keep_off: "hip bone: keep off",
    knee_keep_off: "knee: keep off",
    no_spots: "Tap a tight spot, or press Start and find them while rolling.",
    left_first: "Left leg first.",
    right_first: "Right leg first.",
    red_card: "Red card",
    start: "Start",
    nav_leg: "Leg",
    nav_history: "History",
    nav_learn: "Learn",
    nav_settings: "Settings",
    coming: "One moment…",
    not_here: "This page has not been stored on this phone yet. Connect to the internet once: from then on it opens without. Everything recorded is safe.",
    try_again: "Try again",
};
