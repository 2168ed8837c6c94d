//! axe-core, run in the page.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure, fail};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// Rule sets that every screen has to meet.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Browser {
    /// Fails when axe finds a violation on what is shown now.
    pub async fn is_accessible(&self, screen: &str, axe: Option<&Path>) -> Outcome {
        self.keeps_rules(screen, axe, &[]).await
    }

    /// The same, with the rules about large targets and strong contrast that axe leaves out by itself.
    pub async fn is_very_accessible(&self, screen: &str, axe: Option<&Path>) -> Outcome {
        self.keeps_rules(screen, axe, &["target-size", "color-contrast-enhanced"]).await
    }

    async fn keeps_rules(&self, screen: &str, axe: Option<&Path>, more: &[&str]) -> Outcome {
        let Some(axe) = axe else { fail!("EASED_AXE does not name axe.min.js") };
        // What follows the app's beginning makes the page longer.
        self.until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'").await?;
        if self.js("return typeof axe === 'undefined'", vec![]).await? == true {
            let source = std::fs::read_to_string(axe)?;
            self.js(&format!("{source}; window.axe ??= axe;"), vec![]).await?;
        }
        // What fades in has its own colours only when it has arrived, and begins to with the next frame; what moves for long is
        // not waited for. At the end of the
        // page nothing lies half under the bar that stays in sight.
        let script = "const [tags, more, done] = arguments;\
            const ends = (a) => a.playState === 'running' && a.effect?.getComputedTiming().endTime <= 1000;\
            const still = () => { const all = document.getAnimations().filter(ends);\
                return all.length && Promise.allSettled(all.map((a) => a.finished)).then(() => new Promise(requestAnimationFrame)).then(still); };\
            const frame = () => new Promise(requestAnimationFrame);\
            frame().then(frame).then(still).then(() => { scrollTo(0, document.documentElement.scrollHeight);\
            return axe.run(document, { runOnly: { type: 'tag', values: [...tags, ...(more.length ? ['wcag2aaa'] : [])] },\
                rules: Object.fromEntries(more.map((id) => [id, { enabled: true }])), resultTypes: ['violations'] }); })\
                .then((r) => done(r.violations.map((v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + ' ' + n.failureSummary)])),\
                      (e) => done([[String(e), '', []]]));";
        let violations = self.js_async(script, vec![json!(TAGS), json!(more)]).await?;
        let Some(violations) = violations.as_array() else { fail!("axe answered {violations}") };
        let mut report = String::new();
        for violation in violations {
            let nodes: Vec<_> =
                violation[2].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            write!(report, "\n      {} ({}): {}", violation[0], violation[1], nodes.join(" | "))
                .expect("writing to a string cannot fail");
        }
        ensure!(report.is_empty(), "{screen} has violations:{report}");
        Ok(())
    }
}
