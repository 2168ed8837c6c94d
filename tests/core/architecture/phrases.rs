//! No phrase that a person reads stands in a view: all of them are in `src/i18n`, once per language.

use super::{
    lexer::{Literal, lex},
    no_complaints, views,
};

/// The app's own name is the same in every language.
const NAME: &str = "Eased";

/// Attributes whose value is read to a person.
const READ_ALOUD: [&str; 7] = [
    "aria-label=",
    "aria-description=",
    "aria-roledescription=",
    "aria-valuetext=",
    "title=",
    "alt=",
    "placeholder=",
];

#[test]
fn a_view_holds_no_phrase() {
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
    // Why a lint is silenced is told to programmers.
    if before.ends_with("reason =") || before.ends_with("expect(") {
        return false;
    }
    if literal.text == NAME {
        return false;
    }
    let letters = literal.text.chars().any(char::is_alphabetic);
    let text_node = (before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->"))
        || (before.ends_with('}') && literal.before.contains('<'));
    let read = READ_ALOUD.iter().any(|attribute| before.ends_with(attribute));
    letters && (text_node || read || is_sentence(&literal.text))
}

/// Several words that begin or end like a sentence; lists of classes, drawings and ids do not.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation() || "“”„…".contains(c));
        word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || "-'’".contains(c))
    };
    let words = text.split_whitespace().filter(|word| is_word(word)).count();
    let capital = text.trim_start().chars().next().is_some_and(char::is_uppercase);
    words >= 2 && (capital || text.trim_end().ends_with(['.', '?', '!']))
}

#[test]
fn a_phrase_is_known_by_where_it_stands() {
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
