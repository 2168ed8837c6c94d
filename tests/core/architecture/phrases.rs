//! Views contain no phrases: all phrases are in the language files, `locales/*.json`.

use super::{
    lexer::{Literal, lex},
    no_complaints, views,
};

/// The name of the app is the same in every language.
const APP_NAME: &str = "Eased";

/// Attributes whose value is shown or read to people.
const PHRASE_ATTRIBUTES: [&str; 7] = [
    "aria-label=",
    "aria-description=",
    "aria-roledescription=",
    "aria-valuetext=",
    "title=",
    "alt=",
    "placeholder=",
];

#[test]
fn no_view_contains_a_phrase() {
    let mut complaints = Vec::new();
    for file in views() {
        for literal in lex(&file.text).literals {
            if is_phrase(&literal) {
                complaints.push(format!("{}:{}: {:?}", file.path, literal.line, literal.text));
            }
        }
    }
    no_complaints(&complaints);
}

fn is_phrase(literal: &Literal) -> bool {
    let before = literal.before.trim_end();
    // Reasons of lint attributes and panic messages are for developers.
    if before.ends_with("reason =") || before.ends_with("expect(") {
        return false;
    }
    if literal.text == APP_NAME {
        return false;
    }
    let has_letters = literal.text.chars().any(char::is_alphabetic);
    let is_text_node = (before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->"))
        || (before.ends_with('}') && literal.before.contains('<'));
    let is_phrase_attribute = PHRASE_ATTRIBUTES.iter().any(|attribute| before.ends_with(attribute));
    has_letters && (is_text_node || is_phrase_attribute || is_sentence(&literal.text))
}

/// Whether a text has several words and begins or ends like a sentence. Lists of classes, SVG paths and ids do not.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”„…".contains(c));
        word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
    };
    let words = text.split_whitespace().filter(|word| is_word(word)).count();
    let has_capital = text.trim_start().chars().next().is_some_and(char::is_uppercase);
    words >= 2 && (has_capital || text.trim_end().ends_with(['.', '?', '!']))
}

#[test]
fn phrases_are_recognized_by_their_context() {
    let found = |code: &str| lex(code).literals.iter().filter(|l| is_phrase(l)).count();
    assert_eq!(found(r#"view! { <p>"Roll slowly"</p> }"#), 1);
    assert_eq!(found(r#"view! { <p>{n} "seconds"</p> }"#), 1);
    assert_eq!(found(r#"view! { <button aria-label="Close">{x}</button> }"#), 1);
    assert_eq!(found(r#"let words = "Take the weight off";"#), 1);
    assert_eq!(found(r#"match x { A => "way-mark is-eased", B => "way-mark" }"#), 0);
    assert_eq!(found(r#"view! { <p class="a b">{x} ", " {y}</p> }"#), 0);
    assert_eq!(found(r#"#[expect(lint, reason = "Dates are small.")]"#), 0);
    assert_eq!(found(r#"view! { <path d="M 0 0 L 10 10"/> }"#), 0);
    assert_eq!(found(r#"let d = format!("M{dot} {}L{text} {}", a, b);"#), 0);
}
