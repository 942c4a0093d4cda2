//! Programs that the tests start, and that never outlive them.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// How long a program may take to say what is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// Runs the program until its own input ends, with the test process or before; then ends the whole
/// group, so that the programs started by the program go too.
const KEEPER: &str = r#"
"$@" </dev/null &
exec >/dev/null 2>&1
trap : TERM
read -r _
kill -TERM 0
wait $!
kill -KILL 0
"#;

/// A program that runs until this is dropped, or until the test process is gone, however it went.
pub struct Program {
    keeper: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
    said: Vec<String>,
}

impl Program {
    /// Starts it; its complaints go into a file.
    pub fn start(program: &Path, arguments: &[&str], complaints: &Path) -> Self {
        let complaints = std::fs::File::create(complaints).expect("a file for complaints");
        let mut keeper = Command::new("sh")
            .args(["-c", KEEPER, "keeper"])
            .arg(program)
            .args(arguments)
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(complaints)
            .spawn()
            .expect("a shell");
        let output = BufReader::new(keeper.stdout.take().expect("its output"));
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                sender.send(line).ok();
            }
        });
        Self { input: keeper.stdin.take(), keeper, lines, said: Vec::new() }
    }

    /// What can be read from the first line that has it, said before or still to come.
    pub fn find<T>(&mut self, read: impl Fn(&str) -> Option<T>) -> T {
        if let Some(found) = self.said.iter().find_map(|line| read(line)) {
            return found;
        }
        let until = Instant::now() + PATIENCE;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => {
                    let found = read(&line);
                    self.said.push(line);
                    if let Some(found) = found {
                        return found;
                    }
                }
                Err(RecvTimeoutError::Timeout) => panic!("waited in vain; it said {:?}", self.said),
                Err(RecvTimeoutError::Disconnected) => panic!("it ended after {:?}", self.said),
            }
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.input.take());
        self.keeper.wait().ok();
    }
}
