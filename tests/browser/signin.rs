//! Coming in and going out.

use crate::support::{Account, Command, Role, Setting, Visitor, play, play_after};

const PASSWORD: &str = "six ordinary words make one password";

/// A printed link signs a person in once; the session outlives a reload, and signing out ends it.
#[test]
fn by_link_and_out() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Editor).await;
        visitor.find(Role::Link, "Pipeline").await;
        assert!(!visitor.address().await.contains("token"));
        visitor.reload().await;
        visitor.find(Role::Link, "Pipeline").await;
        sign_out(visitor).await;

        visitor.provoke("/auth/link");
        visitor.open(&visitor.server.link(Account::Editor)).await;
        visitor.reads("This sign-in link has been used or has run out.").await;
        visitor.reload().await;
        visitor.find(Role::Button, "Sign in").await;
    });
}

/// A password signs in whoever has one, and a wrong one says no more than that it is wrong.
#[test]
fn by_password() {
    let account = Command {
        words: "user add amina --name Amina --community openimis --role editor",
        input: "",
    };
    let password = Command { words: "user password amina", input: PASSWORD };
    play_after(&[account, password], Setting::ENGLISH, async |visitor| {
        visitor.open("/directory").await;
        visitor.press(Role::Link, "Sign in").await;
        visitor.provoke("/auth/signin");
        enter(visitor, "amina", "not the password").await;
        visitor.reads("This login and password do not fit together.").await;
        enter(visitor, "amina", PASSWORD).await;
        visitor.find(Role::Summary, "Amina").await;
        visitor.is_at("/directory").await;
        sign_out(visitor).await;
    });
}

async fn enter(visitor: &Visitor, login: &str, password: &str) {
    visitor.fill("Login", login).await;
    visitor.fill("Password", password).await;
    visitor.press(Role::Button, "Sign in").await;
}

async fn sign_out(visitor: &Visitor) {
    let account = visitor.evaluate(
        "return document.querySelector('.header-tools details:last-of-type summary').innerText",
    );
    let account = account.await.as_str().unwrap_or_default().trim().to_owned();
    visitor.press(Role::Summary, &account).await;
    visitor.press(Role::Button, "Sign out").await;
    visitor.reads("You are signed out.").await;
    visitor.reload().await;
    visitor.find(Role::Link, "Sign in").await;
}
