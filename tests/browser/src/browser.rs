//! One browser with one session: open, ask, wait, look. What a person's finger does is in `pointer`.

use crate::display::Display;
use crate::engine::{Engine, Launch};
use crate::failure::{Failure, Outcome, ensure, fail};
use crate::process::Started;
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

/// The one limit for anything that is waited for. The app itself waits up to 20 s for a part that does not arrive, and
/// Firefox needs more than 60 s for an import of 3,000 sessions while other browsers share two cores with it.
pub const LIMIT: Duration = Duration::from_mins(3);
const POLL: Duration = Duration::from_millis(50);

/// A browser under control.
#[derive(Debug)]
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    /// Phase and step last seen and when, in the page's own milliseconds: see `page::session`.
    pub(crate) seen: RefCell<Option<(String, f64)>>,
    session: Option<WebDriver>,
    driver: Started,
    display: Option<Display>,
    folder: PathBuf,
}

/// A command that the client library has no word for.
#[derive(Debug)]
struct Raw {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Raw {
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
        launch: &Launch,
    ) -> Outcome<Self> {
        fs::create_dir_all(&folder)?;
        match Self::try_start(engine, settings, &folder, launch).await {
            Ok(browser) => Ok(browser),
            // The only second chance in the harness: a driver that never came up says nothing about the app.
            Err(_) => Self::try_start(engine, settings, &folder, launch).await,
        }
    }

    async fn try_start(engine: Engine, settings: &Settings, folder: &Path, launch: &Launch) -> Outcome<Self> {
        let display = if engine.needs_display() { Some(Display::start(folder).await?) } else { None };
        let port = free_port()?;
        let mut command = engine.driver(settings, port, folder, launch)?;
        if let Some(display) = &display {
            command.env("DISPLAY", format!(":{}", display.number));
        }
        let log = File::create(folder.join("driver.log"))?;
        command.stdout(log.try_clone()?).stderr(log);
        let mut driver = Started::spawn(&mut command).map_err(|why| {
            Failure(format!("{} cannot be started: {why}", command.get_program().display()))
        })?;
        until("the driver to listen", async || {
            ensure!(!driver.has_ended(), "the driver ended at once");
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
            seen: RefCell::default(),
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

    /// Ends the browser as a crash or a flat battery would, and leaves its files alone.
    pub fn kill(&mut self) {
        if let Some(session) = self.session.take() {
            // The session is gone with its driver; nothing is left to say good-bye to.
            let _ = session.leak();
        }
        self.driver.kill();
        if let Some(display) = &mut self.display {
            display.kill();
        }
    }

    fn session(&self) -> Outcome<&WebDriver> {
        self.session.as_ref().ok_or_else(|| Failure("the browser has been ended".into()))
    }

    /// Any WebDriver command below `session/<id>/`.
    pub async fn command(&self, method: Method, path: &str, body: Option<Value>) -> Outcome<Value> {
        let raw = Raw { method, path: path.to_owned(), body };
        Ok(self.session()?.cmd(raw).await?.value_json()?)
    }

    /// A command of Chromium's own protocol (CDP).
    pub async fn cdp(&self, command: &str, params: Value) -> Outcome<Value> {
        let body = json!({ "cmd": command, "params": params });
        self.command(Method::POST, "goog/cdp/execute", Some(body)).await
    }

    /// Loads an address.
    pub async fn open(&self, url: &str) -> Outcome {
        self.seen.replace(None);
        match self.session()?.goto(url).await {
            Err(why) if self.could_not_load(&why) => Ok(self.session()?.goto(url).await?),
            outcome => Ok(outcome?),
        }
    }

    /// The browser's own way back.
    pub async fn back(&self) -> Outcome {
        self.seen.replace(None);
        Ok(self.session()?.back().await?)
    }

    /// Loads the page again, with the server there. Without a server, `open` it: Firefox forces its reloads.
    pub async fn reload(&self) -> Outcome {
        self.seen.replace(None);
        let url = self.url().await?;
        match self.session()?.refresh().await {
            Err(why) if self.could_not_load(&why) => Ok(self.session()?.goto(&url).await?),
            outcome => Ok(outcome?),
        }
    }

    /// WebKitGTK's driver was seen to answer a navigation with "unknown error" and to leave an empty address, once in hundreds
    /// of scenarios. That says nothing about the app, so the address is loaded once more; a second time counts.
    fn could_not_load(&self, why: &WebDriverError) -> bool {
        let is_unknown = matches!(why.as_inner(), WebDriverErrorInner::UnknownError(_));
        let is_known = self.engine == Engine::WebKit && is_unknown;
        if is_known {
            println!("note  {:9}  the driver could not load the page: {why}", self.engine.name());
        }
        is_known
    }

    /// Runs the body of a function in the page and gives back what it returns.
    pub async fn js(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.session()?.execute(body.to_owned(), args).await?.json().clone())
    }

    /// Runs the body of a function whose last argument is the callback for its answer.
    pub async fn js_async(&self, body: &str, args: Vec<Value>) -> Outcome<Value> {
        Ok(self.session()?.execute_async(body.to_owned(), args).await?.json().clone())
    }

    /// The current address.
    pub async fn url(&self) -> Outcome<String> {
        self.get("url").await
    }

    /// The page as it is now.
    pub async fn source(&self) -> Outcome<String> {
        self.get("source").await
    }

    pub(crate) async fn get(&self, path: &str) -> Outcome<String> {
        let answer = self.command(Method::GET, path, None).await?;
        Ok(answer.as_str().unwrap_or_default().to_owned())
    }

    /// Writes a picture of the viewport.
    pub async fn picture(&self, file: &Path) -> Outcome {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        Ok(self.session()?.screenshot(file).await?)
    }

    /// Errors in the browser's own console, as far as the engine shows them. WebKitGTK shows none.
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
                self.as_chrome(script, vec![json!(site)]).await?
            }
            Engine::WebKit => return Ok(Vec::new()),
        };
        Ok(serde_json::from_value(lines)?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
        // A folder left behind in the temporary place harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Waits for `probe` to find something. An error while looking is not the end: a page may be in between.
pub async fn until<T>(
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
        if started.elapsed() > LIMIT {
            fail!("waited {} s for {what}{last}", LIMIT.as_secs());
        }
        tokio::time::sleep(POLL).await;
    }
}
