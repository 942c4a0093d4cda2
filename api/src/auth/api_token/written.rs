//! The written form of an API token: a name that secret scanners know, chance, and a checksum that
//! tells a typing error without a look-up.

use sha2::{Digest, Sha256};

use crate::clock::random_bytes;

/// What every token begins with.
const NAME: &str = "banyan_";
/// Letters that hold 160 bits of chance.
const CHANCE: usize = 27;
/// Letters that hold the checksum's 32 bits.
const CHECKSUM: usize = 6;
/// How many letters of the chance are shown again, to tell tokens apart.
const SHOWN: usize = 4;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A token as its holder has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Written(String);

impl Written {
    /// A new one, known to nobody.
    pub fn generate() -> Self {
        let chance = base62(&random_bytes::<20>(), CHANCE);
        let checksum = checksum(&chance);
        Self(format!("{NAME}{chance}{checksum}"))
    }

    /// Whether a text means to be a token, however badly written.
    pub fn is_meant(text: &str) -> bool {
        text.starts_with(NAME)
    }

    /// Reads a token that is written without an error.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix(NAME)?;
        if body.len() != CHANCE + CHECKSUM || !body.bytes().all(|byte| ALPHABET.contains(&byte)) {
            return None;
        }
        let (chance, written) = body.split_at(CHANCE);
        (checksum(chance) == written).then(|| Self(text.to_owned()))
    }

    /// The written form, for its holder only.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// How it begins.
    pub fn prefix(&self) -> String {
        self.0.chars().take(NAME.len() + SHOWN).collect()
    }

    /// What the database keeps: it recognises the token and does not give it away.
    pub fn digest(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

impl std::fmt::Debug for Written {
    /// A token belongs in no log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Written")
    }
}

fn checksum(chance: &str) -> String {
    base62(&crc32(chance.as_bytes()).to_be_bytes(), CHECKSUM)
}

/// A number in base 62, the highest letter first, by long division.
fn base62(number: &[u8], letters: usize) -> String {
    let mut number = number.to_vec();
    let mut written = Vec::with_capacity(letters);
    for _ in 0..letters {
        let mut rest = 0u16;
        for byte in &mut number {
            let value = rest * 256 + u16::from(*byte);
            *byte = u8::try_from(value / 62).unwrap_or(u8::MAX);
            rest = value % 62;
        }
        written.push(ALPHABET.get(usize::from(rest)).copied().unwrap_or(b'0'));
    }
    written.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// CRC-32 as in gzip and PNG.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    let over = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), step);
    !bytes.iter().fold(!0, over)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A token reads back as itself and has the form that scanners look for.
    #[test]
    fn tokens_read_back() {
        for _ in 0..100 {
            let token = Written::generate();
            let text = token.reveal();
            assert_eq!(text.len(), 40);
            assert!(text.starts_with(&token.prefix()) && token.prefix().len() == 11);
            assert_eq!(Written::parse(text), Some(token.clone()));
            assert_eq!(format!("{token:?}"), "Written");
        }
    }

    /// One letter wrong, two letters swapped, or one too few is no token.
    #[test]
    fn typing_errors_are_told() {
        let token = Written::generate();
        let text = token.reveal();
        for position in NAME.len()..text.len() {
            let mut letters = text.as_bytes().to_vec();
            letters[position] = if letters[position] == b'x' { b'y' } else { b'x' };
            assert_eq!(Written::parse(std::str::from_utf8(&letters).unwrap()), None);
            let mut letters = text.as_bytes().to_vec();
            letters.swap(position, position - 1);
            let swapped = std::str::from_utf8(&letters).unwrap();
            assert!(swapped == text || Written::parse(swapped).is_none(), "{swapped}");
        }
        assert_eq!(Written::parse(&text[..39]), None);
        assert_eq!(Written::parse(&format!("{text}0")), None);
        assert_eq!(Written::parse(&text.replace('_', "-")), None);
    }

    /// The checksum and the base are the well-known ones.
    #[test]
    fn the_checksum_is_the_well_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(base62(&0xffff_ffffu32.to_be_bytes(), 6), "4gfFC3");
        assert_eq!(base62(&[0xff; 20], 27).len(), 27);
        assert_eq!(base62(&[0, 61], 2), "0z");
    }
}
