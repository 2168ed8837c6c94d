//! `make dist`: the finished site as one folder that any static host can serve, with what only a host needs: headers and
//! a page for wrong addresses.

use std::path::Path;

use crate::site::{self, read};
use crate::{licences, static_pages};

/// Copies the site to `to`, which is made anew, and adds what belongs to a host.
pub fn run(from: &Path, to: &Path) -> Result<(), String> {
    let page = read(&from.join("index.html"))?;
    if !from.join(licences::FILE).exists() {
        return Err(format!("{} is not a release build: it has no {}", from.display(), licences::FILE));
    }
    site::remove_folder(to)?;
    site::copy_folder(from, to)?;
    site::write(&to.join("_headers"), headers(policy_of(&page)?).as_bytes())?;
    let switch = read(&site::root().join("tools/sw-off.js"))?;
    site::write(&to.join("sw-off.js"), switch.as_bytes())?;
    // It needs no file, so that it can be read at any depth; its links lead to the app from wrong addresses in the app's folder.
    let not_found = static_pages::in_every_language("404", &["not_found", "fail_safe"]);
    site::write(&to.join("404.html"), not_found.as_bytes())?;
    // A host that builds pages itself is told to leave them as they are: names may begin with "_".
    site::write(&to.join(".nojekyll"), "".as_bytes())?;
    println!("{}: ready for any static host", to.display());
    Ok(())
}

/// The policy as it stands in the page, so that header and page never differ.
fn policy_of(page: &str) -> Result<&str, String> {
    let start = "http-equiv=\"Content-Security-Policy\" content=\"";
    let (_, rest) = page.split_once(start).ok_or("index.html carries no policy")?;
    rest.split_once('"').map(|(policy, _)| policy).ok_or_else(|| "the policy has no end".to_owned())
}

/// Headers in the form that several static hosts read from `_headers`. `frame-ancestors` means something in a header
/// alone. A name with a hash never changes its content; everything else is asked for anew.
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
    fn header_and_page_have_one_policy() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let headers = headers(policy_of(page).expect("a policy"));
        assert!(headers.contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"));
        for header in ["Permissions-Policy", "Cross-Origin-Opener-Policy", "Referrer-Policy", "nosniff"] {
            assert!(headers.contains(header), "{header}");
        }
        assert!(policy_of("<html>").is_err(), "a page without a policy is not published");
    }

    #[test]
    fn the_folder_is_whole_and_made_anew() {
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
        for file in
            ["index.html", "icons/a.svg.br", "_headers", "sw-off.js", "404.html", ".nojekyll", "licences.txt"]
        {
            assert!(to.join(file).exists(), "{file}");
        }
        assert!(!to.join("old").exists());
        fs::remove_dir_all(&base).expect("removed");
    }
}
