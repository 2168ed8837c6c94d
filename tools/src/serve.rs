//! A static server on the loopback address: for `make run`, for the browser tests and for benchmarks.
//!
//! It serves compressed twins, sends exact content types, and tells the browser to keep only files whose
//! name carries a hash. It can be stopped for good (every connection is cut) and started again on the same
//! port, and it keeps a log of what was asked for.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use tower_http::services::ServeDir;

/// The port of `make run`: always the same, because a browser ties the person's records to it.
pub const PORT: u16 = 4173;

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, mostly.
    pub method: String,
    /// Path as asked for.
    pub path: String,
    /// HTTP status.
    pub status: u16,
    /// Length of the answer's body as sent, compressed.
    pub bytes: u64,
}

/// What all requests share.
#[derive(Debug)]
struct Site {
    /// Where the site is mounted: `/` or `/some/path/`.
    mount: String,
    folder: Mutex<PathBuf>,
    /// Ends of paths, and what is said of such files here: as a host does that knows better, or less.
    said: Mutex<Vec<(String, HeaderName, HeaderValue)>>,
    log: Mutex<Vec<Asked>>,
}

/// A running or stopped server.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<Site>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves `folder` under `/` at a free port.
    pub fn start(folder: impl AsRef<Path>) -> io::Result<Self> {
        Self::start_at(folder, "/", 0)
    }

    /// Serves `folder` under `mount` (begins and ends with `/`) at `port`; 0 takes a free one.
    pub fn start_at(folder: impl AsRef<Path>, mount: &str, port: u16) -> io::Result<Self> {
        let site = Arc::new(Site {
            mount: mount.to_owned(),
            folder: Mutex::new(folder.as_ref().to_path_buf()),
            said: Mutex::default(),
            log: Mutex::new(Vec::new()),
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let runtime = run(listener, Arc::clone(&site))?;
        Ok(Self { address, site, runtime: Some(runtime) })
    }

    /// The site's address, ending with `/`.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.site.mount)
    }

    /// The port, for a browser's flags.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// From now on another folder: a new version of the site at the same address.
    pub fn set_folder(&self, folder: impl AsRef<Path>) {
        *lock(&self.site.folder) = folder.as_ref().to_path_buf();
    }

    /// From now on files whose path ends so have this header.
    pub fn say(&self, end: &str, name: HeaderName, value: &'static str) {
        lock(&self.site.said).push((end.to_owned(), name, HeaderValue::from_static(value)));
    }

    /// Everything asked for so far.
    pub fn log(&self) -> Vec<Asked> {
        lock(&self.site.log).clone()
    }

    /// Forgets what was asked for so far.
    pub fn clear_log(&self) {
        lock(&self.site.log).clear();
    }

    /// Cuts every connection and frees the port. Safe to call from async code.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A runtime may not be torn down from within another one: hence the thread.
            let stopping = std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(2)));
            // The thread cannot fail in a way that matters here: the port is free or `restart` says so.
            let _ = stopping.join();
        }
    }

    /// Serves again at the same port after `stop`.
    pub fn restart(&mut self) -> io::Result<()> {
        self.stop();
        let mut patience = 40;
        let listener = loop {
            match TcpListener::bind(self.address) {
                Ok(listener) => break listener,
                Err(error) if patience == 0 => return Err(error),
                Err(_) => {
                    patience -= 1;
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
        };
        self.runtime = Some(run(listener, Arc::clone(&self.site))?);
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// `make run`: serves until the process is ended.
pub fn forever(folder: &Path) -> Result<(), String> {
    let ports = PORT..PORT + 40;
    let server = ports
        .into_iter()
        .find_map(|port| Server::start_at(folder, "/", port).ok())
        .ok_or_else(|| format!("no free port from {PORT} on"))?;
    println!("\nEased is at {} (Ctrl+C ends it)", server.url());
    if server.port() != PORT {
        println!(
            "Port {PORT} is taken. A browser keeps records per port: what you recorded there is not seen here."
        );
    }
    loop {
        std::thread::park();
    }
}

fn run(listener: TcpListener, site: Arc<Site>) -> io::Result<Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let app = Router::new().fallback(answer).with_state(site);
    runtime.spawn(async move { axum::serve(listener, app).await });
    Ok(runtime)
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let mut response = match path.strip_prefix(site.mount.trim_end_matches('/')) {
        Some(inner) if inner.starts_with('/') => from_folder(&site, inner, request).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    };
    let policy = if response.status().is_success() { caching(&path) } else { "no-store" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(policy));
    for (end, name, value) in lock(&site.said).iter() {
        if path.ends_with(end) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    let bytes = response.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let asked = Asked { method, path, status: response.status().as_u16(), bytes: bytes.unwrap_or(0) };
    lock(&site.log).push(asked);
    response
}

async fn from_folder(site: &Site, inner: &str, mut request: Request) -> Response {
    let Ok(uri) = inner.parse() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let folder = lock(&site.folder).clone();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    match files.oneshot(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            // A text without a declared encoding would be read in the system's own.
            let kind =
                response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
            if kind.starts_with("text/")
                && !kind.contains("charset")
                && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
            {
                response.headers_mut().insert(CONTENT_TYPE, kind);
            }
            response
        }
        Err(never) => match never {},
    }
}

/// Only a name that changes with the content may be kept without asking.
fn caching(path: &str) -> &'static str {
    if is_hashed(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((_, tail)) = name.split_once('-') else {
        return false;
    };
    let digits = tail.chars().take_while(char::is_ascii_hexdigit).count();
    digits == 16 && tail[digits..].starts_with('.')
}

/// A panic while the lock was held leaves a log or a path that is still whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[path = "../tests/serve.rs"]
mod tests;
