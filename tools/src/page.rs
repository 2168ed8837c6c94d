//! Turns the template `index.html` into the page that is served.
//!
//! Placeholders: `{{policy}}`, `{{languages}}`, `{{rtl}}`, `{{names}}`, `{{drawing}}`, `{{tabs}}`, `{{boot}}`,
//! `{{database}}`, `{{description}}`, and the names of startup files (`{{wasm}}`, `{{phrases}}`). `{{phrase:name}}`
//! becomes an element with the phrase in the first language, which a script of the page replaces by the phrase in the
//! person's language; in an attribute it becomes the phrase alone, as does `{{text:name}}`.
//!
//! Style sheets of `<link data-eased="critical">` are inlined; each other group goes into one file that `boot.js` adds.

use std::collections::BTreeSet;

use eased::domain::language::{LANGUAGES, Language};
use eased::domain::screen::Screen;
use eased::i18n::{
    self, Text,
    page::PageText,
    tabs::{Tab, tabs},
};

use crate::csp::policy;
use crate::minify::{Minify, Syntax};

/// What is inserted into the template.
#[derive(Debug)]
pub struct PageInputs<'a> {
    /// The drawing's symbols: one hidden `<svg>`, or nothing.
    pub drawing: &'a str,
    /// The critical styles, minified.
    pub critical: &'a str,
    /// The boot script's file name.
    pub boot: &'a str,
    /// The names of the files that the app starts with: pairs of a placeholder and its value.
    pub startup_names: &'a [(&'a str, &'a str)],
    /// The name of the app's IndexedDB database, for saving raw data without the app.
    pub database: &'a str,
}

/// Fills the template.
pub fn fill(template: &str, inputs: &PageInputs<'_>, minify: Minify) -> Result<String, String> {
    // The links to style sheets are not part of the page.
    let lines: Vec<&str> = template.lines().filter(|line| !line.contains("data-eased")).collect();
    let (markup, scripts) = extract_scripts(&lines.join("\n"))?;
    let scripts = scripts
        .iter()
        .map(|script| minify.script(&fill_names(script, inputs), Syntax::Es5))
        .collect::<Result<Vec<String>, String>>()?;
    let style = inputs.critical.to_owned();

    let mut html =
        fill_phrases(&fill_names(&without_comments(&markup), inputs).replace("{{tabs}}", &tab_links()))?;
    for (index, script) in scripts.iter().enumerate() {
        html = html.replacen(&script_placeholder(index), &format!("<script>{script}</script>"), 1);
    }
    html = html.replacen("</title>", &format!("</title>\n<style>{style}</style>"), 1);
    let inline: Vec<&str> = scripts.iter().map(String::as_str).collect();
    let policy = policy(&inline, &[&style]);
    html = html.replace("{{policy}}", &policy).replace("{{drawing}}", inputs.drawing.trim());
    match html.find("{{") {
        Some(at) => Err(format!(
            "index.html: no value for the placeholder {}",
            html[at..].chars().take(40).collect::<String>()
        )),
        None => Ok(html),
    }
}

/// The style sheets of a group, in the order of their links.
pub fn style_sheets<'a>(template: &'a str, kind: &str) -> Vec<&'a str> {
    let marker = format!("data-eased=\"{kind}\"");
    template
        .lines()
        .filter(|line| line.contains("<link") && line.contains(&marker))
        .filter_map(|line| line.split("href=\"").nth(1)?.split('"').next())
        .collect()
}

