//! Accessibility checks with axe-core, run in the page.

use crate::browser::Browser;
use crate::failure::{Outcome, ensure, fail};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// The rule sets that every screen must pass.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

impl Browser {
    /// Fails when axe-core finds a violation on the current screen.
    pub async fn expect_accessible(&self, screen: &str, axe: Option<&Path>) -> Outcome {
        self.check_axe_rules(screen, axe, &[]).await
    }

    /// The same with the AAA rules for target size and contrast, which axe-core does not run by default.
    pub async fn expect_accessible_aaa(&self, screen: &str, axe: Option<&Path>) -> Outcome {
        self.check_axe_rules(screen, axe, &["target-size", "color-contrast-enhanced"]).await
    }

    async fn check_axe_rules(&self, screen: &str, axe: Option<&Path>, more: &[&str]) -> Outcome {
        let Some(axe) = axe else { fail!("EASED_AXE does not name axe.min.js") };
        // The lazy part adds to the page.
        self.wait_until_true("the lazy part", "return document.documentElement.dataset.part === 'loaded'")
            .await?;
        if self.js("return typeof axe === 'undefined'", vec![]).await? == true {
            let source = std::fs::read_to_string(axe)?;
            self.js(&format!("{source}; window.axe ??= axe;"), vec![]).await?;
        }
        // Contrast can be measured only after animations have ended, and they start with the next frame; long
        // animations are not waited for. Scrolled to its end, the page has nothing half covered by the sticky bar.
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
