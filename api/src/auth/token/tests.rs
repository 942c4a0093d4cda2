//! Forged, stale and misused tokens: each is refused, and the good one beside it is not.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{EncodingKey, Header};
use serde_json::{Value, json};

use super::*;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn good_claims() -> Value {
    let at = now().timestamp();
    json!({
        "iss": "banyan", "aud": "banyan-api", "sub": Uuid::nil(), "sid": Uuid::nil(),
        "jti": Uuid::nil(), "iat": at, "nbf": at, "exp": at + LIFETIME.num_seconds(),
    })
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A token of any header and claims, signed with our own key: what only a bug of ours could issue.
fn signed(keys: &Keys, header: &str, claims: &str) -> String {
    let message = format!("{header}.{claims}");
    let signature =
        jsonwebtoken::crypto::sign(message.as_bytes(), &keys.signing, Algorithm::EdDSA).unwrap();
    format!("{message}.{signature}")
}

fn check_refused(keys: &Keys, name: &str, token: &str) {
    assert!(matches!(verify(keys, token, now()), Err(Error::Unauthenticated)), "{name}: {token}");
}

/// A token is good from its issue until its end, give or take the leeway, and for its key alone.
#[test]
fn tokens_are_good_for_their_time() {
    let keys = Keys::fresh();
    let (account, session) = (AccountId(Uuid::from_u128(1)), Uuid::from_u128(2));
    let token = issue(&keys, account, session, Uuid::from_u128(3), now()).unwrap();
    let at = |seconds| verify(&keys, &token, now() + TimeDelta::seconds(seconds));
    let claims = at(0).unwrap();
    assert_eq!((claims.sub, claims.sid), (account, session));
    assert!(at(604).is_ok() && at(606).is_err());
    assert!(at(-5).is_ok() && at(-6).is_err());
    assert!(verify(&Keys::fresh(), &token, now()).is_err());
}

/// A token with any header but ours is refused, even with our own signature.
#[test]
fn headers_are_exactly_ours() {
    let keys = Keys::fresh();
    let claims = part(&good_claims());
    let ours = serde_json::to_value(&keys.header).unwrap();
    check_good(&keys, &signed(&keys, &keys.encoded_header, &claims));
    let changes = [
        ("alg", json!("none")),
        ("alg", json!("None")),
        ("alg", json!("nOnE")),
        ("alg", json!("HS256")),
        ("alg", json!("HS512")),
        ("alg", json!("ES256")),
        ("typ", json!("JWT")),
        ("typ", json!("rt+jwt")),
        ("typ", Value::Null),
        ("kid", json!("../../../../dev/null")),
        ("kid", json!("x' union select 'evil")),
        ("kid", Value::Null),
        ("jku", json!("http://127.0.0.1:9/jwks")),
        ("jwk", json!({ "kty": "oct", "k": "ZXZpbA" })),
        ("x5u", json!("http://127.0.0.1:9/c")),
        ("crit", json!(["zz"])),
        ("zip", json!("DEF")),
    ];
    for (name, value) in changes {
        let mut header = ours.clone();
        header[name] = value;
        let header = part(&header);
        check_refused(&keys, name, &signed(&keys, &header, &claims));
        check_refused(&keys, name, &format!("{header}.{claims}."));
    }
}

/// Every claim is required, of its own type, and within its bounds.
#[test]
fn claims_are_complete_and_typed() {
    let keys = Keys::fresh();
    let at = now().timestamp();
    for name in ["iss", "aud", "sub", "sid", "jti", "iat", "nbf", "exp"] {
        let mut claims = good_claims();
        claims.as_object_mut().unwrap().remove(name);
        check_refused(&keys, name, &signed(&keys, &keys.encoded_header, &part(&claims)));
    }
    let changes = [
        ("exp", json!(at - 6)),
        ("exp", json!("never")),
        ("exp", json!((at + 300).to_string())),
        ("exp", json!(at + 315_360_000)),
        ("exp", json!(1e300)),
        ("exp", json!(i64::MAX)),
        ("nbf", json!(at + 3_600)),
        ("nbf", json!((at + 3_600).to_string())),
        ("iat", json!(at + 3_600)),
        ("iat", json!(i64::MIN)),
        ("iss", json!("https://evil.example")),
        ("iss", json!(["banyan", "evil"])),
        ("aud", json!("other")),
        ("aud", json!(["banyan-api"])),
        ("sub", json!("1")),
        ("sid", json!("")),
        ("admin", json!(true)),
    ];
    for (name, value) in changes {
        let mut claims = good_claims();
        claims[name] = value;
        check_refused(&keys, name, &signed(&keys, &keys.encoded_header, &part(&claims)));
    }
}

/// Signatures by others, cut, bent or left out are refused.
#[test]
fn signatures_are_ours() {
    let keys = Keys::fresh();
    let good = signed(&keys, &keys.encoded_header, &part(&good_claims()));
    let (message, signature) = good.rsplit_once('.').unwrap();
    let bend = |text: &str| {
        let bent = if text.starts_with('A') { "B" } else { "A" };
        format!("{bent}{}", &text[1..])
    };
    let (header, claims) = message.split_once('.').unwrap();
    let mac = |key: &[u8]| {
        let mut hs256 = Header::new(Algorithm::HS256);
        (hs256.typ, hs256.kid) = (keys.header.typ.clone(), keys.header.kid.clone());
        jsonwebtoken::encode(&hs256, &good_claims(), &EncodingKey::from_secret(key)).unwrap()
    };
    let public = keys.verifying.try_get_as_bytes().unwrap();
    for (name, token) in [
        ("empty", String::new()),
        ("garbage", "a.b.c".to_owned()),
        ("no signature", format!("{message}.")),
        ("two parts", message.to_owned()),
        ("four parts", format!("{good}.x")),
        ("bent signature", format!("{message}.{}", bend(signature))),
        ("bent claims", format!("{header}.{}.{signature}", bend(claims))),
        ("empty key", mac(b"")),
        ("weak key", mac(b"secret")),
        ("public key as shared secret", mac(public)),
        ("very long", format!("{good}{}", "A".repeat(100_000))),
        ("another's key", signed(&Keys::fresh(), &keys.encoded_header, claims)),
    ] {
        check_refused(&keys, name, &token);
    }
}

fn check_good(keys: &Keys, token: &str) {
    assert!(verify(keys, token, now()).is_ok(), "{token}");
}
