//! Telling whether a page in French still says something in English.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use domain::country::Country;
use domain::language::Language;
use domain::vocabulary::Tongue;
use proc_macro2::{Group, TokenStream, TokenTree};
use serde::Deserialize;

use super::root;
use super::visitor::{Visitor, plain};

const COLLECT: &str = include_str!("language.js");

/// Everything that a page says, and the texts that it had from the server.
#[derive(Deserialize)]
pub struct Spoken {
    said: BTreeSet<String>,
    data: BTreeSet<String>,
}

impl Visitor {
    /// Everything that the page says at this moment, to eyes and to readers aloud.
    pub async fn spoken(&self) -> Spoken {
        serde_json::from_value(self.evaluate(COLLECT).await).expect("texts")
    }
}

/// What a page says in French that is English: a text that has a French form, or one that stands on
/// the English page too and is neither a record's nor the same in both languages.
pub fn english_left(state: &str, english: &Spoken, french: &Spoken) -> Vec<String> {
    let texts = texts();
    let data = DataTexts::of([english, french]);
    let translated = french
        .said
        .iter()
        .filter(|said| texts.english_only.contains(&said.to_lowercase()) && !data.has(said));
    let shared =
        french.said.intersection(&english.said).filter(|said| !data.explain(said, &texts.same));
    let left: BTreeSet<&String> = translated.chain(shared).collect();
    left.into_iter().map(|said| format!("{state}: in French it says {said:?}")).collect()
}

/// The texts of the front end and of the domain.
struct Texts {
    /// Lower case; no French text is the same.
    english_only: BTreeSet<String>,
    /// Words of texts that are the same in both languages, lower case.
    same: BTreeSet<String>,
}

fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let mut pairs = Vec::new();
        for folder in ["web/src/text", "web/src/form", "domain/src"] {
            collect_pairs(&root().join(folder), &mut pairs);
        }
        assert!(pairs.len() > 500, "only {} texts found", pairs.len());
        pairs.extend(
            Country::all().map(|one| (one.name(Tongue::En).into(), one.name(Tongue::Fr).into())),
        );
        pairs.extend(
            Language::all().map(|one| (one.name(Tongue::En).into(), one.name(Tongue::Fr).into())),
        );
        let french: BTreeSet<String> =
            pairs.iter().map(|(_, fr)| plain(fr).to_lowercase()).collect();
        let english = pairs.iter().map(|(en, _)| plain(en).to_lowercase());
        let (same, english_only): (BTreeSet<String>, BTreeSet<String>) =
            english.partition(|en| french.contains(en));
        let same = same.iter().flat_map(|text| words(text)).map(str::to_owned).collect();
        Texts { english_only, same }
    })
}

/// Every `"English" | "French"` of the sources below a folder.
fn collect_pairs(folder: &Path, pairs: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("sources") {
        let path = entry.expect("a source").path();
        if path.is_dir() {
            collect_pairs(&path, pairs);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = std::fs::read_to_string(&path).expect("a source");
            pairs_in(source.parse().expect("Rust"), pairs);
        }
    }
}

fn pairs_in(tokens: TokenStream, pairs: &mut Vec<(String, String)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for place in 0..tokens.len() {
        match &tokens[place..] {
            [TokenTree::Literal(en), TokenTree::Punct(bar), TokenTree::Literal(fr), ..]
                if bar.as_char() == '|' =>
            {
                pairs.extend(text(&en.to_string()).zip(text(&fr.to_string())));
            }
            // A row of a table: the stored name of something, and its words.
            [
                TokenTree::Literal(name),
                TokenTree::Punct(one),
                TokenTree::Literal(en),
                TokenTree::Punct(other),
                TokenTree::Literal(fr),
            ] if place == 0
                && is_stored_name(&name.to_string())
                && one.as_char() == ','
                && other.as_char() == ',' =>
            {
                pairs.extend(text(&en.to_string()).zip(text(&fr.to_string())));
            }
            [
                TokenTree::Group(en),
                TokenTree::Punct(comma),
                TokenTree::Ident(format),
                TokenTree::Punct(_),
                TokenTree::Group(fr),
                ..,
            ] if comma.as_char() == ',' && format == "format" => {
                pairs_in(en.stream(), pairs);
                pairs.extend(pattern(en).zip(pattern(fr)));
            }
            [TokenTree::Group(group), ..] => pairs_in(group.stream(), pairs),
            _ => {}
        }
    }
}

fn is_stored_name(literal: &str) -> bool {
    text(literal).is_some_and(|name| name.chars().all(|letter| letter.is_ascii_alphabetic()))
}

/// The text of a `format!` without what is put into it.
fn pattern(arguments: &Group) -> Option<String> {
    let Some(TokenTree::Literal(literal)) = arguments.stream().into_iter().next() else {
        return None;
    };
    let text = text(&literal.to_string())?;
    let mut pieces = text.split(['{', '}']);
    let mut pattern = pieces.next().unwrap_or_default().to_owned();
    while let (Some(_), Some(piece)) = (pieces.next(), pieces.next()) {
        pattern.push_str(piece);
    }
    Some(pattern)
}

/// The text of a plain string literal, without the escapes of French typography.
fn text(literal: &str) -> Option<String> {
    let inside = literal.strip_prefix('"')?.strip_suffix('"')?;
    Some(inside.replace("\\u{a0}", " ").replace("\\u{202f}", " "))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Texts that came from the server, the longest first.
struct DataTexts(Vec<String>);

impl DataTexts {
    fn of(pages: [&Spoken; 2]) -> Self {
        let all: BTreeSet<String> = pages
            .iter()
            .flat_map(|page| &page.data)
            .map(|text| plain(text).to_lowercase())
            .collect();
        let mut all: Vec<String> =
            all.into_iter().filter(|text| words(text).next().is_some()).collect();
        all.sort_by_key(|text| std::cmp::Reverse(text.len()));
        Self(all)
    }

    fn has(&self, said: &str) -> bool {
        self.0.iter().any(|text| *text == said.to_lowercase())
    }

    /// Whether a text is made of records' texts, numbers, and words that are the same in both languages.
    fn explain(&self, said: &str, same: &BTreeSet<String>) -> bool {
        let mut rest = said.to_lowercase();
        for text in self.0.iter().filter(|text| text.len() > 2) {
            if rest.contains(text.as_str()) {
                rest = rest.replace(text.as_str(), " ");
            }
        }
        words(&rest).all(|word| word.chars().count() < 3 || same.contains(word))
    }
}
