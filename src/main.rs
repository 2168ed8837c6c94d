//! Mounts the app.

fn main() {
    eased::app::boot();
}
