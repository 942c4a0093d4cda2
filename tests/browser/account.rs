//! One's own account: name, password, sessions, tokens; and a forgotten password.

use serde_json::json;
use tests::actor::Actor;

use crate::support::{Account, Answer, Command, Role, Setting, Visitor, play, play_after};

const PASSWORD: &str = "six ordinary words make one password";
const OTHER: &str = "seven plain words make another one";

const AMINA: Command =
    Command { words: "user add amina --name Amina --community openlmis --role editor", input: "" };
const AMINA_S_PASSWORD: Command = Command { words: "user password amina", input: PASSWORD };

async fn enter(visitor: &Visitor, password: &str) {
    visitor.open("/signin").await;
    visitor.fill("Login", "amina").await;
    visitor.fill("Password", password).await;
    visitor.press(Role::Button, "Sign in").await;
    visitor.find(Role::Summary, "Amina").await;
}

async fn say_yes(visitor: &Visitor, question: &str, answer: &str) {
    let dialog = visitor.find(Role::Dialog, question).await;
    visitor.press_in(&dialog, Role::Button, answer).await;
}

/// A token is made in plain words, shown once, works in a program at once, and is worth nothing
/// after it was revoked.
#[test]
fn a_token_is_made_used_and_revoked() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/account").await;
        visitor.press(Role::Button, "Make a token").await;
        visitor.reads("This is required.").await;
        visitor.fill("What it is for", "Nightly copy").await;
        visitor.press(Role::Button, "Make a token").await;
        visitor.reads("it is shown this once and kept nowhere").await;
        let shown = visitor.evaluate("return document.querySelector('.copyable pre').innerText");
        let secret = shown.await.as_str().expect("a secret").to_owned();
        assert!(secret.starts_with("banyan_") && secret.len() == 40, "{secret}");
        let command = visitor
            .evaluate("return document.querySelectorAll('.copyable pre')[1].innerText")
            .await;
        assert!(command.as_str().is_some_and(|line| line.contains(&secret)), "{command}");

        let address = visitor.server.origin.trim_start_matches("http://").parse();
        let program = Actor::new(address.expect("an address"), Some(secret.clone()));
        let me = "{ me { account { displayName } } }";
        assert!(!program.data(me, json!({})).await["me"].is_null());

        visitor.press(Role::Button, "I have kept it").await;
        visitor.no_longer_reads(&secret).await;
        visitor.reload().await;
        visitor.reads("Nightly copy").await;
        assert!(!visitor.words().await.contains(&secret));

        visitor.press_like(Role::Button, "Revoke: Nightly copy").await;
        say_yes(visitor, "Revoke this token?", "Revoke").await;
        visitor.reads("You have no tokens.").await;
        assert_eq!(program.code(me, json!({})).await, "UNAUTHENTICATED");
    });
}

/// A password is changed by whoever knows the present one, by rules that are told before; then only
/// the new one opens.
#[test]
fn a_password_is_changed() {
    play_after(&[AMINA, AMINA_S_PASSWORD], Setting::ENGLISH, async |visitor| {
        enter(visitor, PASSWORD).await;
        visitor.open("/account").await;
        visitor.reads("At least 12 characters").await;
        visitor.fill("New password", "short").await;
        visitor.press(Role::Button, "Change the password").await;
        visitor.reads("This text is too short: at least 12 characters.").await;
        visitor.provoke("/auth/password");
        visitor.fill("New password", OTHER).await;
        visitor.fill("Present password", "not the password").await;
        visitor.press(Role::Button, "Change the password").await;
        visitor.reads("This is not your present password.").await;
        visitor.fill("Present password", PASSWORD).await;
        visitor.press(Role::Button, "Change the password").await;
        visitor.reads("The password is changed.").await;
        // Refused, and once more with a fresh access token.
        visitor.provoke("/auth/verify");
        visitor.provoke("/auth/verify");
        visitor.open(&format!("/verify#token={}", "A".repeat(43))).await;
        visitor.reads("This link has been used or has run out.").await;
        visitor.open("/account").await;
        visitor.press(Role::Button, "Sign out everywhere").await;
        say_yes(visitor, "Sign out everywhere?", "Sign out everywhere").await;
        visitor.reads("You are signed out everywhere.").await;
        enter(visitor, OTHER).await;
    });
}

/// The name that others see is one's own to change; nothing that is typed here is lost unasked, nor by
/// saving something else.
#[test]
fn a_name_is_changed() {
    play_after(&[AMINA, AMINA_S_PASSWORD], Setting::ENGLISH, async |visitor| {
        enter(visitor, PASSWORD).await;
        visitor.open("/account").await;
        visitor.reads("You sign in with a short name").await;
        visitor.fill("Name shown to others", "").await;
        visitor.press(Role::Button, "Save").await;
        visitor.reads("This is required.").await;
        visitor.fill("Name shown to others", "Amina N.").await;
        visitor.press(Role::Link, "Directory").await;
        visitor.answer("What you typed is not saved.", Answer::No).await;
        visitor.fill("Present password", "half typed").await;
        visitor.press(Role::Button, "Save").await;
        visitor.reads("Your profile is saved.").await;
        visitor.settle().await;
        let typed = visitor.find(Role::Field, "Present password").await;
        assert_eq!(typed.value().await.expect("a value").as_deref(), Some("half typed"));
        visitor.fill("Present password", "").await;
        visitor.reload().await;
        visitor.find(Role::Summary, "Amina N.").await;
    });
}

/// Whoever forgot a password is answered the same for every login, and told what to do where no
/// letters are sent; a link that is worth nothing says so.
#[test]
fn a_password_is_forgotten() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.open("/signin").await;
        visitor.press(Role::Link, "Forgot your password?").await;
        visitor.is_at("/forgot").await;
        visitor.fill("Login", "nobody@example.org").await;
        visitor.press(Role::Button, "Send the link").await;
        visitor.reads("This server sends no letters.").await;

        visitor.open("/reset").await;
        visitor.reads("The link is not complete").await;
        visitor.provoke("/auth/reset");
        let nothing = "A".repeat(43);
        visitor.open(&format!("/reset#token={nothing}")).await;
        assert!(!visitor.address().await.contains("token"));
        visitor.fill("New password", OTHER).await;
        visitor.press(Role::Button, "Set the password").await;
        visitor.reads("This link has been used or has run out.").await;
        visitor.open(&format!("/verify#token={nothing}")).await;
        visitor.reads("Sign in first, then open the link of the letter again").await;
    });
}
