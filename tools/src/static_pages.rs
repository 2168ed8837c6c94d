//! Pages that work without the app and without scripts: the 404 page, the page for browsers without JavaScript, the
//! page with all health sentences in English, and the service worker's fallback where the app's page is missing.

use std::fmt::Write as _;

use eased::domain::language::LANGUAGES;
use eased::i18n::{self, health_sentence::HealthSentence, learn::LearnParagraph};

use crate::page::{direction, escape, find_phrase};

/// A page with one paragraph per language, for where no script can choose a language. `lines` are names of phrases.
pub fn multilingual_page(title: &str, lines: &[&str]) -> String {
    let mut page = page_head(LANGUAGES[0].tag, title);
    for (language, text) in LANGUAGES.iter().zip(i18n::all()) {
        let words =
            lines.iter().filter_map(|line| find_phrase(text, line)).map(escape).collect::<Vec<_>>().join(" ");
        let open = find_phrase(text, "open_app").map(escape).unwrap_or_default();
        let _ = writeln!(
            page,
            "<p lang=\"{}\" dir=\"{}\">{words} <a href=\"./\">{open}</a></p>",
            language.tag,
            direction(language)
        );
    }
    page + "</html>\n"
}

/// The page with every health sentence in the first language, each with the id of its source, for readers of a
/// translation that no clinician has reviewed.
pub fn health_page() -> String {
    let text = &i18n::all()[0];
    let mut page = page_head(text.tag, i18n::all_pages()[0].health_title);
    let mut section = |title: &str, claims: &mut dyn Iterator<Item = &HealthSentence>| {
        let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escape(title));
        for claim in claims {
            let _ = writeln!(page, "<li>{} <small>({})</small></li>", escape(claim.text), source_id(claim));
        }
        page += "</ul>\n";
    };
    let gate = &text.gate;
    let other_claims =
        [&gate.clot_emergency, &gate.get_help_today, &gate.keep_off_wound, &gate.ask_clinician];
    let skipped_leg = [
        &gate.skip_leg[0],
        &gate.skip_leg[1],
        &gate.skip_leg_reason,
        &gate.skip_both_legs,
        &gate.alternatives,
    ];
    section(gate.title, &mut gate.concerns.iter().chain(other_claims).chain(skipped_leg));
    let help = &text.safety.page;
    section(help.emergency, &mut help.emergency_signs.iter());
    section(help.same_day, &mut help.same_day_signs.iter());
    section(help.clinician, &mut help.clinician_signs.iter());
    let session = &text.session;
    let session_claims =
        [&session.enough_for_spot, &session.less_weight, &session.leave_spot, &session.five_minutes_on_leg];
    section(text.settings.session, &mut session_claims.into_iter());
    let weeks = &text.history.trends;
    section(
        text.shell.nav_history,
        &mut [&weeks.spots.sides_reason, &weeks.referral.see_clinician].into_iter(),
    );
    for part in text.learn.sections() {
        let claims = part.lines.iter().filter_map(|line| match line {
            LearnParagraph::Health(sentence) => Some(sentence),
            LearnParagraph::Plain(_) => None,
        });
        section(part.title, &mut claims.collect::<Vec<_>>().into_iter());
    }
    section(
        text.settings.about,
        &mut [&text.settings.not_medical_device, &help.not_medical_device].into_iter(),
    );
    let _ = writeln!(page, "<h2>{}</h2>\n<ul>", escape(&text.learn.sources.for_count(2_u32)));
    for paper in &text.learn.papers {
        let _ = writeln!(page, "<li><b>{}</b> {}</li>", escape(paper.authors), escape(paper.finding));
    }
    page + "</ul>\n<p><a href=\"./\">Eased</a></p>\n</html>\n"
}

/// The id of a claim's source as it is written in the language files.
fn source_id(claim: &HealthSentence) -> String {
    serde_json::to_value(claim.source).ok().and_then(|id| id.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The head of a page without scripts and styles, which the content security policy would block.
fn page_head(tag: &str, title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Eased</title>\n<h1>{}</h1>\n",
        escape(title)
    )
}

/// What the service worker shows where the app's page is missing, as JavaScript strings: a page with the placeholder
/// `%messages%`, and the message in the first language.
pub fn missing_page_fallback() -> [String; 2] {
    let page = "<!doctype html><meta charset=utf-8><meta name=viewport content=width=device-width><title>Eased</title>%messages%";
    let message = format!("<p lang={}>{}", LANGUAGES[0].tag, escape(i18n::all_pages()[0].files_missing));
    [page, &message].map(|text| serde_json::Value::from(text).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_without_a_script_have_every_language() {
        let page = multilingual_page("404", &["page_not_found", "fail_data_is_kept"]);
        for text in i18n::all_pages() {
            assert!(page.contains(text.page_not_found) && page.contains(text.fail_data_is_kept), "{page}");
        }
        assert!(page.contains("<p lang=\"ar\" dir=\"rtl\">"), "{page}");
    }

    #[test]
    fn the_health_page_has_every_health_claim() {
        // A claim in the language file is an object with these two keys.
        fn claims(value: &serde_json::Value, found: &mut Vec<(String, String)>) {
            match value {
                serde_json::Value::Object(map) => match (map.get("source"), map.get("text")) {
                    (Some(source), Some(message)) => {
                        let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
                        found.push((text(source), text(message)));
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
        let page = health_page();
        for (source, text) in found {
            assert!(
                page.contains(&format!("<li>{} <small>({source})</small></li>", escape(&text))),
                "{text}"
            );
        }
    }
}
