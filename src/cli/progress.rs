//! A line that says what is going on, for work that takes over a second while somebody watches.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long work may take before anything is said.
const PATIENCE: Duration = Duration::from_secs(1);

/// Takes the cursor to the start of its line and empties the line.
const CLEAR: &str = "\r\u{1b}[K";

/// A progress line. It vanishes when this is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    stages: Option<Sender<String>>,
    painter: Option<JoinHandle<()>>,
}

impl Progress {
    /// A line on the standard error, if somebody watches it.
    pub(crate) fn new(watched: bool) -> Self {
        if watched { Self::on(std::io::stderr(), PATIENCE) } else { Self { stages: None, painter: None } }
    }

    fn on(output: impl Write + Send + 'static, patience: Duration) -> Self {
        let (stages, said) = mpsc::channel();
        let painter = std::thread::Builder::new().spawn(move || paint(output, &said, patience)).ok();
        Self { stages: Some(stages), painter }
    }

    /// Says what is going on now.
    pub(crate) fn stage(&self, what: impl Into<String>) {
        if let Some(stages) = &self.stages {
            // Without a painter nothing is painted, and nothing is lost.
            let _ = stages.send(what.into());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.stages.take();
        if let Some(painter) = self.painter.take() {
            let _ = painter.join();
        }
    }
}

fn paint(mut output: impl Write, said: &mpsc::Receiver<String>, patience: Duration) {
    let mut stage = String::new();
    // Only the first second is waited for in silence, counted from the beginning and not from the last stage.
    let mut left = patience;
    let step = Duration::from_millis(50).min(patience);
    loop {
        match said.recv_timeout(step) {
            Ok(next) => stage = next,
            Err(RecvTimeoutError::Timeout) => left = left.saturating_sub(step),
            Err(RecvTimeoutError::Disconnected) => return,
        }
        if left.is_zero() {
            break;
        }
    }
    loop {
        let _ = write!(output, "{CLEAR}{stage} …").and_then(|()| output.flush());
        match said.recv() {
            Ok(next) => stage = next,
            Err(_) => break,
        }
    }
    let _ = write!(output, "{CLEAR}").and_then(|()| output.flush());
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn painted(patience: Duration) -> String {
        let output = Shared::default();
        let progress = Progress::on(output.clone(), patience);
        progress.stage("Reading");
        std::thread::sleep(Duration::from_millis(300));
        progress.stage("Writing");
        drop(progress);
        let bytes = output.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn quick_work_is_silent() {
        assert_eq!(painted(Duration::from_secs(60)), "");
    }

    #[test]
    fn slow_work_is_named_and_the_line_vanishes() {
        assert_eq!(painted(Duration::from_millis(20)), format!("{CLEAR}Reading …{CLEAR}Writing …{CLEAR}"));
    }
}
