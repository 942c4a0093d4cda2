//! The third step: what becomes of each row, why, and what a person decides instead.

use super::column::meanings;
use super::desk::Desk;
use crate::form::import::{Candidate, CellRefusal, Course, Decision, Row, Verdict};
use crate::state::tongue;
use crate::text::ImportText;
use crate::text::failure::refusal_text;
use crate::text::format::capital;
use crate::ui::{Badge, Button, Hue, Look, Segmented};
use domain::sheet::Why;
use domain::vocabulary::{Tongue, Word};
use leptos::prelude::*;

/// How many rows are shown at a time.
const SHOWN: usize = 50;

/// The step; nothing before something was looked at.
#[component]
pub fn Rows(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let verdict = RwSignal::new(None::<Verdict>);
    let first = RwSignal::new(0_usize);
    let passing = Memo::new(move |_| {
        let passes = |row: &&Row| verdict.get().is_none_or(|verdict| row.verdict == verdict);
        desk.with_preview(|preview| preview.rows.iter().filter(passes).cloned().collect::<Vec<_>>())
    });
    let shown = Memo::new(move |_| passing.with(Option::is_some));
    let rows = move || {
        let all = passing.get().unwrap_or_default();
        let row = |row| view! { <RowEntry row desk/> };
        all.into_iter().skip(first.get()).take(SHOWN).map(row).collect_view()
    };
    let count = Signal::derive(move || passing.with(|rows| rows.as_ref().map_or(0, Vec::len)));
    move || {
        shown.get().then(|| {
            view! {
                <section class="section panel">
                    <h2>{text.step_rows()}</h2>
                    <Commit desk/>
                    <VerdictFilter desk verdict first/>
                    <div class="table-wrap">
                        <table class="table table-cards">
                            <thead>
                                <tr>
                                    <th scope="col">{text.row()}</th>
                                    <th scope="col">{text.name()}</th>
                                    <th scope="col">{text.verdict()}</th>
                                    <th scope="col">{text.decide()}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                    <Turner first count/>
                </section>
            }
        })
    }
}

/// All rows, or those of one verdict, each with its number.
#[component]
fn VerdictFilter(
    desk: Desk,
    verdict: RwSignal<Option<Verdict>>,
    first: RwSignal<usize>,
) -> impl IntoView {
    let text = ImportText::here();
    let counts =
        Memo::new(move |_| desk.with_preview(|preview| preview.counts).unwrap_or_default());
    let value = Signal::derive(move || match verdict.get() {
        None => String::new(),
        Some(verdict) => code(verdict).to_owned(),
    });
    let choose = Callback::new(move |chosen: String| {
        let all = [Verdict::Create, Verdict::Match, Verdict::Reject];
        first.try_set(0);
        verdict.try_set(all.into_iter().find(|verdict| code(*verdict) == chosen));
    });
    move || {
        let counts = counts.get();
        let with = |word: &str, number: u32| format!("{} ({number})", capital(word));
        let all = counts.create + counts.matched + counts.reject;
        let choices = vec![
            (String::new(), with(text.all(), all)),
            (code(Verdict::Create).to_owned(), with(text.create(), counts.create)),
            (code(Verdict::Match).to_owned(), with(text.matched(), counts.matched)),
            (code(Verdict::Reject).to_owned(), with(text.reject(), counts.reject)),
        ];
        view! { <Segmented label=text.verdict() choices value on_change=choose/> }
    }
}

fn code(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Create => "CREATE",
        Verdict::Match => "MATCH",
        Verdict::Reject => "REJECT",
    }
}

