//! Minifies scripts with esbuild and style sheets with lightningcss; both come from npm (`tools/versions.env`).

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The JavaScript version of a script.
#[derive(Clone, Copy, Debug)]
pub enum Syntax {
    /// For scripts that tell a person that the browser is too old.
    Es5,
    /// For all other scripts: every browser that runs the app supports it.
    Es2020,
}

/// Whether scripts and styles are minified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Minify {
    /// For a release.
    Yes,
    /// For `make dev` and for tests: texts are unchanged, and no npm tool is needed.
    No,
}

impl Minify {
    /// Minifies a script. Placeholders in string literals are kept.
    pub fn script(self, text: &str, syntax: Syntax) -> Result<String, String> {
        let target = match syntax {
            Syntax::Es5 => "--target=es5",
            Syntax::Es2020 => "--target=es2020",
        };
        self.pipe(
            "esbuild",
            &["--minify", "--loader=js", "--charset=utf8", "--log-level=warning", target],
            text,
        )
    }

    /// Minifies a style sheet.
    pub fn styles(self, text: &str) -> Result<String, String> {
        self.pipe("lightningcss", &["--minify"], text)
    }

    fn pipe(self, command: &str, arguments: &[&str], text: &str) -> Result<String, String> {
        if self == Self::No {
            return Ok(text.to_owned());
        }
        let failed = |error: std::io::Error| format!("{command}: {error} (`make setup-run` installs it)");
        let mut child = Command::new(command)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        // Both tools read all of their input before they write, so this cannot deadlock.
        child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes())).map_err(failed)?;
        let output = child.wait_with_output().map_err(failed)?;
        if !output.status.success() {
            return Err(format!("{command}: {}", output.status));
        }
        let text = String::from_utf8(output.stdout).map_err(|error| format!("{command}: {error}"))?;
        Ok(text.trim_end().to_owned())
    }
}
