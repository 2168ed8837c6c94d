//! The entry point of the WebAssembly program.

fn main() {
    eased::app::boot();
}
