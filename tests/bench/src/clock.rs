//! How long a thread has worked: what a busy computer does beside it does not count.

use rustix::time::{ClockId, clock_gettime};

/// The time for which this thread has been at work, in nanoseconds.
#[must_use]
pub fn worked() -> u64 {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let of = |part: i64| u64::try_from(part).unwrap_or(0);
    of(time.tv_sec) * 1_000_000_000 + of(time.tv_nsec)
}

/// What some work answers, and how long this thread has worked for it, in milliseconds.
pub fn timed<A>(work: impl FnOnce() -> A) -> (A, f64) {
    let before = worked();
    let answer = work();
    (answer, (worked() - before) as f64 / 1e6)
}

/// The most memory that this process has taken so far, in megabytes; none where the system does not say.
#[must_use]
pub fn peak_megabytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok().map(|kilobytes: f64| kilobytes / 1024.0)
}
