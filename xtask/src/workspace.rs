//! Where things are in this repository.

use std::path::PathBuf;

/// The folder of the root `Cargo.toml`. Cargo names the package's own folder when it runs it.
pub fn root() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    package
        .and_then(|folder| folder.parent().map(PathBuf::from))
        .unwrap_or_else(|| PathBuf::from("."))
}

/// A path inside the repository.
pub fn path(relative: &str) -> PathBuf {
    root().join(relative)
}

/// Cargo's own output folder; everything that this package remembers lies there too.
pub fn target(relative: &str) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| path("target"), |folder| root().join(folder))
        .join(relative)
}
