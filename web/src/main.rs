//! The browser's entry: mounts the application on the page.

mod app;
mod chart;
mod client;
mod form;
mod map;
mod page;
mod state;
mod text;
mod ui;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        client::browser::report(&panic.to_string());
        client::browser::reveal("crashed");
    }));
    leptos::mount::mount_to_body(app::App);
}
