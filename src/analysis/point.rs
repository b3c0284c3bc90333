//! A contact as the cells in which it lies.

/// The cells of a contact, one for each axis of the space.
pub(crate) type Point = Vec<u32>;
