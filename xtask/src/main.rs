//! The project's own commands: `cargo xtask` lists them.
//!
//! Everything a person or a build machine needs after installing Rust is here, in Rust, so that
//! the two commands of the README (`run` and `test`) need no other tool and no reading.

mod bench;
mod bundle;
mod compiler;
mod demo;
mod gate;
mod http;
mod instructions;
mod machine;
mod process;
mod python;
mod schema;
mod serve;
mod soak;
mod stamp;
mod step;
mod workspace;

use std::process::ExitCode;

use anyhow::{Result, bail};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// One thing to type after `cargo xtask`.
struct Subcommand {
    name: &'static str,
    purpose: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const SUBCOMMANDS: [Subcommand; 10] = [
    Subcommand {
        name: "run",
        purpose: "set up, build and serve the demo on http://127.0.0.1:8080; passes arguments on",
        run: serve::run,
    },
    Subcommand {
        name: "test",
        purpose: "everything that must pass before a change lands; --only PART for one part",
        run: gate::run,
    },
    Subcommand {
        name: "setup",
        purpose: "install what the other commands need: wasm32 library, browser, PostgreSQL",
        run: machine::setup,
    },
    Subcommand {
        name: "web",
        purpose: "build the web bundle into web/dist and print its sizes; --quick for no size work, --part NAME to weigh one",
        run: bundle::run,
    },
    Subcommand {
        name: "build",
        purpose: "build the release binary with the web bundle inside it",
        run: serve::build,
    },
    Subcommand {
        name: "schema",
        purpose: "write schema.graphql from the API's own types",
        run: schema::run,
    },
    Subcommand {
        name: "soak",
        purpose: "generated documents and hostile connections against a demo; takes a quarter hour",
        run: soak::run,
    },
    Subcommand {
        name: "bench",
        purpose: "Banyan beside its peers, in one table; --install brings the peers, --only ROW for one",
        run: bench::run,
    },
    Subcommand {
        name: "instructions",
        purpose: "count the instructions of the graph's kernels, to be kept in bench/instructions.tsv",
        run: instructions::print,
    },
    Subcommand { name: "lint", purpose: "check formatting and lints only", run: gate::lint },
];

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        println!("{}", listing());
        return Ok(());
    };
    match SUBCOMMANDS.iter().find(|subcommand| subcommand.name == name) {
        Some(subcommand) => (subcommand.run)(rest),
        None => bail!("there is no command `{name}`\n\n{}", listing()),
    }
}

fn listing() -> String {
    let lines =
        SUBCOMMANDS.iter().map(|command| format!("  {:14}{}", command.name, command.purpose));
    ["cargo xtask COMMAND".to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// Refuses arguments that a command does not know, instead of passing over them.
fn no_arguments(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        None => Ok(()),
        Some(unknown) => bail!("unexpected argument `{unknown}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An unknown command is refused, and the refusal lists what there is.
    #[test]
    fn unknown_command() {
        let refusal = dispatch(&["tset".to_owned()]).unwrap_err().to_string();
        assert!(refusal.contains("`tset`"));
        for subcommand in &SUBCOMMANDS {
            assert!(refusal.contains(subcommand.purpose), "{refusal}");
        }
    }
}
