//! `make dist`: copies the built site into one folder that any static host can serve, and adds the files that only a
//! host needs: headers, a 404 page and the kill switch for the service worker.

use std::path::Path;

use crate::site::{self, read};
use crate::{licences, static_pages};

/// Copies the site from `from` to `to`, which is replaced, and adds the files for a host.
pub fn run(from: &Path, to: &Path) -> Result<(), String> {
    let page = read(&from.join("index.html"))?;
    if !from.join(licences::FILE).exists() {
        return Err(format!("{} is not a release build: it has no {}", from.display(), licences::FILE));
    }
    site::remove_folder(to)?;
    site::copy_folder(from, to)?;
    site::write(&to.join("_headers"), headers(find_policy(&page)?).as_bytes())?;
    let kill_switch = read(&site::root().join("tools/sw-kill-switch.js"))?;
    site::write(&to.join("sw-kill-switch.js"), kill_switch.as_bytes())?;
    // The page loads no other file, so that it works at any path depth. Its links lead to the app from every wrong
    // address directly below the app's folder.
    let not_found = static_pages::multilingual_page("404", &["page_not_found", "fail_data_is_kept"]);
    site::write(&to.join("404.html"), not_found.as_bytes())?;
    // Tells GitHub Pages not to run Jekyll, which would leave out files whose names begin with "_".
    site::write(&to.join(".nojekyll"), "".as_bytes())?;
    println!("{}: ready for any static host", to.display());
    Ok(())
}

/// Reads the policy from the page, so that header and page never differ.
fn find_policy(page: &str) -> Result<&str, String> {
    let start = "http-equiv=\"Content-Security-Policy\" content=\"";
    let (_, rest) = page.split_once(start).ok_or("index.html has no policy")?;
    rest.split_once('"').map(|(policy, _)| policy).ok_or_else(|| "the policy has no end".to_owned())
}

/// The content of `_headers`, a format that several static hosts read. `frame-ancestors` only works in a header.
/// Browsers revalidate every file before they use it from the cache.
fn headers(policy: &str) -> String {
    format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n  \
         Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\n  \
         Cross-Origin-Opener-Policy: same-origin\n  \
         Referrer-Policy: no-referrer\n  \
         X-Content-Type-Options: nosniff\n  \
         Cache-Control: no-cache\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn header_and_page_have_the_same_policy() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let headers = headers(find_policy(page).expect("a policy"));
        assert!(headers.contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"));
        for header in ["Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy", "nosniff"] {
            assert!(headers.contains(header), "{header}");
        }
        assert!(find_policy("<html>").is_err(), "a page without a policy is not published");
    }

    #[test]
    fn the_folder_is_replaced_and_complete() {
        let base = std::env::temp_dir().join(format!("eased-publish-{}", std::process::id()));
        let (site, to) = (base.join("site"), base.join("to"));
        fs::create_dir_all(site.join("icons")).expect("a folder");
        fs::create_dir_all(&to).expect("a folder");
        fs::write(to.join("old"), "of before").expect("a file");
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        fs::write(site.join("index.html"), page).expect("a file");
        fs::write(site.join("icons/a.svg.br"), "x").expect("a file");
        assert!(run(&site, &to).is_err(), "without licences");
        fs::write(site.join(licences::FILE), "x").expect("a file");
        run(&site, &to).expect("published");
        for file in [
            "index.html",
            "icons/a.svg.br",
            "_headers",
            "sw-kill-switch.js",
            "404.html",
            ".nojekyll",
            "licences.txt",
        ] {
            assert!(to.join(file).exists(), "{file}");
        }
        assert!(!to.join("old").exists());
        fs::remove_dir_all(&base).expect("removed");
    }
}
