//! Selection of the speech synthesis voice.

use eased::domain::voice::{Voice, best_voice, usable_voices};

fn voice(name: &str, tag: &str, is_preferred: bool) -> Voice {
    Voice { name: name.into(), id: name.into(), language_tag: tag.into(), is_preferred }
}

/// Voices named by their language tags.
fn of_tags(voices: &[(&str, bool)]) -> Vec<Voice> {
    voices.iter().map(|(tag, is_preferred)| voice(tag, tag, *is_preferred)).collect()
}

fn best<'a>(voices: &'a [Voice], tag: &str, browser_tags: &[&str]) -> Option<&'a str> {
    let browser_tags: Vec<String> =
        browser_tags.iter().map(|browser_tag| (*browser_tag).to_owned()).collect();
    best_voice(voices, tag, &browser_tags, None).map(|at| voices[at].name.as_str())
}

#[test]
fn a_voice_of_the_region_comes_first() {
    let voices = of_tags(&[("en-US", true), ("en-GB", true), ("en-IN", true)]);
    assert_eq!(best(&voices, "en", &["en-GB", "en"]), Some("en-GB"));
    assert_eq!(best(&voices, "en", &["de-DE", "en-IN"]), Some("en-IN"));
    // Some devices write tags with an underscore.
    assert_eq!(best(&of_tags(&[("en_US", true), ("en_GB", false)]), "en", &["en-GB"]), Some("en_GB"));
}

#[test]
fn a_voice_with_the_exact_language_tag_comes_second() {
    let voices = of_tags(&[("pt-PT", true), ("pt-BR", false)]);
    assert_eq!(best(&voices, "pt-BR", &["en-US"]), Some("pt-BR"));
    assert_eq!(best(&voices, "pt-BR", &["pt-PT"]), Some("pt-PT"));
    assert_eq!(best(&of_tags(&[("pt-PT", false)]), "pt-BR", &["pt-BR"]), Some("pt-PT"));
}

#[test]
fn among_equals_the_default_of_the_device_comes_first() {
    let voices = of_tags(&[("de-CH", false), ("de-AT", true), ("de-DE", false)]);
    assert_eq!(best(&voices, "de", &["de"]), Some("de-AT"));
    assert_eq!(best(&of_tags(&[("de-CH", false), ("de-DE", false)]), "de", &[]), Some("de-CH"));
}

#[test]
fn a_voice_of_another_language_is_never_used() {
    assert_eq!(best(&of_tags(&[("en-US", true), ("deu", true)]), "de", &["de-DE"]), None);
    assert_eq!(best(&[], "de", &["de-DE"]), None);
}

#[test]
fn a_novelty_voice_is_never_used() {
    // Some browsers report every voice as the default, some none.
    for is_preferred in [true, false] {
        let voices = [
            voice("Albert", "en-US", is_preferred),
            voice("Bad News", "en-US", is_preferred),
            voice("Samantha", "en-US", is_preferred),
            voice("Daniel", "en-GB", is_preferred),
            voice("Rishi", "en-IN", is_preferred),
            voice("Zarvox", "en-US", is_preferred),
        ];
        assert_eq!(best(&voices, "en", &["en-US"]), Some("Samantha"));
        assert_eq!(best(&voices, "en", &["en-GB"]), Some("Daniel"));
        assert_eq!(best(&voices, "en", &["en-IN"]), Some("Rishi"));
        assert_eq!(usable_voices(&voices, "en"), [2, 3, 4]);
    }
    assert_eq!(best(&[voice("Zarvox", "en-US", true)], "en", &["en-US"]), None);
}

#[test]
fn a_novelty_voice_with_a_translated_name_is_known_by_its_identifier() {
    let voice_with = |name: &str, end: &str| Voice {
        id: format!("urn:moz-tts:osx:com.apple.speech.synthesis.voice.{end}"),
        ..voice(name, "en-US", true)
    };
    assert_eq!(
        usable_voices(
            &[voice_with("Mauvaises nouvelles", "BadNews"), voice_with("Superestrella", "Princess")],
            "en"
        ),
        [0; 0]
    );
    // A standard voice with the same prefix.
    assert_eq!(usable_voices(&[voice_with("Alex", "Alex")], "en"), [0]);
    // Names that only begin like that of a novelty voice.
    assert_eq!(
        usable_voices(&[voice("Organa", "en-US", false), voice("Whisperia", "en-US", false)], "en"),
        [0, 1]
    );
}

#[test]
fn a_robotic_voice_is_used_only_if_there_is_no_other() {
    let voices = [
        voice("Eddy (Deutsch (Deutschland))", "de-DE", true),
        voice("Grandma (Deutsch (Deutschland))", "de-DE", true),
        voice("Anna", "de-DE", false),
        voice("Rocko", "de-DE", true),
    ];
    assert_eq!(best(&voices, "de", &["de-DE"]), Some("Anna"));
    assert_eq!(best(&voices[..2], "de", &["de-DE"]), Some("Eddy (Deutsch (Deutschland))"));
    let french = [voice("Grand-mère (français (France))", "fr-FR", true), voice("Thomas", "fr-FR", true)];
    assert_eq!(best(&french, "fr", &["fr-FR"]), Some("Thomas"));
    // A standard voice of another region comes before a robotic voice of the region.
    let british = [voice("Reed (English (UK))", "en-GB", true), voice("Samantha", "en-US", true)];
    assert_eq!(best(&british, "en", &["en-GB"]), Some("Samantha"));
    let linux = [voice("English+Whisper", "en-GB", false), voice("English espeak-ng", "en-GB", false)];
    assert_eq!(best(&linux, "en", &["en-GB"]), Some("English espeak-ng"));
    // "Flo" is a robotic voice, "Florian" is not.
    assert_eq!(
        best(&[voice("Flo", "de-DE", true), voice("Florian", "de-DE", false)], "de", &[]),
        Some("Florian")
    );
}

#[test]
fn among_equals_the_better_recording_comes_first() {
    let voice_with = |quality: &str| Voice {
        id: format!("com.apple.voice.{quality}.de-DE.Anna"),
        ..voice(quality, "de-DE", true)
    };
    assert_eq!(
        best(&[voice_with("compact"), voice_with("premium"), voice_with("enhanced")], "de", &["de-DE"]),
        Some("premium")
    );
}

#[test]
fn the_chosen_voice_comes_before_all_others() {
    let voices =
        [voice("Samantha", "en-US", true), voice("Fred", "en-US", false), voice("Anna", "de-DE", true)];
    let chosen = |tag: &str, id: &str| best_voice(&voices, tag, &["en-US".into()], Some(id));
    assert_eq!(chosen("en", "Fred"), Some(1));
    // The choice was made for another language, or on another device.
    assert_eq!(chosen("de", "Fred"), Some(2));
    assert_eq!(chosen("en", "Karen"), Some(0));
}
