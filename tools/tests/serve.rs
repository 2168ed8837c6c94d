//! What the local server promises.

use super::*;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("eased-serve-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (file, text) in [
        ("index.html", "<p>plain page, long enough to see which twin was sent"),
        ("index.html.br", "br"),
        ("eased-0123456789abcdef.wasm", "wasm"),
        ("manifest.webmanifest", "{}"),
    ] {
        std::fs::write(folder.join(file), text).expect("writes");
    }
    folder
}

fn ask(server: &Server, path: &str, more: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("connects");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}\r\n").expect("asks");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answers");
    answer.to_lowercase()
}

#[test]
fn types_and_caching_are_exact() {
    let folder = folder("types");
    let server = Server::start(&folder).expect("starts");
    let wasm = ask(&server, "/eased-0123456789abcdef.wasm", "");
    assert!(wasm.contains("content-type: application/wasm\r\n") && wasm.contains("immutable"), "{wasm}");
    let manifest = ask(&server, "/manifest.webmanifest", "");
    assert!(manifest.contains("application/manifest+json") && manifest.contains("no-cache"), "{manifest}");
    let page = ask(&server, "/", "Accept-Encoding: gzip, br\r\n");
    assert!(
        page.contains("content-encoding: br") && page.contains("text/html") && page.contains("no-cache"),
        "{page}"
    );
    assert!(ask(&server, "/../Cargo.toml", "").starts_with("http/1.1 404"));
    let log = server.log();
    assert_eq!((log[2].path.as_str(), log[2].status, log[2].bytes), ("/", 200, 2));
}

#[test]
fn it_stops_and_comes_back_at_the_same_address() {
    let mut server = Server::start(folder("stops")).expect("starts");
    let url = server.url();
    server.stop();
    assert!(TcpStream::connect(("127.0.0.1", server.port())).is_err());
    server.restart().expect("restarts");
    assert_eq!(server.url(), url);
    assert!(ask(&server, "/", "").starts_with("http/1.1 200"));
}

#[test]
fn it_serves_below_a_path_and_nothing_above() {
    let server = Server::start_at(folder("mount"), "/some/path/", 0).expect("starts");
    assert!(server.url().ends_with("/some/path/"));
    assert!(ask(&server, "/some/path/", "").starts_with("http/1.1 200"));
    assert!(ask(&server, "/some/path/manifest.webmanifest", "").starts_with("http/1.1 200"));
    assert!(ask(&server, "/", "").starts_with("http/1.1 404"));
    assert!(ask(&server, "/some/pathology", "").starts_with("http/1.1 404"));
}

#[test]
fn names_with_a_hash() {
    assert!(is_hashed("/eased-0123456789abcdef.js") && is_hashed("/a/some_part-0123456789abcdef.css"));
    assert!(!is_hashed("/index.html") && !is_hashed("/icons/icon-192.png") && !is_hashed("/sw.js"));
}
