//! From names to numbers: by trying one after the other, or by tables that are sorted once.

use crate::engine::contact::Contact;
use crate::policy::{ChannelId, ContactTypeId, FieldId, FieldKind, LanguageId, Policy, SegmentId};

/// Finds the numbers of names. Where several have the same name, the first counts.
pub(crate) trait Lookup {
    /// The member of a contact of that name.
    fn member(&self, name: &str) -> Option<Member>;
    /// The channel of that name.
    fn channel(&self, name: &str) -> Option<ChannelId>;
    /// The contact type of that name.
    fn contact_type(&self, name: &str) -> Option<ContactTypeId>;
    /// The contact type that takes everything else.
    fn everything_else(&self) -> Option<ContactTypeId>;
    /// The customer segment of that name.
    fn segment(&self, name: &str) -> Option<SegmentId>;
    /// The language of that name.
    fn language(&self, name: &str) -> Option<LanguageId>;
    /// The position of a name in the list of a `one of` field.
    fn one_of(&self, field: FieldId, name: &str) -> Option<u16>;
}

/// A member of a contact. Those that every strategy has are called as [`Contact::MEMBERS`] says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Member {
    /// Why it comes.
    ContactType,
    /// By which channel.
    Channel,
    /// When it arrived.
    At,
    /// From which customer segment.
    Customer,
    /// In which language.
    Language,
    /// Who answered before.
    HandledBefore,
    /// When that was.
    HandledAt,
    /// The zone of the customer's clock.
    TimeZone,
    /// A field of the strategy.
    Field(FieldId),
}

/// The members that every strategy has, in the order of [`Contact::MEMBERS`].
const FIXED: [Member; Contact::MEMBERS.len()] = [
    Member::ContactType,
    Member::Channel,
    Member::At,
    Member::Customer,
    Member::Language,
    Member::HandledBefore,
    Member::HandledAt,
    Member::TimeZone,
];

fn fixed<'n>() -> impl Iterator<Item = (&'n str, Member)> {
    Contact::MEMBERS.into_iter().zip(FIXED)
}

impl Lookup for Policy {
    fn member(&self, name: &str) -> Option<Member> {
        let known = fixed().find(|(known, _)| *known == name).map(|(_, member)| member);
        known.or_else(|| self.field_named(name).map(Member::Field))
    }

    fn channel(&self, name: &str) -> Option<ChannelId> {
        self.channel_named(name)
    }

    fn contact_type(&self, name: &str) -> Option<ContactTypeId> {
        self.contact_type_named(name)
    }

    fn everything_else(&self) -> Option<ContactTypeId> {
        Self::everything_else(self)
    }

    fn segment(&self, name: &str) -> Option<SegmentId> {
        self.segment_named(name)
    }

    fn language(&self, name: &str) -> Option<LanguageId> {
        self.language_named(name)
    }

    fn one_of(&self, field: FieldId, name: &str) -> Option<u16> {
        match &self.field(field)?.kind {
            FieldKind::OneOf(names) => {
                names.iter().position(|known| known == name).and_then(|at| u16::try_from(at).ok())
            }
            FieldKind::Number { .. } | FieldKind::Time | FieldKind::YesNo | FieldKind::Text => None,
        }
    }
}

/// The names of a policy, sorted.
#[derive(Debug)]
pub(crate) struct Names {
    members: Sorted<Member>,
    channels: Sorted<ChannelId>,
    contact_types: Sorted<ContactTypeId>,
    everything_else: Option<ContactTypeId>,
    segments: Sorted<SegmentId>,
    languages: Sorted<LanguageId>,
    /// By field.
    one_of: Vec<Sorted<u16>>,
}

