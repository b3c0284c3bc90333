//! One test binary: the house rules, the cases, the pages, the examples, and a few runs of the whole program.

mod architecture;
