//! Takes comments and white space out of our own HTML, CSS and JavaScript. Not a minifier: it renames and
//! rearranges nothing, compression does the rest, and what these few rules do can be seen to be safe.

/// Removes comments and the white space that has no meaning in CSS.
pub fn css(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest.find("*/").map_or("", |end| &rest[end + 2..]);
            continue;
        }
        if letter == '"' || letter == '\'' {
            let end = rest[1..].find(letter).map_or(rest.len(), |end| end + 2);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        if letter.is_whitespace() {
            // A space stays where two words or a selector and its descendant meet.
            if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
                out.push(' ');
            }
            continue;
        }
        if matches!(letter, '{' | '}' | ';' | ',') && out.ends_with(' ') {
            out.pop();
        }
        if letter == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push(letter);
    }
    out.trim_end().to_owned()
}

/// Removes comments that have a line to themselves and the white space that has no meaning in JavaScript. A
/// line ends where it did unless its last or the next letter says that the statement goes on. Texts in
/// quotation marks and regular expressions stay as they are; template literals are not known: we write none.
pub fn javascript(text: &str) -> String {
    let text = lines(text.lines().filter(|line| !line.trim_start().starts_with("//")));
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(length) = literal(&out, rest) {
            out.push_str(&rest[..length]);
            rest = &rest[length..];
            continue;
        }
        if !letter.is_whitespace() {
            if letter == '}' && out.ends_with(';') && !out.ends_with(");") {
                out.pop();
            }
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
            continue;
        }
        let behind = rest.trim_start();
        let space = &rest[..rest.len() - behind.len()];
        rest = behind;
        let before = out.chars().next_back().unwrap_or_default();
        let next = rest.chars().next().unwrap_or_default();
        if space.contains('\n') {
            if !"{([,;:?=&|>".contains(before) && !"})],;:?&|.".contains(next) {
                out.push('\n');
            }
        } else if !is_punctuation(before) && !is_punctuation(next) {
            out.push(' ');
        }
    }
    out
}

/// The length of the text in quotation marks or of the regular expression that begins here.
fn literal(before: &str, rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let expression =
        first == '/' && before.trim_end().ends_with(['(', ',', '=', ':', '[', '!', '&', '|', '?', '{', ';']);
    if !matches!(first, '"' | '\'') && !expression {
        return None;
    }
    let (mut escaped, mut of_class) = (false, false);
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' if expression => of_class = true,
            ']' if expression => of_class = false,
            _ if letter == first && !of_class => return Some(at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// Does it need no space beside it? Not the signs that mean something else when they stand together.
fn is_punctuation(letter: char) -> bool {
    "{}()[],;:?=&|<>.!*\"'".contains(letter)
}

/// Removes comments, indentation and empty lines of markup without `<pre>`.
pub fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].find("-->").map_or("", |end| &rest[start + end + 3..]);
    }
    out.push_str(rest);
    lines(out.lines())
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn css_keeps_its_meaning() {
        let given = "/* a */ @layer base, view;\n\
                     .a .b > :not(.c) ,\n.d::after { color : red; margin: calc(1px + 2px) ; content: \"a  ; b\"; }\n";
        assert_eq!(
            css(given),
            "@layer base,view;.a .b > :not(.c),.d::after{color :red;margin:calc(1px + 2px);content:\"a  ; b\"}"
        );
    }

    #[test]
    fn css_keeps_the_space_before_a_pseudo_class() {
        assert_eq!(css(".a :focus { }"), ".a :focus{}");
        assert_eq!(css("@media (min-width: 4em) and (x) {}"), "@media (min-width:4em) and (x){}");
    }

    #[test]
    fn css_survives_an_unclosed_comment_and_string() {
        assert_eq!(css("a{} /* b"), "a{}");
        assert_eq!(css("a{b:\"c"), "a{b:\"c");
    }

    #[test]
    fn javascript_keeps_addresses_in_strings() {
        assert_eq!(javascript("  // why\n  f(\"a//b\");\n\n"), "f(\"a//b\");");
    }

    #[test]
    fn javascript_keeps_its_meaning() {
        let given = "const f = async (a, b) => {\n  if (a) return b;\n  else g( / [/ ]+ /, 'a  b', \"c \\\" ; d\");\n};\n";
        assert_eq!(
            javascript(given),
            "const f=async(a,b)=>{if(a)return b;else g(/ [/ ]+ /,'a  b',\"c \\\" ; d\");};"
        );
        assert_eq!(javascript("a = b ? { c: 1 }\n  : d / 2 / e;\nx in y"), "a=b?{c:1}:d / 2 / e;x in y");
    }

    #[test]
    fn javascript_keeps_the_end_of_a_line_that_may_end_a_statement() {
        assert_eq!(javascript("let a\nlet b = c\n(d)\nreturn\n[e]"), "let a\nlet b=c\n(d)\nreturn\n[e]");
        assert_eq!(javascript("a++\n+b + +c - -d"), "a++\n+b + +c - -d");
        assert_eq!(
            javascript("function a() {}\nfunction b() {\n  while (c());\n}"),
            "function a(){}\nfunction b(){while(c());}"
        );
    }

    #[test]
    fn html_loses_comments_of_several_lines() {
        assert_eq!(html("<p>\n  a <!-- b\n c --> d\n</p>\n"), "<p>\na  d\n</p>");
    }
}
