//! Turns the template `index.html` into the page that is served.
//!
//! Placeholders: `{{policy}}`, `{{languages}}`, `{{drawing}}`, `{{boot}}`, `{{database}}`, `{{description}}`, and what
//! the app begins with (`{{wasm}}`, `{{words}}`); `{{t:name}}` is the phrase in every language, of which the style sheet
//! shows one; `{{each:name}}` is one paragraph per language, for where no script can choose.
//! `<link data-eased="critical">` is inlined; each other kind goes into one file that boot adds.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use eased::i18n::{LANGUAGES, PAGES, Text};

use crate::csp::policy;
use crate::minify::{Minify, Syntax};

/// What the page is made of besides its template.
#[derive(Debug)]
pub struct Parts<'a> {
    /// The drawing's symbols: one hidden `<svg>`, or nothing.
    pub drawing: &'a str,
    /// The critical styles, minified.
    pub critical: &'a str,
    /// The boot script's file name.
    pub boot: &'a str,
    /// What the app begins with: placeholders and the names that fill them.
    pub begins: &'a [(&'a str, &'a str)],
    /// The app's IndexedDB database, for saving raw data without the app.
    pub database: &'a str,
}

/// Fills the template.
pub fn fill(template: &str, parts: &Parts<'_>, minify: Minify) -> Result<String, String> {
    // The links to styles have done their work.
    let kept: Vec<&str> = template.lines().filter(|line| !line.contains("data-eased")).collect();
    let (markup, scripts) = take_scripts(&kept.join("\n"))?;
    let scripts = scripts
        .iter()
        .map(|script| minify.script(&words(script, parts), Syntax::Es5))
        .collect::<Result<Vec<String>, String>>()?;
    let style = language_rules() + parts.critical;

    let mut html = phrases(&words(&without_comments(&markup), parts))?;
    for (index, script) in scripts.iter().enumerate() {
        html = html.replacen(&slot(index), &format!("<script>{script}</script>"), 1);
    }
    html = html.replacen("</title>", &format!("</title>\n<style>{style}</style>"), 1);
    let inline: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let policy = policy(&inline, &[&style]);
    html = html.replace("{{policy}}", &policy).replace("{{drawing}}", parts.drawing.trim());
    match html.find("{{") {
        Some(at) => {
            Err(format!("index.html: nothing fills {}", html[at..].chars().take(40).collect::<String>()))
        }
        None => Ok(html),
    }
}

/// The files that links of this kind name, in their order.
pub fn styles<'a>(template: &'a str, kind: &str) -> Vec<&'a str> {
    let marker = format!("data-eased=\"{kind}\"");
    template
        .lines()
        .filter(|line| line.contains("<link") && line.contains(&marker))
        .filter_map(|line| line.split("href=\"").nth(1)?.split('"').next())
        .collect()
}

