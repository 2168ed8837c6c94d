//! The three browsers: their programs, the command line of each driver, and the capabilities of a session.

use crate::failure::{Failure, Outcome, fail};
use crate::settings::Settings;
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A real browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, driven by chromedriver.
    Chromium,
    /// Firefox ESR, driven by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, the engine on Linux that is nearest to Safari.
    WebKit,
}

/// How a browser is started.
#[derive(Debug, Clone)]
pub struct LaunchOptions {
    /// Viewport in CSS pixels.
    pub size: (u32, u32),
    /// Whether the system's colour scheme is dark.
    pub dark: bool,
    /// The browser's text size, percent of the default. MiniBrowser has no such setting.
    pub text_percent: u32,
    /// Whether the browser logs its network requests. Chromium only.
    pub network_log: bool,
    /// The system's time zone, by its name in the tz database; the machine's own without it.
    pub time_zone: Option<&'static str>,
    /// A profile folder that is kept after the browser; without it the profile is new and deleted.
    pub profile: Option<PathBuf>,
}

impl Default for LaunchOptions {
    fn default() -> Self {
        Self {
            size: (390, 844),
            dark: false,
            text_percent: 100,
            network_log: false,
            time_zone: None,
            profile: None,
        }
    }
}

impl Engine {
    /// Every engine, in the order of the report.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name used in the report and in `EASED_ENGINES`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkitgtk",
        }
    }

    /// The engine with that name.
    pub fn from_name(name: &str) -> Outcome<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => fail!("unknown engine {name}; the engines are chromium, firefox and webkitgtk"),
        }
    }

    /// The pointer type of taps. WebKitGTK's driver has only a mouse.
    pub fn pointer_type(self) -> &'static str {
        match self {
            Self::Chromium | Self::Firefox => "touch",
            Self::WebKit => "mouse",
        }
    }

    /// Whether the browser needs an X display.
    pub fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// The driver's command. `folder` belongs to this one browser and is removed after it.
    pub fn driver(
        self,
        settings: &Settings,
        port: u16,
        folder: &Path,
        launch: &LaunchOptions,
    ) -> Outcome<Command> {
        let mut command = match self {
            Self::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Self::Firefox => {
                let mut command = Command::new(&settings.geckodriver);
                command.arg(format!("--port={port}"));
                // The default port for the second protocol is fixed, and several drivers run at once.
                command.arg(format!("--websocket-port={}", crate::site::free_port()?));
                // For the viewport and the browser's console, which a page cannot reach.
                command.arg("--allow-system-access");
                // The crash helper leaves the process group and would outlive it.
                command.env("MOZ_CRASHREPORTER_DISABLE", "1");
                command
            }
            Self::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                command.env("XDG_CONFIG_HOME", write_gtk_css(folder)?);
                command.env("GTK_THEME", if launch.dark { "Adwaita:dark" } else { "Adwaita" });
                command.env("NO_AT_BRIDGE", "1");
                command
            }
        };
        command.env("LANG", "en_US.UTF-8").env("LANGUAGE", "en_US").env("TMPDIR", folder);
        if let Some(time_zone) = launch.time_zone {
            command.env("TZ", time_zone);
        }
        Ok(command)
    }

    /// The capabilities of a new session.
    pub fn capabilities(self, folder: &Path, launch: &LaunchOptions) -> Outcome<Value> {
        let profile = launch.profile.clone().unwrap_or_else(|| folder.join("profile"));
        fs::create_dir_all(&profile)?;
        let font_px = 16 * launch.text_percent / 100;
        Ok(match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": if launch.network_log { "ALL" } else { "OFF" } },
                "goog:chromeOptions": {
                    "binary": find_on_path(&["chromium", "chromium-browser", "google-chrome"])?,
                    "prefs": { "webkit.webprefs.default_font_size": font_px },
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage", "--disable-breakpad", "--lang=en-US",
                        format!("--user-data-dir={}", profile.display()),
                    ],
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": find_on_path(&["firefox-esr", "firefox"])?,
                    "args": ["-headless", "-profile", profile],
                    "prefs": {
                        "intl.accept_languages": "en-US",
                        "font.size.variable.x-western": font_px,
                        "layout.css.prefers-color-scheme.content-override": i32::from(!launch.dark),
                        // On a busy machine a tap takes longer, and must not count as a long press.
                        "apz.max_tap_time": 10_000,
                        "apz.content_response_timeout": 10_000,
                        "ui.click_hold_context_menus.delay": 10_000,
                        // The tests kill it: no safe mode and no restored windows.
                        "toolkit.startup.max_resumed_crashes": -1,
                        "browser.sessionstore.resume_from_crash": false,
                        "app.normandy.enabled": false,
                        "app.update.auto": false,
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": find_mini_browser()?,
                    "args": ["--automation", "--javascript-can-open-windows-automatically=true"],
                },
            }),
        })
    }
}

/// The first of the programs that is on PATH.
fn find_on_path(names: &[&str]) -> Outcome<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
        .ok_or_else(|| Failure(format!("none of {} is installed", names.join(", "))))
}

/// MiniBrowser is in the library's folder, not on PATH, and that folder differs between distributions.
fn find_mini_browser() -> Outcome<PathBuf> {
    let mut folders =
        vec![PathBuf::from("/usr/lib"), PathBuf::from("/usr/lib64"), PathBuf::from("/usr/libexec")];
    for parent in folders.clone() {
        if let Ok(entries) = fs::read_dir(parent) {
            folders.extend(entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()));
        }
    }
    folders
        .into_iter()
        .map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|file| file.is_file())
        .ok_or_else(|| Failure("MiniBrowser of webkit2gtk-4.1 is not installed".into()))
}

/// MiniBrowser cannot be narrower than its toolbar (447 px); a style sheet for GTK shrinks that toolbar.
fn write_gtk_css(folder: &Path) -> Outcome<PathBuf> {
    let config = folder.join("config");
    fs::create_dir_all(config.join("gtk-3.0"))?;
    fs::write(
        config.join("gtk-3.0/gtk.css"),
        "toolbar, toolbar *, entry, button { min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; }\n",
    )?;
    Ok(config)
}