#[component]
fn RowEntry(row: Row, desk: Desk) -> impl IntoView {
    let (text, tongue) = (ImportText::here(), tongue());
    let (word, hue) = match row.verdict {
        Verdict::Create => (text.create(), Hue::Good),
        Verdict::Match => (text.matched(), Hue::Plain),
        Verdict::Reject => (text.reject(), Hue::Bad),
    };
    let table = untrack(|| desk.with(|request| request.sheet));
    let assumed: Vec<String> = row
        .defaults
        .iter()
        .map(|code| {
            let known = meanings(table, tongue).into_iter().find(|(known, _)| known == code);
            known.map_or_else(|| code.clone(), |(_, word)| word.to_owned())
        })
        .collect();
    let assumed = (!assumed.is_empty())
        .then(|| view! { <Badge text=text.assumed(&assumed.join(", ")) hue=Hue::Hatched/> });
    let found = row.record.as_ref().map(|found| {
        view! { <span class="small">{text.found_as(&name(found, text), &why(found, tongue))}</span> }
    });
    let maybe = |one: &Candidate| {
        view! { <li class="small muted">{text.maybe(&name(one, text), &why(one, tongue))}</li> }
    };
    let maybes = row.suggestions.iter().map(maybe).collect_view();
    let refusal = |one: &CellRefusal| view! { <li class="small">{fault(one, text, tongue)}</li> };
    let refusals = row.refusals.iter().map(refusal).collect_view();
    let rejected = row.verdict == Verdict::Reject;
    view! {
        <tr class:rejected=rejected>
            <th scope="row" data-label=text.row()>{row.row}</th>
            <td data-label=text.name()>{row.name.clone()} " " {assumed}</td>
            <td data-label=text.verdict()>
                <Badge text=capital(word) hue/>
                " "
                {found}
                <ul class="plain">{maybes}{refusals}</ul>
            </td>
            <td data-label=text.decide()><Choice row desk/></td>
        </tr>
    }
}

fn name(candidate: &Candidate, text: ImportText) -> String {
    match candidate.name.as_str() {
        "" => text.earlier_row().to_owned(),
        name => name.to_owned(),
    }
}

fn why(candidate: &Candidate, tongue: Tongue) -> String {
    let word = Why::parse(&candidate.why).map(|why| why.label(tongue));
    word.unwrap_or(&candidate.why).to_owned()
}

/// The cell and what is wrong with it.
fn fault(refusal: &CellRefusal, text: ImportText, tongue: Tongue) -> String {
    let said = refusal_text(&refusal.refusal(), tongue);
    match (&refusal.column, &refusal.cell) {
        (Some(column), Some(cell)) => format!("{} — {said}", text.cell(column, cell)),
        (Some(column), None) => format!("{column} — {said}"),
        _ => said,
    }
}

/// What a person decides about a row. A rejected one is left out, unless it is a known record.
#[component]
fn Choice(row: Row, desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let offered = choices(&row, text);
    if offered.len() < 2 {
        return view! { <span class="muted">{text.skip()}</span> }.into_any();
    }
    let number = row.row;
    let chosen = Memo::new(move |_| {
        desk.with(|request| request.decision(number).map(coded)).unwrap_or_default()
    });
    let option = |(code, word): (String, String)| {
        let selected = {
            let code = code.clone();
            move || chosen.get() == code
        };
        view! { <option value=code prop:selected=selected>{word}</option> }
    };
    let options = offered.into_iter().map(option).collect_view();
    view! {
        <select
            class="row-decision"
            aria-label=text.decide_row(number)
            on:change:target=move |event| desk.decide(number, decoded(&event.target().value()))
        >
            {options}
        </select>
    }
    .into_any()
}

/// What can be decided: what was proposed, a new record, one of those found, nothing. A row that is
/// wrong makes no new record.
fn choices(row: &Row, text: ImportText) -> Vec<(String, String)> {
    let proposed = match row.verdict {
        Verdict::Reject => text.skip(),
        Verdict::Create | Verdict::Match => text.as_proposed(),
    };
    let mut choices = vec![(String::new(), proposed.to_owned())];
    if row.verdict == Verdict::Match {
        choices.push(("CREATE".to_owned(), text.create_new().to_owned()));
    }
    for candidate in &row.suggestions {
        if let Some(id) = &candidate.id {
            choices.push((format!("MATCH {id}"), text.is_same(&candidate.name)));
        }
    }
    if row.verdict != Verdict::Reject {
        choices.push(("SKIP".to_owned(), text.skip().to_owned()));
    }
    choices
}

fn coded(decision: &Decision) -> String {
    match (decision.action, &decision.record) {
        (Course::Create, _) => "CREATE".to_owned(),
        (Course::Match, Some(id)) => format!("MATCH {id}"),
        (Course::Match, None) => String::new(),
        (Course::Skip, _) => "SKIP".to_owned(),
    }
}

