//! The content security policy, in one place for the page's `meta` and for a host's headers.

use crate::digest;

/// The policy of a page with these inline scripts and styles, word for word as they stand in it.
///
/// Everything comes from the app's own origin and nothing else is reached: it is what keeps a person's
/// records on the device. WebAssembly may be compiled; no script may be made from text.
pub fn policy(inline_scripts: &[&str], inline_styles: &[&str]) -> String {
    let hashes =
        |texts: &[&str]| texts.iter().fold(String::new(), |all, text| all + " " + &digest::csp_source(text));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; \
         img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'none'",
        scripts = hashes(inline_scripts),
        styles = hashes(inline_styles),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_text_is_named_by_its_hash() {
        let policy = policy(&["a", "b"], &["c"]);
        assert_eq!(policy.matches("sha256-").count(), 3);
        assert!(policy.contains(&format!(
            "'wasm-unsafe-eval' {} {};",
            digest::csp_source("a"),
            digest::csp_source("b")
        )));
        assert!(policy.contains(&format!("style-src 'self' {};", digest::csp_source("c"))));
    }

    #[test]
    fn nothing_is_allowed_wholesale() {
        let policy = policy(&[], &[]);
        for word in ["unsafe-inline", "unsafe-eval'", "http", "*", "data:"] {
            assert!(!policy.replace("'wasm-unsafe-eval'", "").contains(word), "{word}");
        }
    }
}
