//! The first words.

use crate::i18n::welcome::WelcomeText;

pub const WELCOME: WelcomeText = WelcomeText {
    title: "Neu hier?",
    what: "Eased führt dich mit der Faszienrolle die Außenseite des Oberschenkels hinunter: eine Stelle finden, die spannt, dort bleiben, bis es nachlässt, weiterrollen, dann das andere Bein.",
    data: "Was du aufzeichnest, liegt nur auf diesem Handy, ohne Konto. Löschst du die Daten dieser Website, ist es weg: Exportiere ab und zu eine Sicherung.",
    ios: "Am iPhone: erst zum Home-Bildschirm",
    ios_why: "Safari und die App auf dem Home-Bildschirm haben getrennte Speicher. Was du hier aufzeichnest, würde dort fehlen.",
    ios_how: [
        "Tippe auf „Teilen“, das Quadrat mit dem Pfeil.",
        "Wähle „Zum Home-Bildschirm“.",
        "Öffne Eased vom Home-Bildschirm und fang dort an.",
    ],
    learn: "So rollst du",
    offline: "Offline bereit: Ab jetzt öffnet Eased auch ohne Netz.",
    done: "Schließen",
};