impl Names {
    pub(crate) fn new(policy: &Policy) -> Self {
        let numbers = 0..=u16::MAX;
        let fields = policy.fields.iter().zip(numbers.clone());
        let fields = fields.map(|(field, at)| (field.name.as_str(), Member::Field(FieldId(at))));
        let one_of = policy.fields.iter().map(|field| match &field.kind {
            FieldKind::OneOf(names) => Sorted::numbered(names.iter().map(String::as_str)),
            FieldKind::Number { .. } | FieldKind::Time | FieldKind::YesNo | FieldKind::Text => Sorted(Vec::new()),
        });
        Self {
            members: Sorted::new(fixed().chain(fields)),
            channels: Sorted::numbered(policy.channels.iter().map(|it| it.name.as_str())),
            contact_types: Sorted::numbered(policy.contact_types.iter().map(|it| it.name.as_str())),
            everything_else: policy.everything_else(),
            segments: Sorted::numbered(policy.segments.iter().map(|it| it.name.as_str())),
            languages: Sorted::numbered(policy.languages.iter().map(String::as_str)),
            one_of: one_of.collect(),
        }
    }
}

impl Lookup for Names {
    fn member(&self, name: &str) -> Option<Member> {
        self.members.find(name)
    }

    fn channel(&self, name: &str) -> Option<ChannelId> {
        self.channels.find(name)
    }

    fn contact_type(&self, name: &str) -> Option<ContactTypeId> {
        self.contact_types.find(name)
    }

    fn everything_else(&self) -> Option<ContactTypeId> {
        self.everything_else
    }

    fn segment(&self, name: &str) -> Option<SegmentId> {
        self.segments.find(name)
    }

    fn language(&self, name: &str) -> Option<LanguageId> {
        self.languages.find(name)
    }

    fn one_of(&self, field: FieldId, name: &str) -> Option<u16> {
        self.one_of.get(field.index())?.find(name)
    }
}

/// Names in order, each once.
#[derive(Debug)]
struct Sorted<T>(Vec<(Box<str>, T)>);

impl<T: Copy> Sorted<T> {
    fn new<'n>(names: impl Iterator<Item = (&'n str, T)>) -> Self {
        let mut sorted: Vec<(Box<str>, T)> = names.map(|(name, value)| (name.into(), value)).collect();
        // The order of equal names stays, so that the first is the one that is kept.
        sorted.sort_by(|one, other| one.0.cmp(&other.0));
        sorted.dedup_by(|later, first| later.0 == first.0);
        Self(sorted)
    }

    fn find(&self, name: &str) -> Option<T> {
        let at = self.0.binary_search_by(|(known, _)| (**known).cmp(name)).ok()?;
        self.0.get(at).map(|(_, value)| *value)
    }
}

impl<T: Copy + From<u16>> Sorted<T> {
    fn numbered<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        Self::new(names.zip(0..=u16::MAX).map(|(name, at)| (name, T::from(at))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Field, acorn};

    #[test]
    fn the_tables_find_what_trying_finds() {
        let (mut policy, ..) = acorn();
        let again = policy.channels[0].clone();
        policy.channels.push(again);
        policy.languages = vec!["Welsh".into(), "English".into(), "Welsh".into()];
        policy.contact_types[2].everything_else = true;
        let field = |name: &str| Field {
            name: name.into(),
            kind: FieldKind::OneOf(vec!["b".into(), "a".into(), "b".into()]),
            only_when: Vec::new(),
        };
        policy.fields.extend(["channel", "tier", "tier"].map(field));
        let names = Names::new(&policy);
        let all = policy.channels.iter().map(|it| it.name.as_str());
        let all = all.chain(policy.contact_types.iter().map(|it| it.name.as_str()));
        let all = all.chain(policy.segments.iter().map(|it| it.name.as_str()));
        let all = all.chain(policy.fields.iter().map(|it| it.name.as_str())).chain(Contact::MEMBERS);
        let all: Vec<&str> = all.chain(["Welsh", "English", "a", "b", "", "nobody", "Zz"]).collect();
        for name in all {
            assert_eq!(names.member(name), policy.member(name), "{name}");
            assert_eq!(names.channel(name), policy.channel_named(name), "{name}");
            assert_eq!(names.contact_type(name), policy.contact_type_named(name), "{name}");
            assert_eq!(names.segment(name), policy.segment_named(name), "{name}");
            assert_eq!(names.language(name), policy.language_named(name), "{name}");
            for field in (0..9).map(FieldId) {
                assert_eq!(names.one_of(field, name), policy.one_of(field, name), "{name} of {field:?}");
            }
        }
        assert_eq!(names.everything_else(), Some(ContactTypeId(2)));
    }
}
