//! Before and without the app.

use crate::text::shell::Shell;

pub const SHELL: Shell = Shell {
    description: "Guides you through rolling the outer side of your thigh on a foam roller, hands-free and offline.",
    shortcut: "Today’s leg",
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
    fail_panic: "Something broke and the app has stopped.",
    fail_load: "A part of the app did not arrive.",
    fail_old: "This browser is too old to run the app.",
    fail_script: "The app needs JavaScript, which is switched off here.",
    fail_safe: "What was saved is still on this device.",
    reload: "Reload",
    save_raw: "Save raw data as a file",
    save_raw_failed: "The file could not be made.",
};
