use std::net::IpAddr;

use domain::policy::Viewer;

use super::super::caller::Payer;
use super::super::limits::Limits;
use super::*;
use crate::error::Code;
use crate::op::{Identity, Proof};

const OWN: &str = "query Own { a }";
const OTHER: &str = "query Other { b }";

fn caller(viewer: Viewer, proof: Proof) -> Caller {
    let key = Payer::Address(IpAddr::from([127, 0, 0, 1]));
    Caller { identity: Identity { viewer, proof }, key, limits: Limits::ANONYMOUS }
}

fn documents(free_form: FreeForm) -> Documents {
    let manifest = Manifest::of([OWN.to_owned()]);
    Documents::new(Settings { manifest, free_form, ..Settings::default() })
}

fn asked(query: &str, named: Option<&str>) -> Asked {
    let persisted = named.map(|text| Persisted::Digest(digest(text)));
    Asked { query: query.to_owned(), persisted, ..Asked::default() }
}

/// What an anonymous request means: its text and where that comes from, or the code of its refusal.
fn find(documents: &Documents, mut asked: Asked) -> Result<(Origin, String), Code> {
    match documents.find(&caller(Viewer::Anonymous, Proof::Nothing), &mut asked) {
        Ok(found) => {
            documents.keep(found, &asked.query);
            Ok((found.origin, asked.query))
        }
        Err(Refused::Error(error)) => Err(error.code()),
        Err(_) => Err(Code::BadUserInput),
    }
}

/// The front end's operations are known by text and by digest; a client's own document by its digest
/// only after it came with its text and its digest together.
#[test]
fn documents_are_found_by_text_and_by_digest() {
    let known = documents(FreeForm::Everyone);
    let own = || (Origin::Trusted, OWN.to_owned());
    assert_eq!(find(&known, asked(OWN, None)), Ok(own()));
    assert_eq!(find(&known, asked("", Some(OWN))), Ok(own()));
    let free = || (Origin::FreeForm, OTHER.to_owned());
    assert_eq!(find(&known, asked(OTHER, None)), Ok(free()));
    let missing = Err(Code::PersistedQueryNotFound);
    assert_eq!(find(&known, asked("", Some(OTHER))), missing);
    assert_eq!(find(&known, asked(OTHER, Some(OTHER))), Ok(free()));
    assert_eq!(find(&known, asked("", Some(OTHER))), Ok((Origin::Cached, OTHER.to_owned())));
}

/// A digest that is not the text's own is refused, and so it can never stand for another text.
#[test]
fn wrong_digests_are_refused() {
    let known = documents(FreeForm::Everyone);
    assert_eq!(find(&known, asked(OTHER, Some(OWN))), Err(Code::BadUserInput));
    assert_eq!(find(&known, asked("", Some(OTHER))), Err(Code::PersistedQueryNotFound));
    let with = |persisted| Asked { persisted: Some(persisted), ..asked(OTHER, None) };
    assert_eq!(find(&known, with(Persisted::Malformed)), Err(Code::BadUserInput));
    let other = find(&known, with(Persisted::OtherVersion));
    assert_eq!(other, Err(Code::PersistedQueryNotSupported));
}

/// What the switch closes is closed to text and digest alike; the front end's operations are open to
/// everybody.
#[test]
fn the_switch_closes_documents_of_ones_own() {
    let anonymous = caller(Viewer::Anonymous, Proof::Nothing);
    let account = || Viewer::Account {
        id: domain::identifier::AccountId(uuid::Uuid::nil()),
        standings: Vec::new(),
    };
    let session = caller(account(), Proof::Session(uuid::Uuid::nil()));
    let token = domain::identifier::ApiTokenId(uuid::Uuid::nil());
    let token = caller(account(), Proof::Token(token));
    let expected = [
        (FreeForm::Everyone, [true, true, true]),
        (FreeForm::SignedIn, [false, true, true]),
        (FreeForm::ApiTokens, [false, false, true]),
    ];
    for (switch, expected) in expected {
        let known = documents(switch);
        known.cached.keep(digest(OTHER), OTHER);
        let callers = [&anonymous, &session, &token];
        let is_open = |query: &str, named| {
            callers.map(|caller| known.find(caller, &mut asked(query, named)).is_ok())
        };
        assert_eq!(is_open(OTHER, None), expected, "{switch:?}");
        assert_eq!(is_open("", Some(OTHER)), expected, "{switch:?}");
        assert_eq!(is_open(OWN, None), [true; 3]);
        assert_eq!(is_open("", Some(OWN)), [true; 3]);
    }
}

/// A digest is 64 hexadecimal digits, large or small, and nothing else.
#[test]
fn digests_are_read() {
    assert_eq!(parse_digest(&"aF".repeat(32)), Some([0xaf; 32]));
    for wrong in ["", "ab", &"a".repeat(63), &"g".repeat(64), &"é".repeat(32)] {
        assert_eq!(parse_digest(wrong), None, "{wrong}");
    }
}
