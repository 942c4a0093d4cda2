//! The text of a file, whatever program wrote it: UTF-8, the UTF-16 of spreadsheets, or the
//! Windows-1252 in which older ones still write French.

/// Reads the bytes of a text file. What is not UTF-8 or marked as UTF-16 is taken for Windows-1252.
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| windows(*byte)).collect(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The characters of Windows-1252 from 0x80 to 0x9F, where it differs from Latin-1.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn windows(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same French line is read from every encoding that spreadsheets write.
    #[test]
    fn french_is_read_from_every_encoding() {
        let line = "Réseau d’Afrique;Côte d’Ivoire;cœur";
        let mut marked = vec![0xEF, 0xBB, 0xBF];
        marked.extend(line.bytes());
        let mut wide = vec![0xFF, 0xFE];
        wide.extend(line.encode_utf16().flat_map(u16::to_le_bytes));
        let old: Vec<u8> = line
            .chars()
            .map(|c| match c {
                '’' => 0x92,
                'œ' => 0x9C,
                c => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect();
        for bytes in [line.as_bytes().to_vec(), marked, wide, old] {
            assert_eq!(decode(&bytes), line);
        }
    }

    /// A broken or empty file is still a text.
    #[test]
    fn nothing_breaks() {
        assert_eq!(decode(&[]), "");
        assert_eq!(decode(&[0xFF, 0xFE, 0x41]), "");
        assert_eq!(decode(&[0xFF]), "ÿ");
    }
}
