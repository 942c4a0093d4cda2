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
        (text.loss(), text.loss_by(), "/what-if"),
        (text.funding(), text.funding_by(), "/funding"),
        (text.introductions(), text.introductions_by(), "/introductions"),
        (text.surroundings(), text.surroundings_by(), "/map"),
        (text.network(), text.network_by(), "/network"),
        (text.voices(), text.voices_by(), "/feedback"),
        (text.governments(), text.governments_by(), "/representation?constituency=governments"),
        (text.governance(), text.governance_by(), "/representation?view=governance"),
        (text.overlaps(), text.overlaps_by(), "/representation?view=overlap"),
        (text.support(), text.support_by(), "/support"),
        (text.coverage(), text.coverage_by(), "/coverage"),
        (text.needs(), text.needs_by(), "/needs"),
        (text.conversations(), text.conversations_by(), "/pipeline"),
        (text.outreach(), text.outreach_by(), "/outreach"),
        (text.requirements(), text.requirements_by(), "/requirements"),
        (text.growth(), text.growth_by(), "/pipeline?objective=FRANCOPHONE_GROWTH"),
        (text.gains(), text.gains_by(), "/pipeline?objective=DATA_SHARING"),
        (text.attention(), text.attention_by(), "/attention"),
        (text.actions(), text.actions_by(), "/actions"),
        (text.doubts(), text.doubts_by(), "/relationships?freshness=STALE&sources=1"),
        (text.unknowns(), text.unknowns_by(), "/unknowns"),
        (text.documents(), text.documents_by(), "/diff"),
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
