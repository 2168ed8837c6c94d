//! Mounts the app.

/// Where the wasm's memory is shared out. The usual way, made for many threads and long-lived servers,
/// weighs five times as much.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static HEAP: rlsf::GlobalTlsf<Heap> = rlsf::GlobalTlsf::new();

/// How [`HEAP`] works.
#[cfg(target_arch = "wasm32")]
struct Heap;

#[cfg(target_arch = "wasm32")]
impl rlsf::GlobalTlsfOptions for Heap {
    /// Growing in place would save a little time and cost more code than all the rest.
    const ENABLE_REALLOCATION: bool = false;
    /// Pages that lie side by side are one: a long history is read and written as large texts.
    const COALESCE_POOLS: bool = true;
}

fn main() {
    eased::app::boot();
}
