//! Phrases that say whether a session is stored.

use super::reader::phrases;

phrases! {
    /// Phrases about the stores that contain a session.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SaveStatusText {
        /// In both stores.
        pub saved: &'static str,
        /// In one of the two stores.
        pub saved_in_one_store: &'static str,
        /// Explains it.
        pub saved_in_one_store_note: &'static str,
        /// In neither store.
        pub not_saved: &'static str,
        /// Explains it.
        pub not_saved_note: &'static str,
    }
}
