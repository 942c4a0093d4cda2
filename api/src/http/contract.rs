//! The contract, for tools that read it from here: asked for anew each time, and sent only when it
//! is another one.

use actix_web::http::Method;
use actix_web::http::header::{CACHE_CONTROL, ETAG};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::assets::is_known;
use super::envelope::RequestId;
use super::rejection::Rejection;
use super::state::State;

const MEDIA: &str = "text/plain; charset=utf-8";

/// Answers `/schema.graphql`.
pub async fn serve(request: HttpRequest, state: Data<State>) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Rejection::Method("GET, HEAD").response(MEDIA, &RequestId::of(&request));
    }
    let is_known = is_known(request.headers(), &state.sdl_tag);
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((ETAG, state.sdl_tag.as_str()));
    response.insert_header((CACHE_CONTROL, "no-cache"));
    if is_known { response.finish() } else { response.content_type(MEDIA).body(state.sdl.clone()) }
}
