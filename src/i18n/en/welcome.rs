//! The first words.

use crate::i18n::welcome::WelcomeText;

pub const WELCOME: WelcomeText = WelcomeText {
    title: "New here?",
    what: "Eased leads you down the outer side of your thigh on a foam roller: find a tight spot, stay on it until it eases, move on, then the other leg.",
    data: "What you record lives only on this phone, without an account. Clearing this site’s data removes it, so export a backup now and then.",
    ios: "On iPhone: Home Screen first",
    ios_why: "Safari and the Home Screen app keep separate storage. What you record here would be missing there.",
    ios_how: [
        "Tap Share, the square with the arrow.",
        "Choose “Add to Home Screen”.",
        "Open Eased from the Home Screen and start there.",
    ],
    learn: "How to roll",
    offline: "Ready offline: from now on Eased opens without a network.",
    done: "Close",
};
