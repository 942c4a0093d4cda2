//! One line that logs a contact, from any page.

use thirtyfour::Key;

use crate::support::{Account, Role, Setting, play};

/// A line in French is read while it is typed, says what it was taken for, and Enter logs it with the step
/// that follows; a line about somebody without a conversation offers to open one.
#[test]
fn a_line_logs_a_call() {
    play(Setting::FRENCH, async |visitor| {
        visitor.sign_in(Account::OpenimisManager).await;
        visitor.open("/directory").await;
        visitor.press(Role::Link, "Consigner").await;
        visitor.reads("Écrivez une ligne").await;
        let line = "Une ligne, ou un courriel";
        visitor.fill(line, "Appelé Personne de connu, rien").await;
        visitor.reads("Personne de saisi n’y est nommé.").await;
        visitor.fill(line, "Appelé CHAI, intéressé par la doc FR, rappeler mardi").await;
        visitor.reads("Ce qui en a été compris").await;
        visitor.find(Role::Button, "Consigner").await;
        let field = visitor.find(Role::Field, line).await;
        field.send_keys(Key::Enter + "").await.expect("the line takes the key");
        visitor.reads("Consigné.").await;
        visitor.press(Role::Link, "Voir l’engagement").await;
        visitor.reads("intéressé par la doc FR").await;
        visitor.reads("rappeler").await;
    });
}
