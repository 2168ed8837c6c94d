//! From the Rust program to the files that are served: compiled, split into parts, bound to JavaScript, optimised and
//! bundled. Everything here is done by libraries and tools of the ecosystem.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::site::{named, read, write};

/// Linker flags of a release: the splitter reads relocations, and nothing here needs a stack of 1 MiB. Data then begins
/// at lower addresses, which are a byte shorter wherever they are written.
const RELEASE_FLAGS: &str = r#"target.wasm32-unknown-unknown.rustflags=["-Clink-arg=--emit-relocs", "-Clink-arg=-zstack-size=131072"]"#;

/// What wasm-opt may use: what rustc 1.95 compiles to.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];

/// What wasm-opt does; measured in docs/weight.md. No data lies below 1 KiB: the stack does.
const WASM_OPT: [&str; 5] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Sections that only tools read.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// The names of the program's files in the site.
#[derive(Clone, Debug)]
pub struct Program {
    /// The script that starts the program.
    pub glue: String,
    /// The module that is loaded first.
    pub main: String,
    /// The parts that are loaded when they are needed: their names, and their modules.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// Compiles for a release and writes all files into `site`.
pub fn release(root: &Path, site: &Path) -> Result<Program, String> {
    let compiled = compile(root, &["--release", "--features", "split", "--config", RELEASE_FLAGS])?;
    let work = work_folder(&compiled)?;
    // Names make a profile readable. The sizes of such a build mean nothing.
    let names = std::env::var_os("EASED_NAMES").is_some();

    let input = fs::read(&compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let whole = work.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &work;
    options.main_out_path = &whole;
    options.main_module = "./eased.js";
    options.link_name = "./parts.js";
    let split = transform(options).map_err(|error| format!("splitting: {error:?}"))?;
    bind(&whole, &work, names)?;

    let main = named(site, "eased", "wasm", &optimise(&work.join("eased_bg.wasm"), names)?)?;
    let mut link = read(&work.join("parts.js"))?;
    let mut renamed = BTreeMap::new();
    for path in &split.split_modules {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let plain = stem.strip_prefix("split_").unwrap_or(&stem);
        let name = named(site, plain, "wasm", &optimise(path, names)?)?;
        let quoted = format!("\"./{stem}.wasm\"");
        if link.matches(&quoted).count() != 1 {
            return Err(format!("the splitter's link module does not name {stem}.wasm exactly once"));
        }
        link = link.replace(&quoted, &format!("\"./{name}\""));
        renamed.insert(stem, name);
    }
    write(&work.join("parts.js"), link.as_bytes())?;
    let file =
        |stem: &String| renamed.get(stem).cloned().ok_or_else(|| format!("no file of the part {stem}"));
    let parts = split
        .prefetch_map
        .iter()
        .map(|(part, stems)| Ok((part.clone(), stems.iter().map(file).collect::<Result<Vec<_>, String>>()?)))
        .collect::<Result<BTreeMap<_, _>, String>>()?;
    Ok(Program { glue: named(site, "eased", "js", &bundle(root, &work)?)?, main, parts })
}

/// Compiles for `make dev`: in one module, neither optimised nor bundled.
pub fn debug(root: &Path, site: &Path) -> Result<Program, String> {
    let compiled = compile(root, &[])?;
    let work = work_folder(&compiled)?;
    bind(&compiled, &work, true)?;
    let bytes = |name: &str| fs::read(work.join(name)).map_err(|error| format!("{name}: {error}"));
    Ok(Program {
        glue: named(site, "eased", "js", &bytes("eased.js")?)?,
        main: named(site, "eased", "wasm", &bytes("eased_bg.wasm")?)?,
        parts: BTreeMap::new(),
    })
}

/// Has cargo compile the program; says where it is.
fn compile(root: &Path, arguments: &[&str]) -> Result<PathBuf, String> {
    let done = Command::new("cargo")
        .current_dir(root)
        .args(["build", "--locked", "--quiet", "--package=eased", "--bin=eased"])
        .args(["--target=wasm32-unknown-unknown", "--message-format=json-render-diagnostics"])
        .args(arguments)
        // These would silently replace the flags above and those in .cargo/config.toml.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    if !done.status.success() {
        return Err(format!("cargo build: {}", done.status));
    }
    let messages = String::from_utf8_lossy(&done.stdout);
    let is_program = |file: &&str| file.ends_with("eased.wasm");
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| {
            message["filenames"]
                .as_array()?
                .iter()
                .filter_map(Value::as_str)
                .find(is_program)
                .map(PathBuf::from)
        })
        .ok_or_else(|| "cargo build says of no file that it is the program".to_owned())
}

/// An empty folder beside the compiled program.
fn work_folder(compiled: &Path) -> Result<PathBuf, String> {
    let work = compiled.with_file_name("site-parts");
    let failed = |error: std::io::Error| format!("{}: {error}", work.display());
    if work.exists() {
        fs::remove_dir_all(&work).map_err(failed)?;
    }
    fs::create_dir_all(&work).map_err(failed)?;
    Ok(work)
}

/// Writes the program's glue `eased.js` and `eased_bg.wasm`, as the command `wasm-bindgen` does.
fn bind(module: &Path, work: &Path, names: bool) -> Result<(), String> {
    let bind = || {
        Bindgen::new()
            .input_path(module)
            .web(true)?
            .out_name("eased")
            .typescript(false)
            // The parts share memory, table and stack with the first module.
            .keep_lld_exports(true)
            .remove_name_section(!names)
            .remove_producers_section(true)
            .generate(work)
    };
    bind().map_err(|error| format!("wasm-bindgen: {error:?}"))
}

/// What binaryen makes of a module, for size.
fn optimise(module: &Path, names: bool) -> Result<Vec<u8>, String> {
    let after = module.with_extension("small.wasm");
    let status = Command::new("wasm-opt")
        .args(WASM_FEATURES)
        .args(WASM_OPT)
        .args(if names { &["-g"][..] } else { &STRIP })
        .arg("-o")
        .args([&after, module])
        .status()
        .map_err(|error| format!("wasm-opt: {error}"))?;
    if !status.success() {
        return Err(format!("wasm-opt: {status}"));
    }
    fs::read(&after).map_err(|error| format!("wasm-opt: {error}"))
}

/// One script of the glue and the splitter's link module, which import each other.
fn bundle(root: &Path, work: &Path) -> Result<Vec<u8>, String> {
    let output = Command::new("esbuild")
        .arg(work.join("eased.js"))
        .args(["--bundle", "--format=esm", "--minify", "--target=es2022", "--log-level=warning"])
        // Parts are loaded from hosts that know no type for WebAssembly as well.
        .arg("--define:WebAssembly.instantiateStreaming=instantiateStreaming")
        .arg(format!("--inject:{}", root.join("tools/instantiate-streaming.js").display()))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("esbuild: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("esbuild: {}", output.status)) }
}
