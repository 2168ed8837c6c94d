//! The pages that work without the app and without scripts: for an address that does not exist, for a browser without
//! JavaScript, for sentences about health in English, and what the service worker says where the page is missing.

use std::fmt::Write as _;

use eased::domain::language::LANGUAGES;
use eased::i18n::{self, claim::Claim, learn::Line};

use crate::page::{direction, escape, phrase};

/// A page with a paragraph in every language, for where no script can choose: `lines` are the names of its phrases.
pub fn in_every_language(title: &str, lines: &[&str]) -> String {
    let mut page = head(LANGUAGES[0].tag, title);
    for (language, text) in LANGUAGES.iter().zip(i18n::all()) {
        let words =
            lines.iter().filter_map(|line| phrase(text, line)).map(escape).collect::<Vec<_>>().join(" ");
        let open = phrase(text, "open_app").map(escape).unwrap_or_default();
        let _ = writeln!(
            page,
            "<p lang=\"{}\" dir=\"{}\">{words} <a href=\"./\">{open}</a></p>",
            language.tag,
            direction(language)
        );
    }
    page + "</html>\n"
}

/// The page with every sentence about health in the first language, each with the id of its source, for readers of a
/// translation that no clinician has reviewed.
pub fn health() -> String {
    let text = &i18n::all()[0];
    let mut page = head(text.tag, i18n::pages()[0].health_title);
    let mut section = |title: &str, claims: &mut dyn Iterator<Item = &Claim>| {
        let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escape(title));
        for claim in claims {
            let _ = writeln!(page, "<li>{} <small>({})</small></li>", escape(claim.text), source_id(claim));
        }
        page += "</ul>\n";
    };
    let gate = &text.gate;
    let follows = [&gate.clot_emergency, &gate.help_today, &gate.keep_off_wound, &gate.ask_first];
    let side = [&gate.left_out[0], &gate.left_out[1], &gate.left_out_why, &gate.no_leg_left, &gate.instead];
    section(gate.title, &mut gate.concerns.iter().chain(follows).chain(side));
    let help = &text.safety.help;
    section(help.emergency, &mut help.emergency_signs.iter());
    section(help.same_day, &mut help.same_day_signs.iter());
    section(help.clinician, &mut help.clinician_signs.iter());
    let session = &text.session;
    let spoken = [&session.enough, &session.less_weight, &session.leave_spot, &session.long_leg];
    section(text.settings.session, &mut spoken.into_iter());
    let weeks = &text.history.weeks;
    section(text.shell.nav_history, &mut [&weeks.spots.sides_why, &weeks.referral.see].into_iter());
    for part in text.learn.parts() {
        let claims = part.lines.iter().filter_map(|line| match line {
            Line::Claim(claim) => Some(claim),
            Line::Say(_) => None,
        });
        section(part.title, &mut claims.collect::<Vec<_>>().into_iter());
    }
    section(text.settings.about, &mut [&text.settings.medical, &help.not_a_device].into_iter());
    let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escape(&text.learn.sources.of(2_u32)));
    for paper in &text.learn.papers {
        let _ = writeln!(page, "<li><b>{}</b> {}</li>", escape(paper.who), escape(paper.found));
    }
    page + "</ul>\n<p><a href=\"./\">Eased</a></p>\n</html>\n"
}

/// The id of a claim's source as the language files write it.
fn source_id(claim: &Claim) -> String {
    serde_json::to_value(claim.source).ok().and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A page of its own, without scripts and styles: the policy allows none that it does not name.
fn head(tag: &str, title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Eased</title>\n<h1>{}</h1>\n",
        escape(title)
    )
}

/// What the worker shows where even the page is missing, as texts of JavaScript: a page of its own with `%said%` in it, and
/// what it says in the first language.
pub fn lost() -> [String; 2] {
    let page = "<!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><title>Eased</title>%said%";
    let said = format!("<p lang={}>{}", LANGUAGES[0].tag, escape(i18n::pages()[0].lost));
    [page, &said].map(|text| serde_json::Value::from(text).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_without_a_script_speak_every_language() {
        let page = in_every_language("404", &["not_found", "fail_safe"]);
        for text in i18n::pages() {
            assert!(page.contains(text.not_found) && page.contains(text.fail_safe), "{page}");
        }
        assert!(page.contains("<p lang=\"ar\" dir=\"rtl\">"), "{page}");
    }

    #[test]
    fn the_health_page_has_every_sentence_about_health() {
        // A claim in the language file is an object with these two keys.
        fn claims(value: &serde_json::Value, found: &mut Vec<(String, String)>) {
            match value {
                serde_json::Value::Object(map) => match (map.get("source"), map.get("text")) {
                    (Some(source), Some(said)) => {
                        let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
                        found.push((text(source), text(said)));
                    }
                    _ => map.values().for_each(|value| claims(value, found)),
                },
                serde_json::Value::Array(all) => all.iter().for_each(|value| claims(value, found)),
                _ => {}
            }
        }
        let mut found = Vec::new();
        claims(&serde_json::Value::Object(i18n::read_file("en").expect("reads")), &mut found);
        assert!(found.len() > 40, "{}", found.len());
        let page = health();
        for (source, text) in found {
            assert!(
                page.contains(&format!("<li>{} <small>({source})</small></li>", escape(&text))),
                "{text}"
            );
        }
    }
}
