//! What is said about sound: the choices, the sound check, and what to do where nothing is heard.

use super::read::phrases;

phrases! {
    /// Phrases about sound.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SoundText {
        /// Heading.
        pub title: &'static str,
        /// Group.
        pub hear: &'static str,
        /// Choices: a voice and tones, tones, nothing.
        pub choices: [&'static str; 3],
        /// What the first means.
        pub voice_note: &'static str,
        /// Slider.
        pub volume: &'static str,
        /// List: which voice speaks.
        pub voice: &'static str,
        /// Its first option.
        pub voice_auto: &'static str,
        /// Button: hear the voice.
        pub voice_sample: &'static str,
        /// The device has no voice of its own for this language.
        pub no_voice: &'static str,
        /// The voice failed several times in a row; also on the session screen.
        pub voice_fails: &'static str,
        /// Switch.
        pub reader: &'static str,
        /// What it means.
        pub reader_note: &'static str,
        /// Switch.
        pub even_muted: &'static str,
        /// What it means on an iPhone.
        pub even_muted_note: &'static str,
        /// Switch.
        pub keeps_headphones_awake: &'static str,
        /// What it means.
        pub keeps_headphones_awake_note: &'static str,
        /// Switch.
        pub vibrates: &'static str,
        /// What it means.
        pub vibrates_note: &'static str,
        /// Button: hear what a session sounds like.
        pub check: &'static str,
        /// Spoken then.
        pub check_said: &'static str,
        /// Question.
        pub heard_ask: &'static str,
        /// Its answers: yes, no.
        pub answers: [&'static str; 2],
        /// It was heard.
        pub heard: &'static str,
        /// It was not: what to try.
        pub not_heard: [&'static str; 4],
    }
}
