//! Takes comments and indentation out of our own HTML, CSS and JavaScript. Not a minifier: compression does
//! the rest, and what these few rules do can be seen to be safe.

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

/// Removes indentation, empty lines and lines that are only a comment. A template literal that spans
/// lines would lose its indentation: we write none.
pub fn javascript(text: &str) -> String {
    lines(text.lines().filter(|line| !line.trim_start().starts_with("//")))
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
    fn html_loses_comments_of_several_lines() {
        assert_eq!(html("<p>\n  a <!-- b\n c --> d\n</p>\n"), "<p>\na  d\n</p>");
    }
}
