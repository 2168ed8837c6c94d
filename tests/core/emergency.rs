//! The emergency number is known only if the browser's region is known.

use eased::domain::emergency::emergency_number;

#[test]
fn the_first_region_decides() {
    for (tags, number) in [
        (&["de-AT", "de", "en-US"][..], Some("112")),
        (&["de", "en-US", "en"], Some("911")),
        (&["en-GB", "en-US"], Some("999")),
        (&["en-AU"], Some("000")),
        (&["en-NZ"], Some("111")),
        (&["fr-ch"], Some("112")),
        (&["zh-Hant-HK"], Some("999")),
        (&["en_CA"], Some("911")),
        // A region without a known number ends the search: the number of another region would be wrong there.
        (&["pt-BR", "en-US"], None),
    ] {
        assert_eq!(emergency_number(tags.iter().copied(), None), number, "{tags:?}");
    }
}

#[test]
fn without_a_region_there_is_no_number() {
    for tags in [
        &[][..],
        &["de"],
        &["en", "de"],
        &["zh-Hant"],
        &["en-u-nu-latn"],
        &["en-x-us"],
        &["", "-"],
        &["es-419"],
    ] {
        assert_eq!(emergency_number(tags.iter().copied(), None), None, "{tags:?}");
    }
}

#[test]
fn there_is_no_number_if_the_time_zone_is_outside_the_region() {
    for (tag, zone, number) in [
        ("en-US", "America/New_York", Some("911")),
        ("en-US", "Pacific/Honolulu", Some("911")),
        ("en-US", "Europe/Berlin", None),
        ("en-GB", "Europe/London", Some("999")),
        ("en-GB", "Asia/Dubai", None),
        ("en-AU", "Australia/Perth", Some("000")),
        ("pt-PT", "Atlantic/Azores", Some("112")),
        ("fr-FR", "Indian/Reunion", None),
        // Time zones without a place are ignored.
        ("en-US", "UTC", Some("911")),
        ("en-US", "Etc/GMT+5", Some("911")),
    ] {
        assert_eq!(emergency_number([tag], Some(zone)), number, "{tag} in {zone}");
    }
}

#[test]
fn every_number_has_three_digits() {
    for (first, second) in ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| (a, b))) {
        let tag = format!("en-{first}{second}");
        let number = emergency_number([tag.as_str()], None).unwrap_or("000");
        assert!(number.len() == 3 && number.bytes().all(|b| b.is_ascii_digit()), "{tag}: {number}");
    }
}
