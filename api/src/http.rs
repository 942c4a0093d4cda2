//! Everything that speaks HTTP: one module per group of routes.

pub mod assets;
pub mod auth;
pub mod calendar;
pub mod explore;
pub mod export;
pub mod graphql;
pub mod health;
pub mod import;
pub mod peer;

mod body;
mod contract;
mod cors;
mod envelope;
mod rejection;
mod socket;
mod state;

use actix_web::App;
use actix_web::middleware::from_fn;
use actix_web::web::{self, ServiceConfig};

pub use cors::Foreign;
pub use envelope::RequestId;
pub use graphql::document;
pub use graphql::limits::Limits;
pub use peer::Proxies;
pub use state::{Settings, State, Tiers};

/// The application as served: every answer passes through the envelope.
pub fn application(
    state: web::Data<State>,
) -> App<
    impl actix_web::dev::ServiceFactory<
        actix_web::dev::ServiceRequest,
        Config = (),
        Response = actix_web::dev::ServiceResponse<impl actix_web::body::MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let foreign = state.foreign.clone();
    let routes = |config: &mut ServiceConfig| routes(config, &foreign);
    App::new().app_data(state).configure(routes).wrap(from_fn(envelope::wrap))
}

fn routes(config: &mut ServiceConfig, foreign: &Foreign) {
    config
        .service(web::resource("/graphql").wrap(cors::of(foreign)).to(graphql::handle))
        .service(web::resource("/schema.graphql").wrap(cors::of(foreign)).to(contract::serve))
        .service(web::resource(["/explore", "/explore/"]).to(explore::serve))
        .service(web::resource("/calendar/{file}").to(calendar::serve))
        .route("/livez", web::get().to(health::live))
        .route("/readyz", web::get().to(health::ready))
        .service(web::scope("/auth").configure(auth::routes))
        .configure(import::routes)
        .configure(|config| export::routes(config, foreign))
        .default_service(web::to(assets::serve));
}
