//! Secrets that travel: refresh tokens and the tokens of sign-in links. Only their digests are kept.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::clock::random_bytes;

/// 256 unguessable bits.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one, known to nobody.
    pub fn generate() -> Self {
        Self(random_bytes())
    }

    /// Reads the written form.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        bytes.try_into().ok().map(Self)
    }

    /// The written form, for its holder only.
    pub fn reveal(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the database keeps: it recognises the secret and does not give it away.
    pub fn digest(&self) -> Vec<u8> {
        Sha256::digest(self.0).to_vec()
    }

    /// Hides another secret so that only a holder of this one can read it. Each secret hides one
    /// other at most, so its pad is used once.
    pub fn seal(&self, other: &Self) -> Vec<u8> {
        self.pad().iter().zip(other.0).map(|(pad, byte)| pad ^ byte).collect()
    }

    /// Reads what `seal` hid.
    pub fn open(&self, sealed: &[u8]) -> Option<Self> {
        let bytes: Vec<u8> = self.pad().iter().zip(sealed).map(|(pad, byte)| pad ^ byte).collect();
        bytes.try_into().ok().map(Self)
    }

    fn pad(&self) -> [u8; 32] {
        let mut digest = Sha256::new_with_prefix(b"the one that follows");
        digest.update(self.0);
        digest.finalize().into()
    }
}

impl std::fmt::Debug for Secret {
    /// A secret belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A secret reads back as itself, and nothing else reads as one.
    #[test]
    fn secrets_read_back() {
        let secret = Secret::generate();
        assert_eq!(Secret::parse(&secret.reveal()), Some(secret.clone()));
        assert_eq!(secret.reveal().len(), 43);
        for text in ["", "a", &secret.reveal()[1..], &format!("{}A", secret.reveal())] {
            assert_eq!(Secret::parse(text), None);
        }
    }

    /// Only the holder of a secret reads its successor; the digest does not help.
    #[test]
    fn successors_are_for_the_holder() {
        let (holder, successor) = (Secret::generate(), Secret::generate());
        let sealed = holder.seal(&successor);
        assert_eq!(holder.open(&sealed), Some(successor.clone()));
        assert_ne!(Secret::generate().open(&sealed), Some(successor.clone()));
        assert_ne!(sealed, successor.digest());
        assert_eq!(holder.open(&sealed[1..]), None);
    }
}
