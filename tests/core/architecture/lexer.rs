//! A minimal Rust lexer that separates code, string literals and comments.

/// A string literal.
pub struct Literal {
    /// The line in the file, counted from 1.
    pub line: usize,
    /// The text. Escapes are resolved only as far as the tests need it.
    pub text: String,
    /// The code between the previous literal and this one.
    pub before: String,
}

/// The result of [`lex`].
pub struct Lexed {
    /// The code without comments, with every string literal replaced by `""`. Line breaks are kept.
    pub code: String,
    /// The string literals, in order.
    pub literals: Vec<Literal>,
}

/// Separates the code, the string literals and the comments of a Rust file.
pub fn lex(text: &str) -> Lexed {
    let mut lexed = Lexed { code: String::new(), literals: Vec::new() };
    let mut rest = text;
    let mut literal_end = 0;
    while let Some(c) = rest.chars().next() {
        let raw_hashes = raw_string(rest).filter(|_| !lexed.code.ends_with(is_word));
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |at| at + 2);
            keep_line_breaks(&mut lexed.code, &rest[..end]);
            rest = &rest[end..];
        } else if let Some(hashes) = raw_hashes {
            let start = 2 + hashes;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = rest[start..].find(&close).map_or(rest.len(), |at| start + at);
            let (body, after) = (&rest[start..end], (end + close.len()).min(rest.len()));
            push(&mut lexed, &mut literal_end, body.to_owned());
            keep_line_breaks(&mut lexed.code, body);
            rest = &rest[after..];
        } else if c == '"' {
            let end = string_end(rest);
            push(&mut lexed, &mut literal_end, unescaped(&rest[1..end]));
            keep_line_breaks(&mut lexed.code, &rest[..end]);
            rest = &rest[(end + 1).min(rest.len())..];
        } else if let Some(length) = char_literal(rest) {
            lexed.code.push_str("' '");
            rest = &rest[length..];
        } else {
            lexed.code.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    lexed
}

fn push(lexed: &mut Lexed, literal_end: &mut usize, text: String) {
    let before = lexed.code[*literal_end..].to_owned();
    // The code keeps its line breaks, so the line is counted from the previous literal.
    let last = lexed.literals.last().map_or(1, |l| l.line);
    let line = last + before.matches('\n').count();
    lexed.code.push_str("\"\"");
    *literal_end = lexed.code.len();
    lexed.literals.push(Literal { line, text, before });
}

fn keep_line_breaks(code: &mut String, skipped: &str) {
    code.extend(skipped.chars().filter(|c| *c == '\n'));
}

/// The number of hashes of the raw string that starts here; `None` if no raw string starts here.
fn raw_string(rest: &str) -> Option<usize> {
    let hashes = rest.strip_prefix('r')?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    hashes[count..].starts_with('"').then_some(count)
}

/// The index of the closing quotation mark of the string literal that starts here.
fn string_end(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// The length of the character literal that starts here; `None` if no such literal starts here, as with a lifetime.
fn char_literal(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('\'')?;
    if inner.starts_with('\\') {
        return inner[2..].find('\'').map(|at| at + 4);
    }
    let c = inner.chars().next()?;
    inner[c.len_utf8()..].starts_with('\'').then(|| c.len_utf8() + 2)
}

fn unescaped(body: &str) -> String {
    let mut text = String::new();
    let mut rest = body.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match rest.next() {
            // A continued line: its indentation is not part of the text.
            Some('\n') => while rest.next_if(|c| c.is_whitespace()).is_some() {},
            // Usually a no-break space or a dash. The tests do not need the exact character.
            Some('u') => {
                rest.by_ref().find(|c| *c == '}');
                text.push(' ');
            }
            Some('n' | 't' | 'r') => text.push(' '),
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn code_literals_and_comments_are_separated() {
    let lexed = lex(concat!(
        "let a = \"one \\\"two\\\"\"; // \"no\"\n",
        "/* \"nor\"\n this */ let b: &'static str = r#\"three \"four\"\"#;\n",
        "let c = '\"'; let d = '\\''; let e = \"fi\\\n   ve\\u{a0}s\";\n",
        "for\"six\"",
    ));
    let texts: Vec<_> = lexed.literals.iter().map(|l| (l.line, l.text.as_str())).collect();
    assert_eq!(texts, [(1, "one \"two\""), (3, "three \"four\""), (4, "five s"), (6, "six")]);
    assert!(!lexed.code.contains("nor"));
}
