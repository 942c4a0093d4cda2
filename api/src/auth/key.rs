//! The key pair that signs access tokens: made at first start, kept in one file that only its owner
//! reads.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::jwk::{Jwk, ThumbprintHash};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header};

use crate::clock::random_bytes;

/// An Ed25519 key pair, ready to sign and to verify.
pub struct Keys {
    /// Signs.
    pub signing: EncodingKey,
    /// Verifies.
    pub verifying: DecodingKey,
    /// The header of every token that this key signs.
    pub header: Header,
    /// The same, as the first part of a token: a token with any other header is none of ours.
    pub encoded_header: String,
}

/// What stands before the 32 secret bytes in the PKCS#8 form of an Ed25519 key (RFC 8410).
const PREFIX: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];
const BEGIN: &str = "-----BEGIN PRIVATE KEY-----\n";
const END: &str = "\n-----END PRIVATE KEY-----\n";

impl Keys {
    /// Reads the key file, or makes it when there is none.
    pub fn open(file: &Path) -> anyhow::Result<Self> {
        let fresh = pem(&random_bytes());
        let created = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
        let text = match created {
            Ok(mut handle) => {
                handle.write_all(fresh.as_bytes()).and_then(|()| handle.sync_all())?;
                fresh
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => read(file)?,
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("creating the key file {}", file.display()));
            }
        };
        Self::parse(&text).with_context(|| format!("{} holds no Ed25519 key", file.display()))
    }

    /// A pair that is kept nowhere.
    #[cfg(test)]
    pub(crate) fn fresh() -> Self {
        Self::parse(&pem(&random_bytes())).unwrap()
    }

    fn parse(text: &str) -> anyhow::Result<Self> {
        let body = text.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END));
        let signing = EncodingKey::from_ed_der(&STANDARD.decode(body.context("not in PEM form")?)?);
        let public = Jwk::from_encoding_key(&signing, Algorithm::EdDSA)?;
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some("at+jwt".to_owned());
        header.kid = Some(public.thumbprint(ThumbprintHash::SHA256)?);
        let encoded_header = URL_SAFE_NO_PAD.encode(serde_json::to_vec(&header)?);
        Ok(Self { signing, verifying: DecodingKey::from_jwk(&public)?, header, encoded_header })
    }
}

impl std::fmt::Debug for Keys {
    /// A key belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Keys").field("kid", &self.header.kid).finish()
    }
}

fn pem(secret: &[u8; 32]) -> String {
    format!("{BEGIN}{}{END}", STANDARD.encode([&PREFIX[..], secret].concat()))
}

fn read(file: &Path) -> anyhow::Result<String> {
    let mode = fs::metadata(file)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        bail!(
            "the key file {} can be read by others (mode {mode:o}); type: chmod 600 {}",
            file.display(),
            file.display()
        );
    }
    fs::read_to_string(file).with_context(|| format!("reading the key file {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A key file is made once, for its owner only, and read again afterwards.
    #[test]
    fn the_key_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        let made = Keys::open(&file).unwrap();
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(Keys::open(&file).unwrap().encoded_header, made.encoded_header);
    }

    /// A key that others can read is not used.
    #[test]
    fn a_key_for_all_to_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        Keys::open(&file).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(Keys::open(&file).unwrap_err().to_string().contains("chmod 600"));
    }

    /// What is no key is refused with the file's name.
    #[test]
    fn a_file_without_a_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("key.pem");
        fs::write(&file, "hello").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        assert!(Keys::open(&file).unwrap_err().to_string().contains("key.pem"));
    }
}
