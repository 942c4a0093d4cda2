//! The operations of this build's own front end.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use anyhow::{Context, ensure};
use serde::Deserialize;

use super::{Digest, digest};

/// Documents under their digests, as the bundle lists them.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    documents: HashMap<Digest, Arc<str>>,
}

#[derive(Deserialize)]
struct Listed {
    documents: BTreeMap<String, ListedDocument>,
}

#[derive(Deserialize)]
struct ListedDocument {
    text: String,
}

impl Manifest {
    /// Reads the list of a bundle. A text that is not what its digest says is refused: whoever made
    /// it, the front end sends something else.
    pub fn parse(list: &[u8]) -> anyhow::Result<Self> {
        let listed: Listed =
            serde_json::from_slice(list).context("the list of operations cannot be read")?;
        let mut documents = HashMap::new();
        for (told, ListedDocument { text }) in listed.documents {
            let digest = digest(&text);
            ensure!(Some(digest) == super::parse_digest(&told), "the operations of {told} differ");
            documents.insert(digest, text.into());
        }
        Ok(Self { documents })
    }

    /// The list of the bundle that this binary serves; empty where the front end is not built.
    pub fn bundled() -> anyhow::Result<Self> {
        let list = crate::http::assets::operations();
        list.map_or_else(|| Ok(Self::default()), |list| Self::parse(&list))
    }

    /// Takes texts as they are.
    pub fn of(texts: impl IntoIterator<Item = String>) -> Self {
        let documents = texts.into_iter().map(|text| (digest(&text), text.into()));
        Self { documents: documents.collect() }
    }

    /// The text of a digest.
    pub(super) fn find(&self, digest: &Digest) -> Option<&Arc<str>> {
        self.documents.get(digest)
    }

    /// Every text with its digest.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Digest, &Arc<str>)> {
        self.documents.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A list is read with its texts; one that names a text by another digest is refused.
    #[test]
    fn lists_are_read_and_checked() {
        let list = |digest: &str| {
            format!(r#"{{"documents":{{"{digest}":{{"operations":[],"text":"{{a}}"}}}}}}"#)
        };
        let right = "fb5e5a12b2dba7ca5a9f2d5c7a9c0e2a";
        assert!(Manifest::parse(list(right).as_bytes()).is_err());
        let told: String = digest("{a}").iter().map(|byte| format!("{byte:02x}")).collect();
        let manifest = Manifest::parse(list(&told).as_bytes()).unwrap();
        assert_eq!(manifest.find(&digest("{a}")).map(|text| &**text), Some("{a}"));
        let other: String = digest("{b}").iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(Manifest::parse(list(&other).as_bytes()).is_err());
        assert!(Manifest::parse(b"[]").is_err());
    }
}
