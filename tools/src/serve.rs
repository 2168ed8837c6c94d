//! A static file server on the loopback address for `make run`, the browser tests and the benchmarks.
//!
//! It serves precompressed copies, sends exact content types, and lets the browser cache only files whose name
//! contains a hash. It can be stopped (every connection is cut) and restarted on the same port, and it logs all
//! requests.

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

/// The port of `make run`: always the same, because a browser stores data per origin, which includes the port.
pub const PORT: u16 = 4173;

/// One answered request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// `GET`, mostly.
    pub method: String,
    /// The path as requested.
    pub path: String,
    /// HTTP status.
    pub status: u16,
    /// The length of the response body as sent (compressed), in bytes.
    pub bytes: u64,
}

/// The state that all requests share.
#[derive(Debug)]
struct SiteState {
    /// The path at which the site is mounted: `/` or `/some/path/`.
    mount: String,
    folder: Mutex<PathBuf>,
    /// Headers that replace the usual ones, each for paths with a suffix, to imitate other hosts.
    header_overrides: Mutex<Vec<(String, HeaderName, HeaderValue)>>,
    log: Mutex<Vec<LoggedRequest>>,
}

/// A running or stopped server.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Arc<SiteState>,
    runtime: Option<Runtime>,
}

impl Server {
    /// Serves `folder` under `/` on a free port.
    pub fn start(folder: impl AsRef<Path>) -> io::Result<Self> {
        Self::start_at(folder, "/", 0)
    }

    /// Serves `folder` under `mount` (begins and ends with `/`) on `port`; 0 chooses a free port.
    pub fn start_at(folder: impl AsRef<Path>, mount: &str, port: u16) -> io::Result<Self> {
        let site = Arc::new(SiteState {
            mount: mount.to_owned(),
            folder: Mutex::new(folder.as_ref().to_path_buf()),
            header_overrides: Mutex::default(),
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

    /// Serves another folder from now on: a new version of the site at the same address.
    pub fn set_folder(&self, folder: impl AsRef<Path>) {
        *lock(&self.site.folder) = folder.as_ref().to_path_buf();
    }

    /// Sends this header with every path that ends with `suffix` from now on.
    pub fn override_header(&self, suffix: &str, name: HeaderName, value: &'static str) {
        lock(&self.site.header_overrides).push((suffix.to_owned(), name, HeaderValue::from_static(value)));
    }

    /// All requests so far.
    pub fn log(&self) -> Vec<LoggedRequest> {
        lock(&self.site.log).clone()
    }

    /// Clears the log.
    pub fn clear_log(&self) {
        lock(&self.site.log).clear();
    }

    /// Cuts every connection and frees the port. Safe to call from async code.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A Tokio runtime must not be shut down from within another one, so this is done in a thread.
            let stopping = std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(2)));
            // A failure of this thread needs no handling: if the port is not free, `restart` reports it.
            let _ = stopping.join();
        }
    }

    /// Serves again on the same port after `stop`.
    pub fn restart(&mut self) -> io::Result<()> {
        self.stop();
        let mut attempts_left = 40;
        let listener = loop {
            match TcpListener::bind(self.address) {
                Ok(listener) => break listener,
                Err(error) if attempts_left == 0 => return Err(error),
                Err(_) => {
                    attempts_left -= 1;
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
pub fn serve_forever(folder: &Path) -> Result<(), String> {
    let ports = PORT..PORT + 40;
    let server = ports
        .into_iter()
        .find_map(|port| Server::start_at(folder, "/", port).ok())
        .ok_or_else(|| format!("no free port from {PORT} on"))?;
    println!("\nEased runs at {} (press Ctrl+C to stop)", server.url());
    if server.port() != PORT {
        println!(
            "Port {PORT} is in use. A browser stores data per port: records made on port {PORT} are not visible here."
        );
    }
    loop {
        std::thread::park();
    }
}

fn run(listener: TcpListener, site: Arc<SiteState>) -> io::Result<Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    listener.set_nonblocking(true)?;
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let app = Router::new().fallback(handle).with_state(site);
    runtime.spawn(async move { axum::serve(listener, app).await });
    Ok(runtime)
}

async fn handle(State(site): State<Arc<SiteState>>, request: Request) -> Response {
    let method = request.method().to_string();
    let path = request.uri().path().to_owned();
    let mut response = match path.strip_prefix(site.mount.trim_end_matches('/')) {
        Some(inner) if inner.starts_with('/') => serve_file(&site, inner, request).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    };
    let policy = if response.status().is_success() { cache_control(&path) } else { "no-store" };
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(policy));
    for (suffix, name, value) in lock(&site.header_overrides).iter() {
        if path.ends_with(suffix) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    let bytes = response.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let logged =
        LoggedRequest { method, path, status: response.status().as_u16(), bytes: bytes.unwrap_or(0) };
    lock(&site.log).push(logged);
    response
}

async fn serve_file(site: &SiteState, inner: &str, mut request: Request) -> Response {
    let Ok(uri) = inner.parse() else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    *request.uri_mut() = uri;
    let folder = lock(&site.folder).clone();
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    match files.oneshot(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            // A browser would read text without a declared charset in the system's encoding.
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

/// The `Cache-Control` header: only a file whose name changes with its content may be used without revalidation.
fn cache_control(path: &str) -> &'static str {
    if has_content_hash(path) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((_, tail)) = name.split_once('-') else {
        return false;
    };
    let digits = tail.chars().take_while(char::is_ascii_hexdigit).count();
    digits == 16 && tail[digits..].starts_with('.')
}

/// Locks a mutex. A poisoned one is usable, because a panic cannot leave a log or a path half written.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[path = "../tests/serve.rs"]
mod tests;
