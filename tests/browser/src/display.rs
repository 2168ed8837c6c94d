//! A virtual X display (Xvfb), for the engine that cannot run headless.

use crate::browser::wait_until;
use crate::failure::Outcome;
use crate::process::ChildProcess;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

/// A running display; ended when dropped.
#[derive(Debug)]
pub struct Display {
    server: ChildProcess,
    /// Its number, as in `DISPLAY=:3`.
    pub number: u32,
}

impl Display {
    /// Starts one; its files are in `folder`.
    pub async fn start(folder: &Path) -> Outcome<Self> {
        let file = folder.join("display");
        let mut command = Command::new("Xvfb");
        // The pointer starts in the middle of the screen and, without a window manager, the window under it has the
        // keyboard. So the middle has to lie inside the smallest window.
        command.args(["-displayfd", "1", "-screen", "0", "600x1000x24", "-nolisten", "tcp"]);
        command.stdout(File::create(&file)?).stderr(File::create(folder.join("display.log"))?);
        let server = ChildProcess::spawn(&mut command)?;
        let number = wait_until("Xvfb to name its display", async || {
            Ok(fs::read_to_string(&file)?.strip_suffix('\n').and_then(|number| number.parse().ok()))
        })
        .await?;
        Ok(Self { server, number })
    }

    /// Kills it.
    pub fn kill(&mut self) {
        self.server.kill();
    }
}