fn decoded(code: &str) -> Option<(Course, Option<String>)> {
    match code.split_once(' ') {
        Some(("MATCH", id)) => Some((Course::Match, Some(id.to_owned()))),
        _ if code == "CREATE" => Some((Course::Create, None)),
        _ if code == "SKIP" => Some((Course::Skip, None)),
        _ => None,
    }
}

/// The way through the rows.
#[component]
fn Turner(first: RwSignal<usize>, count: Signal<usize>) -> impl IntoView {
    let text = ImportText::here();
    let back = Callback::new(move |()| {
        first.try_update(|first| *first = first.saturating_sub(SHOWN));
    });
    let on = Callback::new(move |()| {
        first.try_update(|first| *first += SHOWN);
    });
    let at_start = Signal::derive(move || first.get() == 0);
    let at_end = Signal::derive(move || first.get() + SHOWN >= count.get());
    let position = move || {
        let last = (first.get() + SHOWN).min(count.get());
        text.rows_shown((first.get() + 1).min(last), last, count.get())
    };
    move || {
        (count.get() > SHOWN).then(|| {
            view! {
                <nav class="pager" aria-label=text.pages()>
                    <Button disabled=at_start on_press=back>{text.previous()}</Button>
                    <span class="pager-page">{position}</span>
                    <Button disabled=at_end on_press=on>{text.next()}</Button>
                </nav>
            }
        })
    }
}

/// What the import will do, and the button that does it.
#[component]
fn Commit(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let counts = Memo::new(move |_| desk.counts());
    let commit = Callback::new(move |()| desk.commit());
    // What is there already gains nothing: without a new record there is nothing to import.
    let nothing = Memo::new(move |_| counts.with(|counts| counts.create == 0));
    let is_current = Memo::new(move |_| desk.is_current());
    let disabled = Signal::derive(move || nothing.get() || !is_current.get());
    let summary = move || {
        let counts = counts.get();
        text.summary(counts.create, counts.matched, counts.reject)
    };
    view! {
        <p aria-live="polite">{summary}</p>
        {move || nothing.get().then(|| view! { <p class="notice">{text.nothing_create()}</p> })}
        <div class="actions">
            <Button look=Look::Primary busy=desk.busy() disabled on_press=commit>
                {move || match counts.get().create {
                    0 => text.commit().to_owned(),
                    number => text.commit_of(number),
                }}
            </Button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A decision reads back from the choice that stands for it.
    #[test]
    fn decisions_read_back() {
        for code in ["CREATE", "SKIP", "MATCH org_1"] {
            let (action, record) = decoded(code).unwrap();
            assert_eq!(coded(&Decision { row: 3, action, record }), code);
        }
        assert_eq!(decoded(""), None);
    }

    fn row(verdict: Verdict, suggestions: Vec<Candidate>) -> Row {
        let (row, name, record) = (2, "CARE".into(), None);
        Row { row, verdict, name, record, suggestions, refusals: vec![], defaults: vec![] }
    }

    /// A row with a wrong cell may still be a known record; without one there is nothing to decide.
    #[test]
    fn a_wrong_row_may_be_a_known_record() {
        let codes = |row: &Row| {
            let choices = choices(row, ImportText(Tongue::En)).into_iter();
            choices.map(|(code, _)| code).collect::<Vec<_>>()
        };
        let known = Candidate { id: Some("org_1".into()), name: "CARE".into(), why: "NAME".into() };
        assert_eq!(codes(&row(Verdict::Reject, vec![known.clone()])), ["", "MATCH org_1"]);
        assert_eq!(codes(&row(Verdict::Reject, vec![])), [""]);
        assert_eq!(codes(&row(Verdict::Create, vec![known])), ["", "MATCH org_1", "SKIP"]);
    }

    /// A fault names its cell and says what is wrong with it.
    #[test]
    fn faults_name_their_cell() {
        let refusal = CellRefusal {
            code: domain::refusal::RefusalCode::UnknownCountry,
            field: "country".into(),
            missing: vec![],
            column: Some("Pays".into()),
            cell: Some("Atlantide".into()),
        };
        let said = fault(&refusal, ImportText(Tongue::Fr), Tongue::Fr);
        assert!(
            said.starts_with("Pays\u{a0}: «\u{a0}Atlantide\u{a0}» — Ce pays est inconnu"),
            "{said}"
        );
    }
}
