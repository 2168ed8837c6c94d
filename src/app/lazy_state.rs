//! Where the lazy part of the program is.

/// Where the lazy part is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LazyState {
    /// Not requested, or being loaded.
    #[default]
    Pending,
    /// It could not be loaded.
    Failed,
    /// It is loaded, and the stored sessions have been read.
    Loaded,
}
