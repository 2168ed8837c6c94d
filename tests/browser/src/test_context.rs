//! What a scenario runs with: one engine, its own server, one browser with a new profile, and a folder.

use crate::browser::Browser;
use crate::engine::{Engine, LaunchOptions};
use crate::failure::Outcome;
use crate::settings::Settings;
use crate::site::Site;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Numbers the folders of this run.
static FOLDERS: AtomicUsize = AtomicUsize::new(0);

/// Everything that one scenario uses. Dropping it ends the browser and the server and deletes the files.
#[derive(Debug)]
pub struct TestContext {
    /// The browser. The app is not open yet at the start.
    pub page: Browser,
    /// The server of the site.
    pub site: Site,
    /// The settings of the run.
    pub settings: Settings,
    folder: PathBuf,
}

impl TestContext {
    /// Starts the server and the browser.
    pub async fn start(engine: Engine, settings: &Settings, launch: &LaunchOptions) -> Outcome<Self> {
        let folder = run_folder().join(FOLDERS.fetch_add(1, Ordering::Relaxed).to_string());
        fs::create_dir_all(&folder)?;
        let site = Site::start(&settings.dist)?;
        let page = Browser::start(engine, settings, folder.join("browser"), launch).await?;
        Ok(Self { page, site, settings: settings.clone(), folder })
    }

    /// The path of a folder of this scenario.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Replaces the site by a copy whose page runs `script` before anything else.
    pub fn add_page_script(&mut self, script: &str) -> Outcome {
        self.site = Site::with_script(&self.settings.dist, &self.folder("copy"), script)?;
        Ok(())
    }

    /// Starts another browser, for instance with other options or with the same profile after a kill.
    pub async fn restart_browser(&mut self, launch: &LaunchOptions) -> Outcome {
        let folder = self.folder(&format!("browser-{}", FOLDERS.fetch_add(1, Ordering::Relaxed)));
        self.page = Browser::start(self.page.engine, &self.settings, folder, launch).await?;
        Ok(())
    }

    /// Takes a screenshot where `EASED_SHOTS` asks for them, after running animations have ended. Animations longer
    /// than 2 s, such as the ring that fills during a hold, are not waited for.
    pub async fn take_screenshot(&self, name: &str) -> Outcome {
        match &self.settings.screenshots {
            Some(folder) => {
                let still = "return document.getAnimations().every(a =>\
                    a.playState !== 'running' || a.effect.getComputedTiming().endTime > 2000)";
                self.page.wait_until_true("what moves to have come to rest", still).await?;
                let file = folder.join(format!("{}-{}.png", self.page.engine.name(), name.replace(' ', "-")));
                self.page.screenshot(&file).await
            }
            None => Ok(()),
        }
    }
}

impl Drop for TestContext {
    fn drop(&mut self) {
        self.page.kill();
        // A leftover temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The folder of this run's profiles and copies. The path is short, because Unix sockets below it have a length limit.
pub fn run_folder() -> PathBuf {
    std::env::temp_dir().join(format!("eased-browser-{}", std::process::id()))
}

/// The folder of screenshots and page sources of failures.
pub fn failures_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/shots"))
}
