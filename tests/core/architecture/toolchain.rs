//! The versions of Rust in `Cargo.toml` and `rust-toolchain.toml` agree.

/// The value of `key = "value"` in a TOML file.
fn value<'a>(file: &'a str, key: &str) -> &'a str {
    let mut lines = file.lines().filter_map(|line| line.split_once(" = "));
    let (_, value) = lines.find(|(found, _)| *found == key).unwrap_or_else(|| panic!("no {key}"));
    value.trim_matches('"')
}

#[test]
fn rust_version_is_the_channel_of_the_toolchain() {
    let rust_version = value(include_str!("../../../Cargo.toml"), "rust-version");
    let channel = value(include_str!("../../../rust-toolchain.toml"), "channel");
    let major_minor = channel.splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    assert_eq!(
        rust_version, major_minor,
        "rust-version in Cargo.toml must be major.minor of the channel {channel} in rust-toolchain.toml"
    );
}
