//! What partners look for and offer: stated, matched, and taken up.

use crate::support::{Account, Role, Setting, play};

/// A need is stated on the page, those who fit stand there with their reasons, and one press opens the
/// engagement that is tied to it; who met it is recorded where it stands.
#[test]
fn a_need_finds_who_fits() {
    play(Setting::ENGLISH, async |visitor| {
        visitor.sign_in(Account::Manager).await;
        visitor.open("/needs").await;
        visitor.press(Role::Summary, "State a need or an offer").await;
        visitor.choose("Need or offer", "Need").await;
        visitor.pick("Who looks for it or offers it", "ilo", "International Labour Org").await;
        visitor.choose("Service", "Implementation").await;
        visitor.fill("What", "Somebody who knows the north").await;
        visitor.press(Role::Button, "State it").await;
        visitor.reads("It is stated.").await;
        visitor.reads("Somebody who knows the north").await;
        visitor.settle().await;

        visitor.press_first_like(Role::Button, "Who fits?").await;
        visitor.is_at("need=need_").await;
        visitor.find(Role::Heading, "Who fits").await;
        visitor.reads("the same service").await;
        visitor.settle().await;
        visitor.take_picture("needs").await;
        visitor.press_first_like(Role::Button, "Open an engagement").await;
        visitor.is_at("/engagement/").await;
        visitor.reads("Somebody who knows the north").await;

        visitor.open("/needs?status=OPEN").await;
        visitor.reads("identified").await;
        visitor.press_first_like(Role::Summary, "It was met").await;
        visitor.press_first(Role::Button, "It was met").await;
        visitor.reads("No need or offer to show").await;
        visitor.open("/needs?status=MET").await;
        visitor.reads("Somebody who knows the north").await;
        visitor.press_first_like(Role::Button, "Open it again").await;
        visitor.reads("No need or offer to show").await;
    });
}
