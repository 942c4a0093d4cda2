//! Answering what the browser itself asks.

use super::Visitor;
use crate::support::patience::eventually;

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The question's own button.
    Yes,
    /// The way back.
    No,
}

impl Visitor {
    /// Waits for a question with these words, and answers it.
    pub async fn answer(&self, question: &str, answer: Answer) {
        let driver = &self.browser.driver;
        eventually(&format!("the question {question:?}"), async || {
            let asked = driver.get_alert_text().await?;
            Ok(if asked.contains(question) { Ok(()) } else { Err(asked) })
        })
        .await;
        let answered = match answer {
            Answer::Yes => driver.accept_alert().await,
            Answer::No => driver.dismiss_alert().await,
        };
        answered.expect("an answer");
    }
}
