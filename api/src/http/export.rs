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
use crate::error::{Result, http_response};
use crate::op::Op;
use crate::service::export;

/// The routes below `/export`.
pub fn routes(config: &mut ServiceConfig, foreign: &Foreign) {
    let resource = |path| web::resource(path).wrap(cors::of(foreign));
    config
        .service(resource("/export/stakeholders.csv").to(stakeholders))
        .service(resource("/export/relationships.csv").to(relationships));
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
        Ok(identity) => state.run(write(state.app.op_of(identity))).await,
        Err(error) => Err(error),
    };
    match written {
        Ok(text) => HttpResponse::Ok()
            .content_type("text/csv; charset=utf-8")
            .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
            .insert_header((VARY, "authorization"))
            .body(text),
        Err(error) => http_response(&error, id.as_str()),
    }
}
