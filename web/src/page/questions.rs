//! What can be asked of the graph, each question with the page that answers it.

use crate::text::QuestionsText;
use crate::ui::PageTitle;
use leptos::prelude::*;

/// A question, what its answer is made of, and where it stands.
type Question = (&'static str, &'static str, &'static str);

/// The questions in the order in which a partnership is thought through.
fn questions() -> Vec<Question> {
    let text = QuestionsText::here();
    vec![
        (text.joined(), text.joined_by(), "/relationships"),
        (text.surroundings(), text.surroundings_by(), "/map"),
        (text.voices(), text.voices_by(), "/feedback"),
        (text.governments(), text.governments_by(), "/representation?constituency=governments"),
        (text.governance(), text.governance_by(), "/representation?view=governance"),
        (text.overlaps(), text.overlaps_by(), "/representation?view=overlap"),
        (text.conversations(), text.conversations_by(), "/pipeline"),
        (text.news(), text.news_by(), "/changes"),
    ]
}

/// The page of the address `/questions`.
#[component]
pub fn QuestionsPage() -> impl IntoView {
    let text = QuestionsText::here();
    let entry = |(question, made_of, address): Question| {
        view! {
            <li class="question">
                <a href=address>{question}</a>
                <p class="muted">{made_of}</p>
            </li>
        }
    };
    view! {
        <PageTitle title=text.title()/>
        <p class="page-lead">{text.lead()}</p>
        <ul class="questions">{questions().into_iter().map(entry).collect_view()}</ul>
    }
}
