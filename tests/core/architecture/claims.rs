//! Claims about health that the app never makes, in any language.
//!
//! That each sentence about health names its source is the type's doing (`text::claim::Claim`); that no
//! sentence says what nothing supports is tested here, on every literal of `src/i18n`.

use super::{
    lexer::{Literal, lex},
    no_complaints, sources,
};

/// Words never said, each with its inflections; two words mean that they follow one another.
const NEVER: [&[&str]; 18] = [
    &["release", "releases", "released", "releasing"],
    &["break up", "breaks up", "breaking up", "broke up", "broken up"],
    &["adhesion", "adhesions"],
    &["dissolve", "dissolves", "dissolved", "dissolving"],
    &["lengthen", "lengthens", "lengthened", "lengthening"],
    &["loosen", "loosens", "loosened", "loosening"],
    &["cure", "cures", "cured", "curing"],
    &["heal", "heals", "healed", "healing"],
    &["guarantee", "guarantees", "guaranteed", "guaranteeing"],
    &["toxin", "toxins", "detox", "detoxes", "detoxify", "detoxifies", "detoxification"],
    &["one inch per second", "inch per second", "inch a second", "zoll pro sekunde"],
    &["verklebung", "verklebungen", "verklebt", "verklebte", "verklebten", "verkleben"],
    &["entgiftet", "entgiften", "entgiftung", "giftstoff", "giftstoffe", "giftstoffen"],
    &["heilt", "heilen", "geheilt", "heilend", "heilung", "heilsam", "kuriert", "kurieren"],
    &["garantiert", "garantieren", "garantie", "garantierte"],
    &["schlacke", "schlacken", "entschlackt", "entschlacken", "entschlackung"],
    &["lockert", "lockern", "gelockert", "lockerung", "auflockern", "lockernd"],
    &["zerreißt", "aufbricht", "bricht auf", "aufbrechen", "aufgelöst", "auflösen"],
];

/// Harmless alone, a claim beside the thing that it is said to change.
const BESIDE: [(&[&str], &[&str]); 2] = [
    (
        &["löst", "lösen", "gelöst", "löse"],
        &["verspannung", "verspannungen", "knoten", "faszie", "faszien", "blockade", "blockaden"],
    ),
    (
        &["verlängert", "verlängern", "verlängerung", "länger", "dehnt", "dehnen", "gedehnt"],
        &["band", "sehnenband", "faszie", "faszien", "muskel", "muskeln", "gewebe", "traktus"],
    ),
];

#[test]
fn no_language_claims_what_nothing_supports() {
    let mut complaints = Vec::new();
    for file in sources("src/i18n", ".rs") {
        for literal in lex(&file.text).literals {
            if let Some(claim) = forbidden(&literal) {
                complaints.push(format!("{}:{}: {claim:?} in {:?}", file.path, literal.line, literal.text));
            }
        }
    }
    no_complaints(&complaints);
}

/// The forbidden words of a sentence, unless it rests on `no-lengthen`, which may use them to deny.
fn forbidden(literal: &Literal) -> Option<String> {
    let denies = literal.before.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    if denies == Some("NoLengthen") {
        return None;
    }
    let said = padded(&literal.text);
    let says = |words: &&&str| said.contains(&format!(" {words} "));
    let never = NEVER.iter().copied().flatten().find(says);
    let beside = BESIDE.iter().find_map(|(act, thing)| {
        thing.iter().find(says)?;
        act.iter().find(says)
    });
    never.or(beside).map(|words| (*words).to_owned())
}

/// Lower case, one space between words and at both ends.
fn padded(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

#[test]
fn claims_are_found_as_whole_words() {
    let found = |code: &str| lex(code).literals.iter().filter_map(forbidden).count();
    assert_eq!(found(r#"a: "Rolling releases the band.""#), 1);
    assert_eq!(found(r#"a: "It breaks up knots""#), 1);
    assert_eq!(found(r#"a: "Das Rollen löst Verklebungen.""#), 1);
    assert_eq!(found(r#"a: "Es verlängert das Band.""#), 1);
    assert_eq!(found(r#"a: "Verlängert den Countdown um 10 s.""#), 0);
    assert_eq!(found(r#"a: "Your health is secure; ask a healthy friend.""#), 0);
    assert_eq!(found(r#"Claim::new(Source::NoLengthen, "It does not lengthen the band.")"#), 0);
    assert_eq!(found(r#"Claim::new(Source::Weeks, "It lengthens the band.")"#), 1);
}
