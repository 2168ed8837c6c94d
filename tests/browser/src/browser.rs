//! One browser with one WebDriver session: navigation, scripts, screenshots, console and waiting. Input is in
//! `pointer`.

use crate::display::Display;
use crate::engine::{Engine, LaunchOptions};
use crate::failure::{Failure, Outcome, ensure, fail};
use crate::process::ChildProcess;
use crate::settings::Settings;
use crate::site::free_port;
use http::Method;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};

/// The limit of every wait. The app itself waits up to 20 s for a part that does not arrive, and
/// Firefox needs more than 60 s for an import of 3,000 sessions while other browsers share two cores with it.
pub const WAIT_LIMIT: Duration = Duration::from_mins(3);
/// Each poll runs a script in the page. At 50 ms, polling took a quarter of the processor time of a run.
const POLL_INTERVAL: Duration = Duration::from_millis(150);

/// A browser that is driven through WebDriver.
#[derive(Debug)]
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    /// The phase and step last seen, and when, by the page's `performance.now()`: see `page::phase`.
    pub(crate) last_phase_step: RefCell<Option<(String, f64)>>,
    session: Option<WebDriver>,
    driver: ChildProcess,
    display: Option<Display>,
    folder: PathBuf,
}

/// A command that the client library does not offer.
#[derive(Debug)]
struct RawCommand {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for RawCommand {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(self.method.clone(), format!("session/{session}/{}", self.path));
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

impl Browser {
    /// Starts driver and browser in a folder that is removed when the browser is dropped.
    pub async fn start(
        engine: Engine,
        settings: &Settings,
        folder: PathBuf,
        launch: &LaunchOptions,
    ) -> Outcome<Self> {
        fs::create_dir_all(&folder)?;
        match Self::try_start(engine, settings, &folder, launch).await {
            Ok(browser) => Ok(browser),
            // A driver that did not start is not a failure of the app, so it is started once more.
            Err(_) => Self::try_start(engine, settings, &folder, launch).await,
        }
    }

    async fn try_start(
        engine: Engine,
        settings: &Settings,
        folder: &Path,
        launch: &LaunchOptions,
    ) -> Outcome<Self> {
        let display = if engine.needs_display() { Some(Display::start(folder).await?) } else { None };
        let port = free_port()?;
        let mut command = engine.driver(settings, port, folder, launch)?;
        if let Some(display) = &display {
            command.env("DISPLAY", format!(":{}", display.number));
        }
        let log = File::create(folder.join("driver.log"))?;
        command.stdout(log.try_clone()?).stderr(log);
        let mut driver = ChildProcess::spawn(&mut command).map_err(|why| {
            Failure(format!("{} cannot be started: {why}", command.get_program().display()))
        })?;
        wait_until("the driver to listen", async || {
            ensure!(!driver.has_exited(), "the driver exited immediately");
            Ok(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.ok().map(|_| ()))
        })
        .await?;
        let Value::Object(wanted) = engine.capabilities(folder, launch)? else {
            fail!("capabilities are not an object");
        };
        let session = WebDriver::builder(format!("http://127.0.0.1:{port}"), Capabilities::from(wanted))
            .request_timeout(Duration::from_mins(1))
            .await?;
        let browser = Self {
            engine,
            last_phase_step: RefCell::default(),
            session: Some(session),
            driver,
            display,
            folder: folder.to_path_buf(),
        };
        if engine == Engine::Chromium && launch.dark {
            let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
            browser.cdp("Emulation.setEmulatedMedia", dark).await?;
        }
        browser.resize(launch.size).await?;
        Ok(browser)
    }

    /// Kills the browser as a crash or an empty battery would. Its files stay.
    pub fn kill(&mut self) {
        if let Some(session) = self.session.take() {
            // The session ends with its driver: there is nothing to close.
            let _ = session.leak();
        }
        self.driver.kill();
        if let Some(display) = &mut self.display {
            display.kill();
        }
    }

    fn session(&self) -> Outcome<&WebDriver> {
        self.session.as_ref().ok_or_else(|| Failure("the browser has been closed".into()))
    }

    /// Any WebDriver command below `session/<id>/`.
    pub async fn command(&self, method: Method, path: &str, body: Option<Value>) -> Outcome<Value> {
        let raw = RawCommand { method, path: path.to_owned(), body };
        Ok(self.session()?.cmd(raw).await?.value_json()?)
    }

