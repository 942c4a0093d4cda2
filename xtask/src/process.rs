//! Running other programs: quietly within a step, openly on the screen, or for their answer.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::step::Step;

/// How many of a failed program's last lines are shown.
const LAST_LINES: usize = 200;

/// Runs a program within a step: its lines are progress, and are shown whole only when it fails.
pub fn quietly(step: &mut Step, command: &mut Command) -> Result<()> {
    quietly_within(step, command, Duration::MAX)
}

/// As [`quietly`], ending the program when it takes longer than it may.
pub fn quietly_within(step: &mut Step, command: &mut Command, limit: Duration) -> Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("starting `{}`", shown(command)))?;
    let (sender, receiver) = mpsc::channel();
    let readers = [
        child.stdout.take().map(|pipe| forward(pipe, sender.clone())),
        child.stderr.take().map(|pipe| forward(pipe, sender)),
    ];
    let started = Instant::now();
    let mut lines = VecDeque::new();
    let mut stopped = false;
    loop {
        match receiver.recv_timeout(Duration::from_secs(1)) {
            Ok(line) => lines.push_back(line),
            Err(mpsc::RecvTimeoutError::Timeout) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        if lines.len() > LAST_LINES {
            lines.pop_front();
        }
        step.busy(lines.back().map_or("", String::as_str));
        if started.elapsed() > limit && !stopped {
            stopped = true;
            child.kill().ok();
        }
    }
    for reader in readers.into_iter().flatten() {
        reader.join().ok();
    }
    let status = child.wait()?;
    if stopped {
        bail!("`{}` did not end within {} s", shown(command), limit.as_secs());
    }
    if let Err(failure) = accept(command, status) {
        let said: Vec<String> = lines.into();
        bail!("{}\n{failure}", said.join("\n"));
    }
    Ok(())
}

/// Runs a program with its output on the screen.
pub fn openly(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("starting `{}`", shown(command)))?;
    accept(command, status)
}

/// Runs a program for what it prints.
pub fn answer(command: &mut Command) -> Result<Vec<u8>> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("starting `{}`", shown(command)))?;
    accept(command, output.status)?;
    Ok(output.stdout)
}

/// The command as a person would type it.
pub fn shown(command: &Command) -> String {
    let settings = command
        .get_envs()
        .filter_map(|(name, value)| Some((name.to_string_lossy(), value?.to_string_lossy())))
        .filter(|(name, _)| name != "PATH" && !name.ends_with("TOKEN"))
        .map(|(name, value)| format!("{name}={}", quoted(&value)));
    let words = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| quoted(&word.to_string_lossy()));
    settings.chain(words).collect::<Vec<_>>().join(" ")
}

fn accept(command: &Command, status: ExitStatus) -> Result<()> {
    if status.success() {
        return Ok(());
    }
    bail!("this command failed ({status}): {}", shown(command))
}

fn forward(
    pipe: impl Read + Send + 'static,
    sender: mpsc::Sender<String>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
            if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                return;
            }
        }
    })
}

fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_=./:,+@".contains(letter);
    if !word.is_empty() && word.chars().all(plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A shown command can be copied into a shell as it is.
    #[test]
    fn shown_is_typeable() {
        let mut command = Command::new("cargo");
        command.args(["test", "it's all"]).env("DATABASE", "a b").env("PATH", "/bin");
        assert_eq!(shown(&command), r"DATABASE='a b' cargo test 'it'\''s all'");
    }

    /// A program that fails is reported with what it said and how to repeat it.
    #[test]
    fn failure_is_told() {
        let failed = Step::run("test of a failing step", |step| {
            quietly(step, Command::new("sh").args(["-c", "echo no such luck >&2; exit 3"]))?;
            Ok(((), String::new()))
        });
        let told = format!("{:#}", failed.unwrap_err());
        assert!(told.contains("no such luck") && told.contains("sh -c"), "{told}");
    }

    /// A program that hangs is ended.
    #[test]
    fn hanging_program_is_ended() {
        let ended = Step::run("test of a hanging step", |step| {
            let limit = Duration::from_millis(1);
            quietly_within(step, Command::new("sleep").arg("60"), limit)?;
            Ok(((), String::new()))
        });
        assert!(format!("{:#}", ended.unwrap_err()).contains("did not end within"));
    }
}
