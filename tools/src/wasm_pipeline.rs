//! Compiles the app to WebAssembly, splits it into lazy parts, runs wasm-bindgen and wasm-opt, and bundles the glue
//! code.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::site::{read, write, write_hashed};

/// Linker flags of a release: the splitter reads relocations; the stack is 128 KiB instead of 1 MiB, so that data has
/// lower addresses, whose encoding is a byte shorter.
const RELEASE_FLAGS: &str = r#"target.wasm32-unknown-unknown.rustflags=["-Clink-arg=--emit-relocs", "-Clink-arg=-zstack-size=131072"]"#;

/// The WebAssembly features that wasm-opt may use: those that rustc 1.95 enables by default.
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

/// The passes of wasm-opt; measured in docs/experiments.md. `--low-memory-unused` is correct because the stack, not data,
/// is at addresses below 1 KiB.
const WASM_OPT: [&str; 5] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz"];

/// Removes sections that only tools read.
const WASM_OPT_STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// The names of the compiled program's files in the site.
#[derive(Clone, Debug)]
pub struct ProgramFiles {
    /// The JavaScript glue code of wasm-bindgen, which starts the program.
    pub glue: String,
    /// The module that is loaded first.
    pub main: String,
    /// The lazy parts: name to modules.
    pub parts: BTreeMap<String, Vec<String>>,
}

/// Compiles for a release and writes all files into `site`.
pub fn release(root: &Path, site: &Path) -> Result<ProgramFiles, String> {
    let compiled = compile(root, &["--release", "--features", "split", "--config", RELEASE_FLAGS])?;
    let work = work_folder(&compiled)?;
    // Function names make a profile readable. The sizes of such a build mean nothing.
    let keep_names = std::env::var_os("EASED_NAMES").is_some();

    let input = fs::read(&compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
    let main_module = work.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = &work;
    options.main_out_path = &main_module;
    options.main_module = "./eased.js";
    options.link_name = "./parts.js";
    let split = transform(options).map_err(|error| format!("splitting: {error:?}"))?;
    run_wasm_bindgen(&main_module, &work, keep_names)?;

    let main = write_hashed(site, "eased", "wasm", &run_wasm_opt(&work.join("eased_bg.wasm"), keep_names)?)?;
    let mut link = read(&work.join("parts.js"))?;
    let mut renamed = BTreeMap::new();
    for path in &split.split_modules {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let plain = stem.strip_prefix("split_").unwrap_or(&stem);
        let name = write_hashed(site, plain, "wasm", &run_wasm_opt(path, keep_names)?)?;
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
    Ok(ProgramFiles { glue: write_hashed(site, "eased", "js", &bundle(root, &work)?)?, main, parts })
}

/// Compiles for `make dev`: one module, neither optimised nor bundled.
pub fn debug(root: &Path, site: &Path) -> Result<ProgramFiles, String> {
    let compiled = compile(root, &[])?;
    let work = work_folder(&compiled)?;
    run_wasm_bindgen(&compiled, &work, true)?;
    let bytes = |name: &str| fs::read(work.join(name)).map_err(|error| format!("{name}: {error}"));
    Ok(ProgramFiles {
        glue: write_hashed(site, "eased", "js", &bytes("eased.js")?)?,
        main: write_hashed(site, "eased", "wasm", &bytes("eased_bg.wasm")?)?,
        parts: BTreeMap::new(),
    })
}

/// Compiles the program with cargo. Returns the path of the module.
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
        .ok_or_else(|| "cargo build reports no eased.wasm".to_owned())
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

/// Writes `eased.js` and `eased_bg.wasm`, as the command `wasm-bindgen` does.
fn run_wasm_bindgen(module: &Path, work: &Path, keep_names: bool) -> Result<(), String> {
    let generate = || {
        Bindgen::new()
            .input_path(module)
            .web(true)?
            .out_name("eased")
            .typescript(false)
            // The lazy parts use the memory, table and stack pointer of the first module.
            .keep_lld_exports(true)
            .remove_name_section(!keep_names)
            .remove_producers_section(true)
            .generate(work)
    };
    generate().map_err(|error| format!("wasm-bindgen: {error:?}"))
}

/// Optimises a module for size with binaryen's `wasm-opt`. Returns its bytes.
fn run_wasm_opt(module: &Path, keep_names: bool) -> Result<Vec<u8>, String> {
    let after = module.with_extension("optimised.wasm");
    let status = Command::new("wasm-opt")
        .args(WASM_FEATURES)
        .args(WASM_OPT)
        .args(if keep_names { &["-g"][..] } else { &WASM_OPT_STRIP })
        .arg("-o")
        .args([&after, module])
        .status()
        .map_err(|error| format!("wasm-opt: {error}"))?;
    if !status.success() {
        return Err(format!("wasm-opt: {status}"));
    }
    fs::read(&after).map_err(|error| format!("wasm-opt: {error}"))
}

/// Bundles the glue code and the splitter's link module, which import each other, into one script.
fn bundle(root: &Path, work: &Path) -> Result<Vec<u8>, String> {
    let output = Command::new("esbuild")
        .arg(work.join("eased.js"))
        .args(["--bundle", "--format=esm", "--minify", "--target=es2022", "--log-level=warning"])
        // Lazy parts have to load from hosts that do not send the type `application/wasm` as well.
        .arg("--define:WebAssembly.instantiateStreaming=instantiateStreaming")
        .arg(format!("--inject:{}", root.join("tools/instantiate-streaming.js").display()))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("esbuild: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("esbuild: {}", output.status)) }
}
