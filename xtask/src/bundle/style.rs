//! The style sheets joined into one, in an order that does not depend on the machine.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The sheets that others build on, in the order in which they do; the rest follow by name.
const FIRST: [&str; 4] = ["tokens", "base", "layout", "map"];

/// All style sheets of a folder as one.
pub fn concatenate(folder: &Path) -> Result<Vec<u8>> {
    let mut sheets = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.extension().is_none_or(|extension| extension != "css") {
            bail!("{} is not a style sheet", path.display());
        }
        sheets.push(path);
    }
    sheets.sort_by_key(|path| rank(path));
    let mut joined = Vec::new();
    for sheet in sheets {
        joined.extend(fs::read(&sheet)?);
        joined.push(b'\n');
    }
    Ok(joined)
}

fn rank(sheet: &Path) -> (usize, String) {
    let name = sheet.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    (FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len()), name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// Foundations come first, the others by name.
    #[test]
    fn order() {
        let mut sheets: Vec<PathBuf> =
            ["table.css", "map.css", "base.css", "board.css", "tokens.css", "layout.css"]
                .map(PathBuf::from)
                .into();
        sheets.sort_by_key(|path| rank(path));
        let names: Vec<_> = sheets.iter().map(|sheet| sheet.to_string_lossy()).collect();
        let expected = ["tokens", "base", "layout", "map", "board", "table"];
        assert_eq!(names, expected.map(|name| format!("{name}.css")));
    }
}
