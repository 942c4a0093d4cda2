//! `banyan`: one binary, several commands. Printing is allowed here and nowhere else.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "commands answer on standard output, and fail on standard error"
)]

mod command;

use std::process::ExitCode;

use clap::Parser;
use command::Command;

/// The partner and stakeholder graph of global-goods communities.
#[derive(Parser)]
#[command(name = "banyan", version, disable_help_subcommand = true)]
struct Banyan {
    /// How log lines are written
    #[arg(
        long,
        env = "BANYAN_LOG_FORMAT",
        value_name = "FORMAT",
        default_value = "text",
        global = true
    )]
    log_format: api::config::LogFormat,
    /// Which log lines are written, as in `info,api=debug`
    #[arg(
        long,
        env = "BANYAN_LOG",
        value_name = "FILTER",
        default_value = "info,sea_orm_migration=warn,actix_server=warn",
        global = true
    )]
    log: String,
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    let banyan = Banyan::parse();
    match run(banyan) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("banyan: {}", command::reason(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(banyan: Banyan) -> anyhow::Result<()> {
    command::start_log(&banyan.log, banyan.log_format)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(banyan.command.run())
}
