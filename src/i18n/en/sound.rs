//! What is said about sound.

use crate::i18n::sound::SoundText;

pub const SOUND: SoundText = SoundText {
    title: "Sound",
    hear: "What you hear",
    choices: ["Voice and tones", "Tones", "Silent"],
    voice_note: "It says which leg, which spot, how far to go and what to do.",
    volume: "Volume of the app",
    no_voice: "This device has no voice of its own for this language, so you hear tones only.",
    reader: "I use a screen reader",
    reader_note: "Then the app’s own voice is off and does not speak over yours.",
    even_muted: "Sound even when muted",
    even_muted_note: "On iPhone: off, your music plays on, and the silent switch mutes the app too. On, the app sounds with the switch on silent, and your music stops.",
    vibrates: "Vibrate",
    vibrates_note: "With the tones, where the phone can.",
    check: "Sound check",
    check_said: "This is how a session sounds.",
    heard_ask: "Did you hear it?",
    answers: ["Yes", "No"],
    heard: "Good. Put the phone where it will lie and check once more from the mat.",
    not_heard: [
        "Turn the volume up while a tone sounds.",
        "Look at the silent switch, or choose “Sound even when muted” in Settings.",
        "Headphones or a speaker may have the sound: turn Bluetooth off.",
        "Look at “Do not disturb”, then check again.",
    ],
};
