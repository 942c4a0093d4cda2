//! The first look at a document: how many tokens it has and how deep its brackets go, in one
//! sweep over the bytes, so that a text that would exhaust the parser never reaches it.

/// What the sweep counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// Names, numbers, strings and punctuators.
    pub tokens: u64,
    /// The deepest nesting of `(`, `[` and `{`.
    pub nesting: u64,
}

/// Counts a document. Never less than the parser will meet: where the text cannot be parsed any
/// further, the sweep ends.
pub fn scan(document: &str) -> Scan {
    let mut sweep = Sweep { rest: document.as_bytes(), ..Sweep::default() };
    while sweep.step().is_some() {}
    sweep.scan
}

#[derive(Default)]
struct Sweep<'a> {
    rest: &'a [u8],
    scan: Scan,
    open: u64,
    /// Once no end of a block string was found, none follows: then `"""` is an empty string and
    /// the start of another, as it is for the parser.
    no_block_end: bool,
}

impl Sweep<'_> {
    /// Takes one token or one piece of white space; none at the end.
    fn step(&mut self) -> Option<()> {
        let first = *self.rest.first()?;
        let length = match first {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => return self.skip(1),
            b'#' => return self.skip(self.run(|byte| byte != b'\n' && byte != b'\r')),
            0xEF if self.rest.starts_with(b"\xEF\xBB\xBF") => return self.skip(3),
            b'"' => self.string()?,
            b'.' => self.run(|byte| byte == b'.'),
            // To the parser `00` is two numbers.
            b'0' => 1,
            b'1'..=b'9' => self.run(|byte| byte.is_ascii_digit()),
            byte if is_word(byte) => self.run(is_word),
            byte => {
                self.bracket(byte);
                1
            }
        };
        self.scan.tokens += 1;
        self.skip(length)
    }

    fn skip(&mut self, length: usize) -> Option<()> {
        self.rest = self.rest.get(length..)?;
        Some(())
    }

    /// How many bytes from here are alike.
    fn run(&self, alike: fn(u8) -> bool) -> usize {
        self.rest.iter().position(|byte| !alike(*byte)).unwrap_or(self.rest.len())
    }

    fn bracket(&mut self, byte: u8) {
        match byte {
            b'(' | b'[' | b'{' => {
                self.open += 1;
                self.scan.nesting = self.scan.nesting.max(self.open);
            }
            b')' | b']' | b'}' => self.open = self.open.saturating_sub(1),
            _ => {}
        }
    }

    /// The length of the string that starts here; none when it never ends.
    fn string(&mut self) -> Option<usize> {
        if self.rest.starts_with(b"\"\"\"") && !self.no_block_end {
            match block_end(self.rest) {
                Some(length) => return Some(length),
                None => self.no_block_end = true,
            }
        }
        let mut position = 1;
        loop {
            match self.rest.get(position)? {
                b'"' => return Some(position + 1),
                b'\n' | b'\r' => return None,
                b'\\' => position += 2,
                _ => position += 1,
            }
        }
    }
}

/// The length of a block string that starts here.
fn block_end(text: &[u8]) -> Option<usize> {
    let mut position = 3;
    while let Some(rest) = text.get(position..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(b"\"\"\"") {
            return Some(position + 3);
        }
        position += if rest.starts_with(b"\\\"\"\"") { 4 } else { 1 };
    }
    None
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(document: &str, tokens: u64, nesting: u64) {
        assert_eq!(scan(document), Scan { tokens, nesting }, "{document}");
    }

    /// Tokens are counted as the GraphQL grammar cuts them; white space, commas and comments are
    /// none.
    #[test]
    fn tokens_are_counted() {
        check("", 0, 0);
        check("{a}", 3, 1);
        check("\u{feff}{ a , b # c { d \n }", 4, 1);
        check("query Q($a: Int = -1) { ...F @skip(if: $b) }", 23, 2);
        check("{a(b:[1,2.5e3])}", 14, 3);
        check("[00-1]", 6, 1);
    }

    /// Brackets inside strings and comments do not nest.
    #[test]
    fn strings_hide_brackets() {
        check(r#"{a(b:"{{{\"{{")}"#, 8, 2);
        check(r#"{a(b:"""{{ \""" {{ " """)}"#, 8, 2);
        check(r#"{a(b:"") }"#, 8, 2);
        check("{a #{{{{\n}", 3, 1);
    }

    /// A block string without an end is an empty string before another string, as for the parser.
    #[test]
    fn an_endless_block_string_is_two_strings() {
        check(r#"[""" {{ "]"#, 4, 1);
        check(r#"[""" {{ " {{ """"#, 2, 1);
    }

    /// Where a string never ends the sweep does.
    #[test]
    fn the_sweep_ends_where_parsing_must() {
        check("{a(b:\"{{{{\n}", 5, 2);
        check("{a(b:\"{{{{", 5, 2);
        check("{a(b:\"\\", 5, 2);
    }

    /// Closing more than was opened does not hide what is opened later.
    #[test]
    fn closing_too_much_hides_nothing() {
        check("}}}}{{", 6, 2);
    }

    /// The worst text for the sweep still takes it no time.
    #[test]
    fn the_sweep_is_linear() {
        let started = std::time::Instant::now();
        scan(&"\"\"\"\\".repeat(4_000));
        scan(&"\\\"\"\"".repeat(4_000));
        assert!(started.elapsed() < std::time::Duration::from_millis(50));
    }
}
