//! What is said about sound.

use crate::i18n::sound::SoundText;

pub const SOUND: SoundText = SoundText {
    title: "Ton",
    hear: "Was du hörst",
    choices: ["Stimme und Töne", "Töne", "Stumm"],
    voice_note: "Sie sagt, welches Bein, welche Stelle, wie weit und was zu tun ist.",
    volume: "Lautstärke der App",
    no_voice: "Dieses Gerät hat keine eigene Stimme für diese Sprache, darum hörst du nur Töne.",
    reader: "Ich nutze einen Screenreader",
    reader_note: "Dann schweigt die Stimme der App und spricht nicht über deine hinweg.",
    even_muted: "Ton auch bei Stummschaltung",
    even_muted_note: "Am iPhone: Aus, deine Musik läuft weiter, und der Stummschalter schaltet auch die App stumm. An, die App ist trotz Stummschalter zu hören, und deine Musik hält an.",
    vibrates: "Vibrieren",
    vibrates_note: "Mit den Tönen, wo das Handy es kann.",
    check: "Tonprobe",
    check_said: "So klingt eine Einheit.",
    heard_ask: "Hast du es gehört?",
    answers: ["Ja", "Nein"],
    heard: "Gut. Leg das Handy dorthin, wo es liegen wird, und probier es noch einmal von der Matte aus.",
    not_heard: [
        "Stell lauter, während ein Ton klingt.",
        "Sieh nach dem Stummschalter, oder wähle „Ton auch bei Stummschaltung“ in den Einstellungen.",
        "Vielleicht geht der Ton an Kopfhörer oder einen Lautsprecher: Schalte Bluetooth aus.",
        "Sieh nach „Nicht stören“ und probier es noch einmal.",
    ],
};
