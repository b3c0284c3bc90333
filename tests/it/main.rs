//! One test binary: the house rules, the cases, the pages, the examples, and a few runs of the whole program.

mod architecture;
mod bless;
mod cases;
mod examples;
mod faults;
mod generated;
mod hostile;
mod pages;
mod support;
mod voice;
