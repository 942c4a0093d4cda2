//! Cells as spreadsheets write them: pasted, so set apart by tabs, or saved, so set apart by commas
//! or semicolons. Empty rows are kept, so that rows have the numbers that the spreadsheet shows.

use domain::refusal::{Refusal, RefusalCode};

/// The cells of a text, row by row. In quotes a cell keeps separators and line breaks; a mark of
/// the byte order, and the line by which a file tells its separator, are no cells. A quote that
/// nothing closes is refused with its line: what it was to keep together cannot be known.
pub fn cells(text: &str) -> Result<Vec<Vec<String>>, Refusal> {
    let marked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (separator, rest) = match told(marked) {
        Some((separator, rest)) => (Some(separator), rest),
        None => (guess(marked), marked),
    };
    let unclosed = |Unclosed { left }: Unclosed| {
        let before = text.get(..text.len() - left).unwrap_or_default();
        Refusal::new(RefusalCode::UnclosedQuote, "text").missing(line(before).to_string())
    };
    Cells { rest, separator }.rows().map_err(unclosed)
}

/// The number of the line that begins or goes on after this text.
fn line(before: &str) -> usize {
    let ends = before.matches('\n').count();
    1 + ends + before.replace("\r\n", "\n").matches('\r').count()
}

/// `sep=;` in the first line tells the separator.
fn told(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mut told = first.trim_end().strip_prefix("sep=")?.chars();
    Some((told.next()?, rest)).filter(|_| told.next().is_none())
}

/// The separator that the headings are set apart by; none when there is one column only, whose
/// commas belong to its names.
fn guess(text: &str) -> Option<char> {
    let heading = text.lines().find(|line| !line.trim().is_empty())?;
    let outside: String = heading.split('"').step_by(2).collect();
    let count = |separator| outside.matches(separator).count();
    match (count('\t'), count(';'), count(',')) {
        (0, 0, 0) => None,
        (0, semicolons, commas) if semicolons >= commas => Some(';'),
        (0, _, _) => Some(','),
        _ => Some('\t'),
    }
}

/// What is still to be read.
struct Cells<'text> {
    rest: &'text str,
    separator: Option<char>,
}

/// A quote that nothing closes, so many bytes before the end.
struct Unclosed {
    left: usize,
}

/// What follows a cell.
#[derive(PartialEq)]
enum Next {
    Cell,
    Row,
    End,
}

impl Cells<'_> {
    fn rows(mut self) -> Result<Vec<Vec<String>>, Unclosed> {
        let mut rows = vec![Vec::new()];
        loop {
            let (cell, next) = self.cell()?;
            if let Some(row) = rows.last_mut() {
                row.push(cell);
            }
            match next {
                Next::Cell => {}
                Next::Row => rows.push(Vec::new()),
                Next::End => return Ok(rows),
            }
        }
    }

    fn cell(&mut self) -> Result<(String, Next), Unclosed> {
        let mut cell = self.quoted()?;
        let mut letters = self.rest.char_indices();
        while let Some((at, letter)) = letters.next() {
            let next = match letter {
                letter if Some(letter) == self.separator => Next::Cell,
                '\n' | '\r' => Next::Row,
                letter => {
                    cell.push(letter);
                    continue;
                }
            };
            let crlf = self.rest[at..].starts_with("\r\n");
            self.rest = if crlf { &self.rest[at + 2..] } else { letters.as_str() };
            return Ok((cell, next));
        }
        self.rest = "";
        Ok((cell, Next::End))
    }

    /// What stands in quotes at the beginning of a cell; two quotes in it are one.
    fn quoted(&mut self) -> Result<String, Unclosed> {
        let mut text = String::new();
        let Some(mut inner) = self.rest.strip_prefix('"') else {
            return Ok(text);
        };
        loop {
            let closed = inner.split_once('"');
            let (before, after) = closed.ok_or(Unclosed { left: self.rest.len() })?;
            text.push_str(before);
            match after.strip_prefix('"') {
                Some(further) => {
                    text.push('"');
                    inner = further;
                }
                None => {
                    self.rest = after;
                    return Ok(text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(cells(text).unwrap(), expected, "{text:?}");
    }

    /// Tabs, semicolons and commas are told apart by the headings, whoever wrote the file.
    #[test]
    fn separators_are_guessed() {
        check("Nom\tPays\nA, B; C\tML", &[&["Nom", "Pays"], &["A, B; C", "ML"]]);
        check("\u{feff}Nom;Pays\r\nA, B;ML", &[&["Nom", "Pays"], &["A, B", "ML"]]);
        check("Name,Country\nA;B,ML", &[&["Name", "Country"], &["A;B", "ML"]]);
        check("\"a,b\";c\n1;2", &[&["a,b", "c"], &["1", "2"]]);
        check("sep=;\nName\nA;B", &[&["Name"], &["A", "B"]]);
    }

    /// In a single column commas belong to the names.
    #[test]
    fn one_column_is_not_split() {
        check("Name\nGavi, the Vaccine Alliance", &[&["Name"], &["Gavi, the Vaccine Alliance"]]);
    }

    /// Quotes keep line breaks and separators; within a cell they stand for themselves.
    #[test]
    fn quotes_keep_what_is_in_them() {
        check("a\tb\n\"1\n2\t3\"\t\"say \"\"so\"\"\"", &[&["a", "b"], &["1\n2\t3", "say \"so\""]]);
        check("a\tb\n5\" pipe\tx", &[&["a", "b"], &["5\" pipe", "x"]]);
        check("a,b\n\"1\" x,\"\"", &[&["a", "b"], &["1 x", ""]]);
    }

    /// A quote that nothing closes is refused with its line, however lines end.
    #[test]
    fn unclosed_quotes_are_refused() {
        for (text, line) in [
            ("a\tb\n\"1\t2\n3\t4", "2"),
            ("sep=,\r\na,b\r\n\"x\r\ny\",\"z\r\n1,2", "4"),
            ("a\r\"b", "2"),
            ("\"", "1"),
        ] {
            let refusal = cells(text).unwrap_err();
            assert_eq!(
                (refusal.code, refusal.missing[0].as_str()),
                (RefusalCode::UnclosedQuote, line)
            );
        }
    }

    /// Empty rows are kept, so that the numbers of rows stay those of the spreadsheet.
    #[test]
    fn empty_rows_are_kept() {
        check("a,b\n\nc,d\n", &[&["a", "b"], &[""], &["c", "d"], &[""]]);
    }

    proptest! {
        /// What a writer of the format has written reads back cell by cell.
        #[test]
        fn written_cells_read_back(
            rows in proptest::collection::vec(proptest::collection::vec("[a,;\"\n\r é]{0,4}", 2), 1..5),
        ) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            writer.write_record(["heading", "other"]).unwrap();
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let written = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(&cells(&written).unwrap()[1..=rows.len()], &rows[..]);
        }
    }
}
