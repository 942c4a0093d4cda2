//! The first step: whose records they will be, and the cells themselves, pasted, chosen or dropped.

use super::desk::Desk;
use crate::form::import::{DateOrder, decode};
use crate::state::{session, toaster, tongue};
use crate::text::ImportText;
use crate::text::failure::{failure_text, refusal_text};
use crate::text::format::capital;
use crate::ui::{Button, Field, Look, Select, fresh_id};
use domain::policy::Action;
use domain::sheet::Table;
use domain::vocabulary::Word;
use leptos::ev::{ClipboardEvent, DragEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

/// The largest file that is read, in bytes; 1,000 rows are far smaller.
const LARGEST: f64 = 4_000_000.0;

/// The step.
#[component]
pub fn Paste(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let read = reader(desk);
    let drop = move |event: DragEvent| {
        event.prevent_default();
        let files = event.data_transfer().and_then(|transfer| transfer.files());
        if let Some(file) = files.and_then(|files| files.get(0)) {
            read.run(file);
        }
    };
    let look = Callback::new(move |()| desk.look());
    let blank = Signal::derive(move || desk.with(|request| request.text.trim().is_empty()));
    view! {
        <section
            class="section panel drop-zone"
            on:dragover=move |event: DragEvent| event.prevent_default()
            on:drop=drop
        >
            <h2>{text.step_paste()}</h2>
            <Settings desk/>
            <Cells desk/>
            <FileChoice desk read/>
            <Trouble desk/>
            <div class="actions">
                <Button look=Look::Primary busy=desk.busy() disabled=blank on_press=look>{text.preview()}</Button>
            </div>
        </section>
    }
}

/// Chooses a file by a button of the page's own: the browser's speaks the browser's language.
#[component]
fn FileChoice(desk: Desk, read: Callback<File>) -> impl IntoView {
    let text = ImportText::here();
    let (control, hint) = (fresh_id("file"), fresh_id("file-hint"));
    let chosen = move || {
        let name = desk.with(|request| request.file_name.clone());
        name.unwrap_or_else(|| text.no_file().to_owned())
    };
    let choose = move |input: HtmlInputElement| {
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read.run(file);
        }
        // Otherwise the same file, corrected meanwhile, could not be chosen again.
        input.set_value("");
    };
    view! {
        <div class="field file-choice">
            <input
                id=control.clone()
                class="hidden"
                type="file"
                accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
                aria-describedby=hint.clone()
                on:change:target=move |event| choose(event.target())
            />
            <p class="relationship-line">
                <label class="button" for=control>{text.choose_file()}</label>
                <span class="muted file-name" role="status">{chosen}</span>
            </p>
            <p class="field-hint" id=hint>{text.drop_here()}</p>
        </div>
    }
}

/// Reads a file in whatever encoding it was written and takes up its text.
fn reader(desk: Desk) -> Callback<File> {
    let (text, toaster) = (ImportText::here(), toaster());
    Callback::new(move |file: File| {
        if file.size() > LARGEST {
            return toaster.trouble(text.too_large());
        }
        spawn_local(async move {
            let name = file.name();
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => {
                    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                    desk.take(decode(&bytes), Some(name));
                }
                Err(_) => toaster.trouble(text.file_failed()),
            }
        });
    })
}

/// The pasted cells. A paste is looked at once; what is typed waits for the button.
#[component]
fn Cells(desk: Desk) -> impl IntoView {
    let text = ImportText::here();
    let paste = move |event: ClipboardEvent| {
        let data = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
        let is_empty = untrack(|| desk.with(|request| request.text.is_empty()));
        // Into an empty box the whole sheet comes at once; within a text a paste is an edit.
        if let Some(data) = data.filter(|data| is_empty && !data.trim().is_empty()) {
            event.prevent_default();
            desk.take(data, None);
        }
    };
    view! {
        <Field label=text.paste() hint=text.paste_hint() let:ids>
            <textarea
                id=ids.control
                class="mono"
                rows="8"
                wrap="off"
                spellcheck="false"
                aria-describedby=ids.described_by
                prop:value=move || desk.with(|request| request.text.clone())
                on:paste=paste
                on:input:target=move |event| desk.type_in(event.target().value())
            ></textarea>
        </Field>
    }
}

#[component]
fn Settings(desk: Desk) -> impl IntoView {
    let (text, tongue, session) = (ImportText::here(), tongue(), session());
    let keepers = Signal::derive(move || {
        let own = session.communities_for(Action::Import).into_iter();
        let own = own.map(|one| (one.community, one.name));
        own.chain([(String::new(), text.registry().to_owned())]).collect::<Vec<_>>()
    });
    let keeper =
        Signal::derive(move || desk.with(|request| request.community.clone()).unwrap_or_default());
    let keep = Callback::new(move |id: String| {
        desk.change(|request| request.community = Some(id).filter(|id| !id.is_empty()));
    });
    let tables: Vec<_> = Table::ALL
        .iter()
        .map(|table| (table.code().to_owned(), capital(table.label(tongue))))
        .collect();
    let table = Signal::derive(move || desk.with(|request| request.sheet.code().to_owned()));
    let choose_table = Callback::new(move |code: String| {
        desk.change(|request| {
            request.sheet = Table::parse(&code).unwrap_or(request.sheet);
            request.columns = None;
        });
    });
    let orders = vec![
        (String::new(), text.dates_guess().to_owned()),
        ("ISO".to_owned(), text.dates_iso().to_owned()),
        ("DMY".to_owned(), text.dates_day_first().to_owned()),
    ];
    let order = Signal::derive(move || match desk.with(|request| request.date_order) {
        None => String::new(),
        Some(DateOrder::Iso) => "ISO".to_owned(),
        Some(DateOrder::DayMonthYear) => "DMY".to_owned(),
    });
    let choose_order = Callback::new(move |code: String| {
        desk.change(|request| {
            request.date_order = match code.as_str() {
                "ISO" => Some(DateOrder::Iso),
                "DMY" => Some(DateOrder::DayMonthYear),
                _ => None,
            };
        });
    });
    view! {
        <div class="filters">
            <Select label=text.community() options=keepers value=keeper on_change=keep/>
            <Select label=text.sheet() options=tables value=table on_change=choose_table/>
            <Select label=text.dates() options=orders value=order on_change=choose_order/>
        </div>
    }
}

/// What the server said about the sheet as a whole.
#[component]
fn Trouble(desk: Desk) -> impl IntoView {
    let tongue = tongue();
    move || {
        desk.failure().map(|failure| {
            let line = |refusal: &domain::refusal::Refusal| {
                view! { <p>{refusal_text(refusal, tongue)}</p> }
            };
            let lines = failure.refusals.iter().map(line).collect_view();
            view! {
                <div class="notice notice-bad" role="alert">
                    <p>{failure_text(&failure, tongue)}</p>
                    {lines}
                </div>
            }
        })
    }
}
