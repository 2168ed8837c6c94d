//! Which of a device's voices speaks.

use eased::domain::voice::best_voice;

fn best(voices: &[(&'static str, bool)], tag: &str, wishes: &[&str]) -> Option<&'static str> {
    let wishes: Vec<String> = wishes.iter().map(|wish| (*wish).to_owned()).collect();
    best_voice(voices.iter().copied(), tag, &wishes).map(|at| voices[at].0)
}

#[test]
fn the_voice_of_the_persons_region_comes_first() {
    let voices = [("en-US", true), ("en-GB", true), ("en-IN", true)];
    assert_eq!(best(&voices, "en", &["en-GB", "en"]), Some("en-GB"));
    assert_eq!(best(&voices, "en", &["de-DE", "en-IN"]), Some("en-IN"));
    // Some devices write it so.
    assert_eq!(best(&[("en_US", true), ("en_GB", false)], "en", &["en-GB"]), Some("en_GB"));
}

#[test]
fn then_the_one_of_the_language_that_is_shown() {
    let voices = [("pt-PT", true), ("pt-BR", false)];
    assert_eq!(best(&voices, "pt-BR", &["en-US"]), Some("pt-BR"));
    assert_eq!(best(&voices, "pt-BR", &["pt-PT"]), Some("pt-PT"));
    assert_eq!(best(&[("pt-PT", false)], "pt-BR", &["pt-BR"]), Some("pt-PT"));
}

#[test]
fn among_equals_the_device_decides() {
    let voices = [("de-CH", false), ("de-AT", true), ("de-DE", false)];
    assert_eq!(best(&voices, "de", &["de"]), Some("de-AT"));
    assert_eq!(best(&[("de-CH", false), ("de-DE", false)], "de", &[]), Some("de-CH"));
}

#[test]
fn another_language_is_none() {
    assert_eq!(best(&[("en-US", true), ("deu", true)], "de", &["de-DE"]), None);
    assert_eq!(best(&[], "de", &["de-DE"]), None);
}
