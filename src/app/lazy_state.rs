//! The loading state of the lazy part.

/// The loading state of the lazy part.
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
