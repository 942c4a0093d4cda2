//! The graph as files that a spreadsheet opens and an import reads back.

use std::future::Future;

use actix_web::http::Method;
use actix_web::http::header::{CONTENT_DISPOSITION, VARY};
use actix_web::web::{self, Data, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::cors::{self, Foreign};
use super::envelope::RequestId;
use super::import::identity;
use super::rejection::Rejection;
use super::state::State;
use crate::error::{Error, Result, http_response};
use crate::op::Op;
use crate::service::{export, subject};
use domain::identifier::{Noun, StakeholderId};
use domain::stakeholder::StakeholderKind;

/// The routes below `/export`.
pub fn routes(config: &mut ServiceConfig, foreign: &Foreign) {
    let resource = |path| web::resource(path).wrap(cors::of(foreign));
    config
        .service(resource("/export/stakeholders.csv").to(stakeholders))
        .service(resource("/export/relationships.csv").to(relationships))
        .service(resource("/export/capabilities.csv").to(capabilities))
        .service(resource("/export/person/{file}").to(person));
}

/// The stakeholders that the viewer sees.
async fn stakeholders(request: HttpRequest, state: Data<State>) -> HttpResponse {
    let write = |op: Op| async move { export::stakeholders(&op).await };
    answer(&request, &state, "stakeholders.csv", write).await
}

/// The relationships that the viewer sees.
async fn relationships(request: HttpRequest, state: Data<State>) -> HttpResponse {
    let write = |op: Op| async move { export::relationships(&op).await };
    answer(&request, &state, "relationships.csv", write).await
}

/// The capabilities that the viewer sees.
async fn capabilities(request: HttpRequest, state: Data<State>) -> HttpResponse {
    let write = |op: Op| async move { export::capabilities(&op).await };
    answer(&request, &state, "capabilities.csv", write).await
}

/// Everything that is known of a person: `per_....json` or `per_....csv`.
async fn person(request: HttpRequest, file: web::Path<String>, state: Data<State>) -> HttpResponse {
    let name = file.into_inner();
    let noun = Noun::Stakeholder(StakeholderKind::Person);
    let (id, form) = name.rsplit_once('.').unwrap_or((name.as_str(), "json"));
    let wanted = noun.parse_id(id, "person").ok().map(StakeholderId);
    let csv = form == "csv";
    let known = csv || form == "json";
    let write = |op: Op| async move {
        let id = wanted.filter(|_| known).ok_or(Error::NotFound)?;
        let whole = subject::export(&op, id).await?;
        match csv {
            true => subject::lines(&whole),
            false => Ok(whole.to_string()),
        }
    };
    let file = if csv { "person.csv" } else { "person.json" };
    answer(&request, &state, file, write).await
}

async fn answer<F>(
    request: &HttpRequest,
    state: &State,
    name: &str,
    write: impl FnOnce(Op) -> F,
) -> HttpResponse
where
    F: Future<Output = Result<String>> + Send + 'static,
{
    let id = RequestId::of(request);
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Rejection::Method("GET, HEAD").response("application/json; charset=utf-8", &id);
    }
    let written = match identity(request, state) {
        Ok(identity) => match state.room.enter_file().await {
            Ok(_place) => state.run(write(state.app.op_of(identity))).await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    match written {
        Ok(text) => HttpResponse::Ok()
            .content_type(if name.ends_with(".json") {
                "application/json; charset=utf-8"
            } else {
                "text/csv; charset=utf-8"
            })
            .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
            .insert_header((VARY, "authorization"))
            .body(text),
        Err(error) => http_response(&error, id.as_str()),
    }
}
