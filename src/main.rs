//! The doorbell.

fn main() {}
