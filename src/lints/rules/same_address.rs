//! Two channels with one address.

use std::collections::BTreeMap;

use crate::lints::lint::{Lint, Subject};
use crate::policy::ChannelKind;
use crate::source::{Confidence, Diagnostic, Severity, Sink, quoted};
use crate::strategy::ChannelModel;

/// The lint.
pub(super) static LINT: Lint =
    Lint::author("same-address", "A304", Severity::Should, Confidence::Sure, include_str!("same_address.md"), check);

/// What an address is, written so that the same address is the same text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Address {
    Number(String),
    Mail(String),
    Page(String),
    /// A handle, a street, or words.
    Other(String),
}

/// One number can take calls, text messages and more.
const ON_ONE_NUMBER: [ChannelKind; 7] = [
    ChannelKind::Phone,
    ChannelKind::Sms,
    ChannelKind::Messaging,
    ChannelKind::Callback,
    ChannelKind::Voicemail,
    ChannelKind::Relay,
    ChannelKind::Video,
];

/// One page can offer a chat, a form and more.
const ON_ONE_PAGE: [ChannelKind; 8] = [
    ChannelKind::Chat,
    ChannelKind::WebForm,
    ChannelKind::SelfService,
    ChannelKind::Bot,
    ChannelKind::Video,
    ChannelKind::App,
    ChannelKind::Messaging,
    ChannelKind::Community,
];

/// The same handle in two networks is two addresses.
const BY_HANDLE: [ChannelKind; 4] =
    [ChannelKind::Social, ChannelKind::PrivateMessage, ChannelKind::Community, ChannelKind::ReviewSite];

fn check(subject: &Subject<'_>, sink: &mut Sink) {
    let mut seen: BTreeMap<Address, Vec<(&ChannelModel, ChannelKind)>> = BTreeMap::new();
    for channel in &subject.strategy.components.channels.content.channels {
        let (Some(kind), Some(written)) = (channel.kind, &channel.address) else { continue };
        let address = Address::of(&written.text);
        let earlier = seen.get(&address).into_iter().flatten();
        if let Some((first, _)) = earlier.clone().find(|(_, other)| address.clashes(*other, kind)) {
            let (one, other) = (quoted(&first.head.name), quoted(&channel.head.name));
            let finding =
                Diagnostic::new(&LINT.finding, written.span, format!("{one} and {other} have the same address."))
                    .why("Whoever uses it is on two channels at once, with the hours and promises of either.")
                    .advise("correct one of the addresses, or make one channel of the two");
            let first = first.address.iter().map(|address| address.span);
            sink.push(first.fold(finding, |finding, span| finding.see(span, "the same address")));
        }
        seen.entry(address).or_default().push((channel, kind));
    }
}

impl Address {
    fn of(text: &str) -> Self {
        let flat = text.trim().to_lowercase();
        let digits: String = flat.chars().filter(char::is_ascii_digit).collect();
        let number = flat.chars().all(|letter| letter.is_ascii_digit() || " +-()./".contains(letter));
        if number && digits.len() >= 3 {
            return Self::Number(digits);
        }
        let one_word = !flat.contains(char::is_whitespace);
        if one_word && flat.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
            return Self::Mail(flat);
        }
        let bare = flat.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
        let bare = bare.trim_end_matches('/');
        if one_word && bare.split('/').next().is_some_and(|host| host.contains('.') && !host.ends_with('.')) {
            return Self::Page(bare.to_owned());
        }
        Self::Other(flat)
    }

    /// Whether channels of these kinds cannot share the address.
    fn clashes(&self, one: ChannelKind, other: ChannelKind) -> bool {
        let share = |kinds: &[ChannelKind]| one != other && kinds.contains(&one) && kinds.contains(&other);
        match self {
            Self::Number(_) => !share(&ON_ONE_NUMBER),
            Self::Mail(_) => true,
            Self::Page(_) => !share(&ON_ONE_PAGE),
            Self::Other(_) => one == other && !BY_HANDLE.contains(&one),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ChannelKind::{Chat, Email, Fax, Phone, PrivateMessage, Sms, Social, WebForm};

    #[test]
    fn the_same_address_in_other_letters() {
        assert_eq!(Address::of("+44 20 7946 0018"), Address::of("+44 (20) 7946-0018"));
        assert_eq!(Address::of("Help@Acorn.example"), Address::of("help@acorn.example"));
        assert_eq!(Address::of("https://www.acorn.example/chat/"), Address::of("acorn.example/chat"));
        assert_ne!(Address::of("acornhelp"), Address::of("acornoutdoor"));
        assert_eq!(Address::of("14 Harbour Lane"), Address::Other("14 harbour lane".into()));
    }

    #[test]
    fn what_can_share_an_address() {
        let (number, page) = (Address::of("+44 20 7946 0018"), Address::of("acorn.example/contact"));
        assert!(number.clashes(Phone, Phone) && number.clashes(Phone, Fax) && !number.clashes(Phone, Sms));
        assert!(page.clashes(WebForm, WebForm) && !page.clashes(Chat, WebForm) && page.clashes(Email, WebForm));
        let handle = Address::of("acornoutdoor");
        assert!(!handle.clashes(Social, Social) && !handle.clashes(PrivateMessage, Social));
    }
}
