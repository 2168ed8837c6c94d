//! Whether a session is kept.

use crate::i18n::kept::KeptText;

pub const KEPT: KeptText = KeptText {
    both: "Saved",
    one: "Saved once, no second copy yet",
    one_why: "Only one of this browser’s two stores has it. A backup file is the second copy.",
    nowhere: "Not kept",
    nowhere_why: "This browser did not take it: it is gone when the app closes. Export a backup now.",
};
