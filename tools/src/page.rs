//! Turns the template `index.html` into the page that is served.
//!
//! Placeholders: `{{policy}}`, `{{languages}}`, `{{rtl}}`, `{{names}}`, `{{drawing}}`, `{{boot}}`, `{{database}}`,
//! `{{description}}`, and what the app begins with (`{{wasm}}`, `{{phrases}}`). `{{t:name}}` is an element with the phrase in
//! the first language, which a script of the page replaces by the person's own; in an attribute it is the phrase alone, and so
//! is `{{text:name}}`.
//! `<link data-eased="critical">` is inlined; each other kind goes into one file that boot adds.

use std::collections::BTreeSet;

use eased::domain::language::{LANGUAGES, Language};
use eased::i18n::{self, Text, page::PageText};

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
    let style = parts.critical.to_owned();

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
    let dir = Language::of(text.tag).map_or("auto", direction);
    let mut filled = template.replace("{{lang}}", text.tag).replace("{{dir}}", dir);
    for (name, phrase) in named_phrases(text) {
        if phrase.contains(['"', '\\', '\n']) {
            return Err(format!("the phrase {name} ({}) needs escaping in JSON", text.tag));
        }
        filled = filled.replace(&format!("{{{{{name}}}}}"), phrase);
    }
    Ok(filled)
}

/// The manifest's file name: the first language has the plain one.
pub fn manifest_name(text: &Text) -> String {
    if text.tag == LANGUAGES[0].tag {
        "manifest.webmanifest".to_owned()
    } else {
        format!("manifest.{}.webmanifest", text.tag)
    }
}

fn words(text: &str, parts: &Parts<'_>) -> String {
    let tags = |wanted: fn(&&Language) -> bool| {
        let tags: Vec<String> =
            LANGUAGES.iter().filter(wanted).map(|language| format!("\"{}\"", language.tag)).collect();
        format!("[{}]", tags.join(","))
    };
    let names: Vec<&str> = LANGUAGES[1..].iter().map(|language| language.name).collect();
    begins(text, parts.begins)
        .replace("{{languages}}", &tags(|_| true))
        .replace("{{rtl}}", &tags(|language| language.is_rtl))
        .replace("{{names}}", &names.join(", "))
        .replace("{{boot}}", parts.boot)
        .replace("{{database}}", parts.database)
        .replace("{{description}}", &escape(i18n::pages()[0].description))
}

pub(crate) fn direction(language: &Language) -> &'static str {
    if language.is_rtl { "rtl" } else { "ltr" }
}

/// Fills in the names of what the app begins with.
pub fn begins(text: &str, names: &[(&str, &str)]) -> String {
    let fill = |text: String, (what, name): &(&str, &str)| text.replace(&["{{", what, "}}"].concat(), name);
    names.iter().fold(text.to_owned(), fill)
}

/// What is shown without the app in a language.
fn page_of(text: &Text) -> &'static PageText {
    let place = i18n::all().iter().position(|known| known == text).unwrap_or_default();
    &i18n::pages()[place]
}

/// Every phrase of a language that a template may name.
fn named_phrases(text: &Text) -> Vec<(&'static str, &'static str)> {
    text.shell.phrases().into_iter().chain(page_of(text).phrases()).collect()
}

pub(crate) fn phrase(text: &Text, name: &str) -> Option<&'static str> {
    named_phrases(text).into_iter().find(|(known, _)| *known == name).map(|(_, phrase)| phrase)
}

/// Fills in the phrases of the first language.
fn phrases(text: &str) -> Result<String, String> {
    let mut out = text.to_owned();
    for (name, phrase) in named_phrases(&i18n::all()[0]) {
        let (phrase, placeholder) = (escape(phrase), format!("{{{{t:{name}}}}}"));
        out = out
            .replace(&format!("\"{placeholder}\""), &format!("\"{phrase}\""))
            .replace(&placeholder, &format!("<span class=t data-t={name}>{phrase}</span>"))
            .replace(&format!("{{{{text:{name}}}}}"), &phrase);
    }
    match out.find("{{t:").or_else(|| out.find("{{text:")) {
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

pub(crate) fn escape(text: &str) -> String {
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
        {{drawing}}\n<b>{{t:start}}</b>{{text:reload}}\n<script defer src=\"{{boot}}\"></script>";

    #[test]
    fn the_policy_names_what_is_inline() {
        let page = fill(TEMPLATE, &PARTS, Minify::No).expect("fills");
        let inside = |open: &str, close: &str| {
            page.split_once(open).and_then(|(_, rest)| rest.split_once(close)).expect(open).0
        };
        let policy = inside("Content-Security-Policy\" content=\"", "\"");
        let script = inside("<script>", "</script>");
        assert!(policy.contains(&digest::csp_source(inside("<style>", "</style>"))), "{page}");
        assert!(policy.contains(&digest::csp_source(script)) && script.contains("[\"en\",\"de\","), "{page}");
    }

    #[test]
    fn nothing_of_the_workshop_is_left() {
        let page = fill(TEMPLATE, &PARTS, Minify::No).expect("fills");
        for word in ["data-eased", "gone", "{{", "<inline-script"] {
            assert!(!page.contains(word), "{word} in {page}");
        }
        assert!(page.contains("<b><span class=t data-t=start>Start</span></b>Reload"), "{page}");
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
        for text in i18n::all() {
            let filled = manifest("{\"lang\":\"{{lang}}\",\"d\":\"{{description}}\"}", text).expect("fills");
            assert!(filled.contains(page_of(text).description) && filled.contains(text.tag));
        }
        assert_eq!(manifest_name(&i18n::all()[0]), "manifest.webmanifest");
        assert_eq!(manifest_name(i18n::of("de")), "manifest.de.webmanifest");
    }
}
