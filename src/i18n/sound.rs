//! Phrases about sound: settings, the sound check, and tips if nothing was heard.

use super::reader::phrases;

phrases! {
    /// Phrases about sound.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct SoundText {
        /// Heading.
        pub title: &'static str,
        /// Radio group: what the person hears.
        pub output: &'static str,
        /// Options: voice and tones, tones, silent.
        pub output_choices: [&'static str; 3],
        /// Explains the first option.
        pub voice_note: &'static str,
        /// Slider.
        pub volume: &'static str,
        /// Label of the list of voices.
        pub voice: &'static str,
        /// Its first option: automatic.
        pub voice_auto: &'static str,
        /// Button: plays a sample of the voice.
        pub voice_sample: &'static str,
        /// The device has no offline voice for this language.
        pub no_voice: &'static str,
        /// The voice failed several times in a row; also on the session screen.
        pub voice_fails: &'static str,
        /// Switch.
        pub screen_reader: &'static str,
        /// Explains it.
        pub screen_reader_note: &'static str,
        /// Switch.
        pub even_muted: &'static str,
        /// Explains it for iPhones.
        pub even_muted_note: &'static str,
        /// Switch.
        pub keeps_headphones_awake: &'static str,
        /// Explains it.
        pub keeps_headphones_awake_note: &'static str,
        /// Switch.
        pub vibrates: &'static str,
        /// Explains it.
        pub vibrates_note: &'static str,
        /// Button: plays the sounds of a session.
        pub sound_check: &'static str,
        /// Spoken during the sound check.
        pub sound_check_spoken: &'static str,
        /// The question after the sound check.
        pub heard_question: &'static str,
        /// Its answers: yes, no.
        pub heard_answers: [&'static str; 2],
        /// Shown after the answer yes.
        pub heard_yes: &'static str,
        /// Tips after the answer no.
        pub not_heard_tips: [&'static str; 4],
    }
}
