//! Builds the content security policy (CSP) for the page's `<meta>` element and for the host's headers.

use crate::digest;

/// The policy of a page with these inline scripts and styles, which must be exactly as in the page.
///
/// Only the app's own origin may be contacted, which keeps a person's records on the device. WebAssembly may be
/// compiled; `eval` is not allowed.
pub fn policy(inline_scripts: &[&str], inline_styles: &[&str]) -> String {
    let hashes =
        |texts: &[&str]| texts.iter().fold(String::new(), |all, text| all + " " + &digest::csp_hash(text));
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
    fn every_inline_script_and_style_is_allowed_by_its_hash() {
        let policy = policy(&["a", "b"], &["c"]);
        assert_eq!(policy.matches("sha256-").count(), 3);
        assert!(policy.contains(&format!(
            "'wasm-unsafe-eval' {} {};",
            digest::csp_hash("a"),
            digest::csp_hash("b")
        )));
        assert!(policy.contains(&format!("style-src 'self' {};", digest::csp_hash("c"))));
    }

    #[test]
    fn no_keyword_or_wildcard_allows_everything() {
        let policy = policy(&[], &[]);
        for word in ["unsafe-inline", "unsafe-eval'", "http", "*", "data:"] {
            assert!(!policy.replace("'wasm-unsafe-eval'", "").contains(word), "{word}");
        }
    }
}
