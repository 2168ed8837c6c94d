//! What a scenario plays on: one engine, one site of its own, one browser with a new profile.

use crate::browser::Browser;
use crate::engine::{Engine, Launch};
use crate::failure::Outcome;
use crate::settings::Settings;
use crate::site::Site;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Numbers the folders of this run.
static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// One scenario's world. Dropping it ends the browser, the server and removes the files.
#[derive(Debug)]
pub struct Stage {
    /// The browser, with the app not opened yet.
    pub page: Browser,
    /// The site it is to open.
    pub site: Site,
    /// The wishes of the run.
    pub settings: Settings,
    folder: PathBuf,
}

impl Stage {
    /// Sets the stage with the given look.
    pub async fn set(engine: Engine, settings: &Settings, launch: &Launch) -> Outcome<Self> {
        let folder = run_folder().join(FOLDERS.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir_all(&folder)?;
        let site = Site::of(&settings.dist)?;
        let page = Browser::start(engine, settings, folder.join("browser"), launch).await?;
        Ok(Self { page, site, settings: settings.clone(), folder })
    }

    /// A folder of this scenario's own.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Replaces the site by a copy whose page runs `script` first.
    pub fn use_script(&mut self, script: &str) -> Outcome {
        self.site = Site::with_script(&self.settings.dist, &self.folder("copy"), script)?;
        Ok(())
    }

    /// Starts the browser anew, for instance with another look or the same profile after a kill.
    pub async fn another_browser(&mut self, launch: &Launch) -> Outcome {
        let folder = self.folder(&format!("browser-{}", FOLDERS.fetch_add(1, Ordering::Relaxed)));
        self.page = Browser::start(self.page.engine, &self.settings, folder, launch).await?;
        Ok(())
    }

    /// Takes a picture for people to look at, when the run was asked for pictures, and once what appears or goes has
    /// done so: a ring that fills for minutes is not waited for.
    pub async fn shot(&self, name: &str) -> Outcome {
        match &self.settings.shots {
            Some(folder) => {
                let still = "return document.getAnimations().every(a =>\
                    a.playState !== 'running' || a.effect.getComputedTiming().endTime > 2000)";
                self.page.until_true("what moves to have come to rest", still).await?;
                let file = folder.join(format!("{}-{}.png", self.page.engine.name(), name.replace(' ', "-")));
                self.page.picture(&file).await
            }
            None => Ok(()),
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.page.kill();
        // A folder left behind in the temporary place harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Where this run keeps its profiles and copies; short, because sockets with short names live below it.
pub fn run_folder() -> PathBuf {
    std::env::temp_dir().join(format!("eased-browser-{}", std::process::id()))
}

/// Where pictures and pages of failures go.
pub fn failures_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/shots"))
}
