//! Has a release binary built anew when the bundle that it carries has changed; while developing,
//! the bundle is read from disk, in a folder that must be there before the bundle is.

use std::fs;
use std::path::Path;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let bundle = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/dist");
    fs::create_dir_all(bundle)?;
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo::rerun-if-changed=../web/dist");
    }
    Ok(())
}