    /// A command of the Chrome DevTools Protocol (CDP).
    pub async fn cdp(&self, command: &str, params: Value) -> Outcome<Value> {
        let body = json!({ "cmd": command, "params": params });
        self.command(Method::POST, "goog/cdp/execute", Some(body)).await
    }

    /// Loads a URL.
    pub async fn open(&self, url: &str) -> Outcome {
        self.last_phase_step.replace(None);
        match self.session()?.goto(url).await {
            Err(why) if self.is_known_load_error(&why) => Ok(self.session()?.goto(url).await?),
            outcome => Ok(outcome?),
        }
    }

    /// The browser's Back button.
    pub async fn back(&self) -> Outcome {
        self.last_phase_step.replace(None);
        Ok(self.session()?.back().await?)
    }

    /// Reloads the page. Without a server, use `open`: a reload of Firefox bypasses the service worker.
    pub async fn reload(&self) -> Outcome {
        self.last_phase_step.replace(None);
        let url = self.url().await?;
        match self.session()?.refresh().await {
            Err(why) if self.is_known_load_error(&why) => Ok(self.session()?.goto(&url).await?),
            outcome => Ok(outcome?),
        }
    }

    /// Whether this is an error of WebKitGTK's driver, which answers about one navigation in several hundred with
    /// "unknown error" and leaves an empty URL. That says nothing about the app, so the URL is loaded once more; a
    /// second error counts.
    fn is_known_load_error(&self, why: &WebDriverError) -> bool {
        let is_unknown = matches!(why.as_inner(), WebDriverErrorInner::UnknownError(_));
        let is_known = self.engine == Engine::WebKit && is_unknown;
        if is_known {
            println!("note  {:9}  the driver could not load the page: {why}", self.engine.name());
        }
        is_known
    }

    /// Runs the body of a function in the page and returns its result.
    pub async fn js(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.session()?.execute(body.to_owned(), args).await?.json().clone())
    }

    /// Runs the body of a function whose last argument is the callback for its result.
    pub async fn js_async(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.session()?.execute_async(body.to_owned(), args).await?.json().clone())
    }

    /// The current URL.
    pub async fn url(&self) -> Outcome<String> {
        self.get("url").await
    }

    /// The HTML of the page as it is now.
    pub async fn source(&self) -> Outcome<String> {
        self.get("source").await
    }

    pub(crate) async fn get(&self, path: &str) -> Outcome<String> {
        let answer = self.command(Method::GET, path, None).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Writes a screenshot of the viewport.
    pub async fn screenshot(&self, file: &Path) -> Outcome {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(self.session()?.screenshot(file).await?)
    }

    /// Errors in the browser's console, as far as the driver can read them. WebKitGTK's cannot.
    pub async fn console_errors(&self) -> Outcome<Vec<String>> {
        let lines = match self.engine {
            Engine::Chromium => {
                let log = self.command(Method::POST, "se/log", Some(json!({ "type": "browser" }))).await?;
                let severe = |line: &&Value| line["level"] == "SEVERE";
                let lines = log.as_array().into_iter().flatten().filter(severe);
                return Ok(lines
                    .map(|line| line["message"].as_str().unwrap_or_default().to_owned())
                    .collect());
            }
            Engine::Firefox => {
                let script = "return Services.console.getMessageArray().map(String)\
                    .filter(m => m.startsWith('[JavaScript Error') && m.includes(arguments[0]))";
                let url = self.url().await?;
                let site = url.split('#').next().unwrap_or_default().to_owned();
                self.js_privileged(script, vec![json!(site)]).await?
            }
            Engine::WebKit => return Ok(Vec::new()),
        };
        Ok(serde_json::from_value(lines)?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
        // A leftover temporary folder does no harm.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Polls until `probe` returns a value. An error is not final, since the page may be loading; the last one is reported.
pub async fn wait_until<T>(
    what: impl std::fmt::Display,
    mut probe: impl AsyncFnMut() -> Outcome<Option<T>>,
) -> Outcome<T> {
    let started = Instant::now();
    loop {
        let last = match probe().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => String::new(),
            Err(why) => format!(" ({why})"),
        };
        if started.elapsed() > WAIT_LIMIT {
            fail!("waited {} s for {what}{last}", WAIT_LIMIT.as_secs());
        }
        tokio::time::sleep(POLL_INTERVAL).await;
    }
}
