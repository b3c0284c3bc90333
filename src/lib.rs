//! `frontdesk`: the compiler for customer access strategies.
pub mod source;