/// The kinds of style sheets, each once.
pub fn style_kinds(template: &str) -> BTreeSet<&str> {
    template.split("data-eased=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Markup without comments, indentation and empty lines. There is no `<pre>` in it.
pub fn without_comments(markup: &str) -> String {
    let mut kept = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, comment)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The manifest in one language.
pub fn manifest(template: &str, text: &Text) -> Result<String, String> {
    let mut filled = template.replace("{{lang}}", text.tag);
    let place = LANGUAGES.iter().position(|known| known.tag == text.tag).unwrap_or_default();
    for (name, phrase) in of_language(place) {
        if phrase.contains(['"', '\\', '\n']) {
            return Err(format!("the phrase {name} ({}) needs escaping in JSON", text.tag));
        }
        filled = filled.replace(&format!("{{{{{name}}}}}"), phrase);
    }
    Ok(filled)
}

/// The manifest's file name: the fallback language has the plain one.
pub fn manifest_name(text: &Text) -> String {
    if text.tag == LANGUAGES[0].tag {
        "manifest.webmanifest".to_owned()
    } else {
        format!("manifest.{}.webmanifest", text.tag)
    }
}

/// Of a phrase in every language only the page's own is shown.
fn language_rules() -> String {
    let mut rules = String::new();
    for text in LANGUAGES {
        let _ = write!(rules, "html[lang={tag}] .t:not([lang={tag}]){{display:none}}", tag = text.tag);
    }
    rules
}

fn words(text: &str, parts: &Parts<'_>) -> String {
    let tags: Vec<String> = LANGUAGES.iter().map(|text| format!("\"{}\"", text.tag)).collect();
    begins(text, parts.begins)
        .replace("{{languages}}", &format!("[{}]", tags.join(",")))
        .replace("{{boot}}", parts.boot)
        .replace("{{database}}", parts.database)
        .replace("{{description}}", &escape(PAGES[0].description))
}

/// Fills in the names of what the app begins with.
pub fn begins(text: &str, names: &[(&str, &str)]) -> String {
    let fill = |text: String, (what, name): &(&str, &str)| text.replace(&["{{", what, "}}"].concat(), name);
    names.iter().fold(text.to_owned(), fill)
}

/// Every phrase of a language that a template may name.
fn of_language(place: usize) -> Vec<(&'static str, &'static str)> {
    LANGUAGES[place].shell.phrases().into_iter().chain(PAGES[place].phrases()).collect()
}

/// What the worker shows where even the page is missing, as a text of JavaScript: a page of its own.
pub fn lost() -> String {
    let mut page = String::from(
        "'<!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><title>Eased</title>",
    );
    for (text, words) in LANGUAGES.iter().zip(PAGES) {
        let _ = write!(page, "<p lang={}>{}", text.tag, escape(words.lost));
    }
    page + "'"
}

fn phrases(text: &str) -> Result<String, String> {
    let mut out = text.to_owned();
    for (index, (name, _)) in of_language(0).iter().enumerate() {
        let every = |open: &str, close: &str| {
            LANGUAGES
                .iter()
                .enumerate()
                .map(|(place, text)| {
                    let phrase = escape(of_language(place)[index].1);
                    open.replace("LANG", text.tag) + &phrase + close
                })
                .collect::<String>()
        };
        out = out
            .replace(&format!("{{{{t:{name}}}}}"), &every("<span class=t lang=LANG>", "</span>"))
            .replace(&format!("{{{{each:{name}}}}}"), &every("<p lang=LANG>", "</p>"));
    }
    match out.find("{{t:").or_else(|| out.find("{{each:")) {
        Some(at) => Err(format!("index.html: no phrase {}", out[at..].chars().take(40).collect::<String>())),
        None => Ok(out),
    }
}

/// Takes the inline scripts out, so that rules for markup leave them alone.
fn take_scripts(html: &str) -> Result<(String, Vec<String>), String> {
    let mut out = String::with_capacity(html.len());
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script>") {
        let end = rest[start..].find("</script>").ok_or("index.html: a script is not closed")? + start;
        out.push_str(&rest[..start]);
        out.push_str(&slot(scripts.len()));
        scripts.push(rest[start + "<script>".len()..end].to_owned());
        rest = &rest[end + "</script>".len()..];
    }
    out.push_str(rest);
    Ok((out, scripts))
}

fn slot(index: usize) -> String {
    format!("<inline-script-{index}>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest;

    const PARTS: Parts<'_> = Parts {
        drawing: "<svg id=d></svg>",
        critical: "a{}",
        boot: "boot-1.js",
        begins: &[("wasm", "eased-1.wasm")],
        database: "eased",
    };

    const TEMPLATE: &str = "<title>Eased</title>\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"{{policy}}\">\n\
        <link data-eased=\"critical\" href=\"style/a.css\">\n\
        <link data-eased=\"late\" href=\"style/b.css\">\n\
        <!-- gone -->\n<script>\n  var known = {{languages}}; if (1 < 2) {}\n</script>\n\
        {{drawing}}\n<b>{{t:start}}</b>{{each:reload}}\n<script defer src=\"{{boot}}\"></script>";

    #[test]
    fn the_policy_names_what_is_inline() {
        let page = fill(TEMPLATE, &PARTS, Minify::No).expect("fills");
        let inside = |open: &str, close: &str| {
            page.split_once(open).and_then(|(_, rest)| rest.split_once(close)).expect(open).0
        };
        let policy = inside("Content-Security-Policy\" content=\"", "\"");
        let script = inside("<script>", "</script>");
        assert!(policy.contains(&digest::csp_source(inside("<style>", "</style>"))), "{page}");
        assert!(policy.contains(&digest::csp_source(script)) && script.contains("[\"en\",\"de\"]"), "{page}");
    }

    #[test]
    fn nothing_of_the_workshop_is_left() {
        let page = fill(TEMPLATE, &PARTS, Minify::No).expect("fills");
        for word in ["data-eased", "gone", "{{", "<inline-script"] {
            assert!(!page.contains(word), "{word} in {page}");
        }
        assert!(page.contains("<b><span class=t lang=en>Start</span><span class=t lang=de>"));
        assert!(page.contains("<p lang=de>Neu laden</p>"));
        assert!(page.contains("src=\"boot-1.js\""));
    }

    #[test]
    fn a_placeholder_that_nothing_fills_is_an_error() {
        assert!(fill("<title></title>{{t:nonsense}}", &PARTS, Minify::No).is_err());
        assert!(fill("<title></title>{{nonsense}}", &PARTS, Minify::No).is_err());
    }

    #[test]
    fn styles_keep_the_order_of_their_links() {
        assert_eq!(styles(TEMPLATE, "critical"), ["style/a.css"]);
        assert_eq!(styles(TEMPLATE, "late"), ["style/b.css"]);
        assert_eq!(style_kinds(TEMPLATE).into_iter().collect::<Vec<_>>(), ["critical", "late"]);
    }

    #[test]
    fn markup_loses_comments_of_several_lines() {
        assert_eq!(without_comments("<p>\n  a <!-- b\n c --> d\n</p>\n"), "<p>\na  d\n</p>");
    }

    #[test]
    fn every_language_has_a_manifest() {
        for (text, page) in LANGUAGES.into_iter().zip(PAGES) {
            let filled = manifest("{\"lang\":\"{{lang}}\",\"d\":\"{{description}}\"}", text).expect("fills");
            assert!(filled.contains(page.description) && filled.contains(text.tag));
        }
        assert_eq!(manifest_name(LANGUAGES[0]), "manifest.webmanifest");
        assert_eq!(manifest_name(LANGUAGES[1]), "manifest.de.webmanifest");
    }
}
