//! Whether a session is kept.

use crate::i18n::kept::KeptText;

pub const KEPT: KeptText = KeptText {
    both: "Gespeichert",
    one: "Erst einmal gespeichert",
    one_why: "Nur einer der beiden Speicher dieses Browsers hat sie. Eine Sicherungsdatei ist die zweite Kopie.",
    nowhere: "Nicht gespeichert",
    nowhere_why: "Dieser Browser hat sie nicht angenommen: Sie ist weg, sobald die App schließt. Exportiere jetzt eine Sicherung.",
};