/// The groups of style sheets.
pub fn style_groups(template: &str) -> BTreeSet<&str> {
    template.split("data-eased=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Removes comments, indentation and empty lines. The markup must not contain `<pre>`.
pub fn without_comments(markup: &str) -> String {
    let mut output = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some((before, comment)) = rest.split_once("<!--") {
        output.push_str(before);
        rest = comment.split_once("-->").map_or("", |(_, after)| after);
    }
    output.push_str(rest);
    output.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The manifest in one language.
pub fn manifest(template: &str, text: &Text) -> Result<String, String> {
    let dir = Language::find(text.tag).map_or("auto", direction);
    let mut filled = template.replace("{{lang}}", text.tag).replace("{{dir}}", dir);
    for (name, phrase) in named_phrases(text) {
        if phrase.contains(['"', '\\', '\n']) {
            return Err(format!("the phrase {name} ({}) needs escaping in JSON", text.tag));
        }
        filled = filled.replace(&format!("{{{{{name}}}}}"), phrase);
    }
    Ok(filled)
}

/// The manifest's file name: without a tag for the first language.
pub fn manifest_name(text: &Text) -> String {
    if text.tag == LANGUAGES[0].tag {
        "manifest.webmanifest".to_owned()
    } else {
        format!("manifest.{}.webmanifest", text.tag)
    }
}

/// Fills in everything but phrases, the drawing and the policy.
fn fill_names(text: &str, inputs: &PageInputs<'_>) -> String {
    let tags = |wanted: fn(&&Language) -> bool| {
        let tags: Vec<String> =
            LANGUAGES.iter().filter(wanted).map(|language| format!("\"{}\"", language.tag)).collect();
        format!("[{}]", tags.join(","))
    };
    let names: Vec<&str> = LANGUAGES[1..].iter().map(|language| language.name).collect();
    fill_startup_names(text, inputs.startup_names)
        .replace("{{languages}}", &tags(|_| true))
        .replace("{{rtl}}", &tags(|language| language.is_rtl))
        .replace("{{names}}", &names.join(", "))
        .replace("{{boot}}", inputs.boot)
        .replace("{{database}}", inputs.database)
        .replace("{{description}}", &escape(i18n::all_pages()[0].description))
}

pub(crate) fn direction(language: &Language) -> &'static str {
    if language.is_rtl { "rtl" } else { "ltr" }
}

/// Fills in the names of the startup files.
pub fn fill_startup_names(text: &str, names: &[(&str, &str)]) -> String {
    let fill = |text: String, (what, name): &(&str, &str)| text.replace(&["{{", what, "}}"].concat(), name);
    names.iter().fold(text.to_owned(), fill)
}

/// The phrases of a language that are shown without the app.
fn page_text(text: &Text) -> &'static PageText {
    let index = i18n::all().iter().position(|known| known == text).unwrap_or_default();
    &i18n::all_pages()[index]
}

/// Every phrase of a language that a template may use, with its name.
fn named_phrases(text: &Text) -> Vec<(&'static str, &'static str)> {
    let of_tabs = tabs()
        .flat_map(|(_, tab)| [Some(tab.name), tab.short])
        .flatten()
        .map(|phrase| (phrase.key, (phrase.select)(&text.shell)));
    text.shell.phrases().into_iter().chain(of_tabs).chain(page_text(text).phrases()).collect()
}

/// The tabs as the app shows them on the leg screen (`src/app/layout.rs`), one per line, with placeholders for their
/// phrases.
fn tab_links() -> String {
    let links: Vec<String> = tabs().map(|(screen, tab)| tab_link(screen, tab)).collect();
    links.join("\n")
}

fn tab_link(screen: Screen, tab: Tab) -> String {
    let current = if screen == Screen::Leg { " aria-current=\"page\"" } else { "" };
    let name = format!("{{{{phrase:{}}}}}", tab.name.key);
    let label = match tab.short {
        None => name,
        // The style sheet shows the one that fits.
        Some(short) => {
            let short = format!("{{{{phrase:{}}}}}", short.key);
            format!("<span class=\"is-long\">{name}</span><span class=\"is-short\">{short}</span>")
        }
    };
    format!("<a href=\"{}\"{current}>{label}</a>", screen.address())
}

pub(crate) fn find_phrase(text: &Text, name: &str) -> Option<&'static str> {
    named_phrases(text).into_iter().find(|(known, _)| *known == name).map(|(_, phrase)| phrase)
}

/// Fills in the phrases of the first language.
fn fill_phrases(text: &str) -> Result<String, String> {
    let mut out = text.to_owned();
    for (name, phrase) in named_phrases(&i18n::all()[0]) {
        let (phrase, placeholder) = (escape(phrase), format!("{{{{phrase:{name}}}}}"));
        out = out
            .replace(&format!("\"{placeholder}\""), &format!("\"{phrase}\""))
            .replace(&placeholder, &format!("<span class=phrase data-phrase={name}>{phrase}</span>"))
            .replace(&format!("{{{{text:{name}}}}}"), &phrase);
    }
    match out.find("{{phrase:").or_else(|| out.find("{{text:")) {
        Some(at) => Err(format!("index.html: no phrase {}", out[at..].chars().take(40).collect::<String>())),
        None => Ok(out),
    }
}

/// Replaces each inline script by a placeholder, so that the rules for markup do not change it.
fn extract_scripts(html: &str) -> Result<(String, Vec<String>), String> {
    let mut out = String::with_capacity(html.len());
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script>") {
        let end = rest[start..].find("</script>").ok_or("index.html: a <script> has no end tag")? + start;
        out.push_str(&rest[..start]);
        out.push_str(&script_placeholder(scripts.len()));
        scripts.push(rest[start + "<script>".len()..end].to_owned());
        rest = &rest[end + "</script>".len()..];
    }
    out.push_str(rest);
    Ok((out, scripts))
}

