//! Before the app.

use crate::i18n::shell::Shell;

pub const SHELL: Shell = Shell {
    which_leg: "Which leg",
    left_leg: "Left leg",
    right_leg: "Right leg",
    back: "back",
    front: "front",
    hip_keep_off: "Not on the hip bone",
    knee_keep_off: "Not on the knee",
    tap_where: "Tap where it is tight",
    starts_here: "roller starts here",
    stop_here: "stop here",
    no_spots: "Tap where it’s tight, or just start and find spots as you roll.",
    left_first: "Left leg first.",
    right_first: "Right leg first.",
    safety: "Safety",
    start: "Start",
    nav: "Screens",
    nav_leg: "Leg",
    nav_history: "History",
    nav_learn: "Learn",
    nav_settings: "Settings",
    coming: "One moment…",
    not_here: "This page has not been stored on this phone yet. Connect to the internet once: from then on it opens without. Everything recorded is safe.",
    try_again: "Try again",
};
