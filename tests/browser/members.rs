//! Members of a community: inviting, coming in, other roles, leaving.

use crate::support::{Command, Role, Setting, Visitor, play_after};

const PASSWORD: &str = "six ordinary words make one password";
const ADMIN: Command = Command { words: "user password admin@openlmis.demo", input: PASSWORD };

async fn enter(visitor: &Visitor, login: &str) {
    visitor.open("/signin").await;
    visitor.fill("Login", login).await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press(Role::Button, "Sign in").await;
    visitor.reads("Welcome.").await;
}

async fn sign_out(visitor: &Visitor, name: &str) {
    visitor.press(Role::Summary, name).await;
    visitor.press(Role::Button, "Sign out").await;
    visitor.reads("You are signed out.").await;
}

async fn say_yes(visitor: &Visitor, question: &str, answer: &str) {
    let dialog = visitor.find(Role::Dialog, question).await;
    visitor.press_in(&dialog, Role::Button, answer).await;
}

/// An admin invites somebody by a link to hand over; it is opened once, and whoever opened it is a
/// member with a password, who sees the others and manages nobody. The admin gives another role and
/// removes the member again.
#[test]
fn somebody_is_invited_and_comes_in() {
    play_after(&[ADMIN], Setting::ENGLISH, async |visitor| {
        enter(visitor, "admin@openlmis.demo").await;
        visitor.open("/members").await;
        visitor.reads("The only admin").await;
        visitor.press(Role::Button, "Invite").await;
        visitor.reads("This is required.").await;
        visitor.fill("Login", "salma@example.org").await;
        visitor.fill("Name", "Salma").await;
        visitor.press(Role::Button, "Invite").await;
        visitor.reads("Salma is invited").await;
        let link = visitor.evaluate("return document.querySelector('.copyable pre').innerText");
        let link = link.await.as_str().expect("a link").to_owned();
        let path = link.strip_prefix(&visitor.server.origin).expect("of this server").to_owned();
        visitor.press(Role::Button, "Done").await;
        visitor.find_like(Role::Button, "Invite Salma again").await;
        let admin = visitor.evaluate(
            "return document.querySelector('.header-tools details:last-of-type summary').innerText",
        );
        let admin = admin.await.as_str().unwrap_or_default().trim().to_owned();

        sign_out(visitor, &admin).await;
        visitor.open(&path).await;
        assert!(!visitor.address().await.contains("token"));
        visitor.fill("New password", PASSWORD).await;
        visitor.press(Role::Button, "Come in").await;
        visitor.find(Role::Summary, "Salma").await;
        visitor.open("/members").await;
        visitor.reads("Salma").await;
        assert!(!visitor.has(Role::Button, "Invite").await);

        sign_out(visitor, "Salma").await;
        enter(visitor, "admin@openlmis.demo").await;
        visitor.open("/members").await;
        visitor.choose("Role of Salma", "Manager").await;
        visitor.reads("The role is changed.").await;
        visitor.press_like(Role::Button, "Remove Salma").await;
        say_yes(visitor, "Remove this member?", "Remove Salma").await;
        visitor.reads("The member is removed.").await;
        visitor.no_longer_reads("salma@example.org").await;
    });
}
