//! Tests of the local server.

use super::*;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("eased-serve-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for (file, text) in [
        ("index.html", "<p>plain page, long enough to see which copy was sent"),
        ("index.html.br", "br"),
        ("eased-0123456789abcdef.wasm", "wasm"),
        ("manifest.webmanifest", "{}"),
    ] {
        std::fs::write(folder.join(file), text).expect("writes");
    }
    folder
}

fn get(server: &Server, path: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("connects");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n").expect("sends");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("answers");
    answer.to_lowercase()
}

#[test]
fn types_and_caching_are_exact() {
    let folder = folder("types");
    let server = Server::start(&folder).expect("starts");
    let wasm = get(&server, "/eased-0123456789abcdef.wasm", "");
    assert!(wasm.contains("content-type: application/wasm\r\n") && wasm.contains("immutable"), "{wasm}");
    let manifest = get(&server, "/manifest.webmanifest", "");
    assert!(manifest.contains("application/manifest+json") && manifest.contains("no-cache"), "{manifest}");
    let page = get(&server, "/", "Accept-Encoding: gzip, br\r\n");
    assert!(
        page.contains("content-encoding: br") && page.contains("text/html") && page.contains("no-cache"),
        "{page}"
    );
    assert!(get(&server, "/../Cargo.toml", "").starts_with("http/1.1 404"));
    let log = server.log();
    assert_eq!((log[2].path.as_str(), log[2].status, log[2].bytes), ("/", 200, 2));
}

#[test]
fn it_restarts_at_the_same_address() {
    let mut server = Server::start(folder("stops")).expect("starts");
    let url = server.url();
    server.stop();
    assert!(TcpStream::connect(("127.0.0.1", server.port())).is_err());
    server.restart().expect("restarts");
    assert_eq!(server.url(), url);
    assert!(get(&server, "/", "").starts_with("http/1.1 200"));
}

#[test]
fn it_serves_only_below_the_mount_path() {
    let server = Server::start_at(folder("mount"), "/some/path/", 0).expect("starts");
    assert!(server.url().ends_with("/some/path/"));
    assert!(get(&server, "/some/path/", "").starts_with("http/1.1 200"));
    assert!(get(&server, "/some/path/manifest.webmanifest", "").starts_with("http/1.1 200"));
    assert!(get(&server, "/", "").starts_with("http/1.1 404"));
    assert!(get(&server, "/some/pathology", "").starts_with("http/1.1 404"));
}

#[test]
fn hashed_file_names_are_recognised() {
    assert!(
        has_content_hash("/eased-0123456789abcdef.js")
            && has_content_hash("/a/some_part-0123456789abcdef.css")
    );
    assert!(
        !has_content_hash("/index.html")
            && !has_content_hash("/icons/icon-192.png")
            && !has_content_hash("/sw.js")
    );
}
