//! What every wire struct can do, and what a reader must know of the rest of the bundle.

use crate::bundle::fault::{Fault, Flaw, Within};
use crate::policy::Policy;

/// A form of `T` that stands in a file.
pub(crate) trait Wire<T>: Sized {
    /// The form of a value; the policy knows the names of what it refers to.
    fn write(value: &T, policy: &Policy) -> Self;

    /// The value of a form; the limits know what it can refer to.
    fn read(self, limits: &Limits) -> Result<T, Fault>;
}

/// How many elements of each kind there are.
#[derive(Debug, Clone, Default)]
pub(crate) struct Limits {
    pub(crate) segments: usize,
    pub(crate) contact_types: usize,
    pub(crate) channels: usize,
    pub(crate) languages: usize,
    /// For each contact field, how many names its values have.
    pub(crate) fields: Vec<usize>,
    pub(crate) terms: usize,
    pub(crate) desks: usize,
    pub(crate) seasons: usize,
    pub(crate) promises: usize,
    pub(crate) rules: usize,
    pub(crate) groups: usize,
    pub(crate) objectives: usize,
}

/// The greatest number of elements of one kind: numbers have 16 bits.
pub(crate) const MOST_ELEMENTS: usize = 1 << 16;

/// The forms of a list.
pub(crate) fn write_all<T, W: Wire<T>>(list: &[T], policy: &Policy) -> Vec<W> {
    list.iter().map(|value| W::write(value, policy)).collect()
}

/// The values of a list of forms that is a member of something.
pub(crate) fn read_all<T, W: Wire<T>>(list: Vec<W>, member: &str, limits: &Limits) -> Result<Vec<T>, Fault> {
    if list.len() > MOST_ELEMENTS {
        return Err(Flaw::TooMany { count: list.len(), limit: MOST_ELEMENTS }.into()).within(member);
    }
    let read = |(at, form): (usize, W)| form.read(limits).within(at);
    list.into_iter().enumerate().map(read).collect::<Result<_, _>>().within(member)
}

/// The form of a value that may be missing.
pub(crate) fn write_some<T, W: Wire<T>>(value: Option<&T>, policy: &Policy) -> Option<W> {
    value.map(|value| W::write(value, policy))
}

/// The value of a form that may be missing.
pub(crate) fn read_some<T, W: Wire<T>>(form: Option<W>, member: &str, limits: &Limits) -> Result<Option<T>, Fault> {
    form.map(|form| form.read(limits)).transpose().within(member)
}

/// Whether a flag is not set, so that it need not be written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands in a reference")]
pub(crate) fn not_set(flag: &bool) -> bool {
    !*flag
}