fn script_placeholder(index: usize) -> String {
    format!("<inline-script-{index}>")
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest;

    const INPUTS: PageInputs<'_> = PageInputs {
        drawing: "<svg id=d></svg>",
        critical: "a{}",
        boot: "boot-1.js",
        startup_names: &[("wasm", "eased-1.wasm")],
        database: "eased",
    };

    const TEMPLATE: &str = "<title>Eased</title>\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"{{policy}}\">\n\
        <link data-eased=\"critical\" href=\"style/a.css\">\n\
        <link data-eased=\"late\" href=\"style/b.css\">\n\
        <!-- gone -->\n<script>\n  var known = {{languages}}; if (1 < 2) {}\n</script>\n\
        {{drawing}}\n<b>{{phrase:start}}</b>{{text:reload}}\n<script defer src=\"{{boot}}\"></script>";

    #[test]
    fn the_policy_allows_the_inline_script_and_style() {
        let page = fill(TEMPLATE, &INPUTS, Minify::No).expect("fills");
        let inside = |open: &str, close: &str| {
            page.split_once(open).and_then(|(_, rest)| rest.split_once(close)).expect(open).0
        };
        let policy = inside("Content-Security-Policy\" content=\"", "\"");
        let script = inside("<script>", "</script>");
        assert!(policy.contains(&digest::csp_hash(inside("<style>", "</style>"))), "{page}");
        assert!(policy.contains(&digest::csp_hash(script)) && script.contains("[\"en\",\"de\","), "{page}");
    }

    #[test]
    fn no_build_attribute_comment_or_placeholder_is_left() {
        let page = fill(TEMPLATE, &INPUTS, Minify::No).expect("fills");
        for word in ["data-eased", "gone", "{{", "<inline-script"] {
            assert!(!page.contains(word), "{word} in {page}");
        }
        assert!(page.contains("<b><span class=phrase data-phrase=start>Start</span></b>Reload"), "{page}");
        assert!(page.contains("src=\"boot-1.js\""));
    }

    #[test]
    fn tabs_link_to_the_screens_and_the_leg_is_current() {
        let page = fill("<title></title><nav>{{tabs}}</nav>", &INPUTS, Minify::No).expect("fills");
        for screen in Screen::ALL {
            let link = format!("<a href=\"{}\"", screen.address());
            let has_tab = i18n::tabs::tab(*screen).is_some();
            assert_eq!(page.matches(&link).count(), usize::from(has_tab), "{screen:?} in {page}");
        }
        let phrase = |key: &str, text: &str| format!("<span class=phrase data-phrase={key}>{text}</span>");
        let leg = format!("<a href=\"#/\" aria-current=\"page\">{}</a>", phrase("nav_leg", "Leg"));
        let settings = format!(
            "<a href=\"#/settings\"><span class=\"is-long\">{}</span><span class=\"is-short\">{}</span></a>",
            phrase("nav_settings", "Settings"),
            phrase("nav_settings_short", "Settings")
        );
        assert!(page.contains(&leg) && page.contains(&settings), "{page}");
    }

    #[test]
    fn an_unknown_placeholder_is_an_error() {
        assert!(fill("<title></title>{{phrase:nonsense}}", &INPUTS, Minify::No).is_err());
        assert!(fill("<title></title>{{nonsense}}", &INPUTS, Minify::No).is_err());
    }

    #[test]
    fn style_sheets_keep_the_order_of_their_links() {
        assert_eq!(style_sheets(TEMPLATE, "critical"), ["style/a.css"]);
        assert_eq!(style_sheets(TEMPLATE, "late"), ["style/b.css"]);
        assert_eq!(style_groups(TEMPLATE).into_iter().collect::<Vec<_>>(), ["critical", "late"]);
    }

    #[test]
    fn multi_line_comments_are_removed() {
        assert_eq!(without_comments("<p>\n  a <!-- b\n c --> d\n</p>\n"), "<p>\na  d\n</p>");
    }

    #[test]
    fn every_language_has_a_manifest() {
        for text in i18n::all() {
            let filled = manifest("{\"lang\":\"{{lang}}\",\"d\":\"{{description}}\"}", text).expect("fills");
            assert!(filled.contains(page_text(text).description) && filled.contains(text.tag));
        }
        assert_eq!(manifest_name(&i18n::all()[0]), "manifest.webmanifest");
        assert_eq!(manifest_name(i18n::by_tag("de")), "manifest.de.webmanifest");
    }
}
