//! Channels, from text to what runs.

use crate::policy::{ChannelId, ChannelKind, Date, LanguageId, Mode, PrivateMessages};
use crate::strategy::testing::tried;

const CHANNELS: &str = "
channels:
  phone:
    address: +44 20 7946 0018
    languages: English, Welsh
    cost to customer: free
    recording: all calls, kept for 90 days
    menu: orders, returns, a person
  x:
    kind: social
    private messages: x messages
    tool:
      monitor: the listening service
      respond: the social inbox
    contacts at once: 3
  facebook:
    kind: social
    public: no
    private messages: not possible
    mode: listen
    notice: We read posts here and do not answer them.
  x messages:
    kind: private message
    tool: the social inbox
  assistant:
    kind: bot
    reaches a person by: the button talk to a person
  instagram:
    kind: social
    private messages: private message
    status: planned for 2027-03-01
  post:
    status: retired on 2026-10-31
";

#[test]
fn channels_are_kept_in_order_with_what_their_kind_says() {
    let tried = tried(CHANNELS);
    assert_eq!(tried.told(), "");
    let channels = &tried.policy.channels;
    assert_eq!((channels[0].kind, channels[0].public, channels[0].mode), (ChannelKind::Phone, false, Mode::Respond));
    assert_eq!(channels[0].languages, [LanguageId(0), LanguageId(1)]);
    assert_eq!((channels[1].kind, channels[1].public), (ChannelKind::Social, true));
    assert_eq!(channels[1].private_messages, PrivateMessages::In(ChannelId(3)));
    assert_eq!((channels[2].public, channels[2].mode), (false, Mode::Listen));
    assert_eq!(channels[2].private_messages, PrivateMessages::NotPossible);
    assert_eq!(channels[4].reaches_a_person_by.as_deref(), Some("the button talk to a person"));
    assert_eq!(channels[5].private_messages, PrivateMessages::In(ChannelId(3)));
    let live = |year, month, day| {
        let date = Date::new(year, month, day).unwrap();
        channels.iter().map(|channel| channel.in_use(date)).collect::<Vec<_>>()
    };
    assert_eq!(live(2026, 10, 30), [true, true, true, true, true, false, true]);
    assert_eq!(live(2026, 10, 31), [true, true, true, true, true, false, false]);
    assert_eq!(live(2027, 3, 1), [true, true, true, true, true, true, false]);
}

#[test]
fn everything_that_is_written_is_kept() {
    let tried = tried(CHANNELS);
    let channels = &tried.components.channels.content.channels;
    assert_eq!(channels[0].menu.len(), 3);
    assert_eq!(channels[0].head.facts.len(), 5);
    assert_eq!(channels[1].tool.monitor.as_ref().unwrap().text, "the listening service");
    assert_eq!(channels[3].tool.monitor, channels[3].tool.respond);
    assert_eq!(channels[1].contacts_at_once.unwrap().value, 3);
    assert!(channels[2].notice.is_some());
}

#[test]
fn a_name_that_tells_no_kind_needs_one() {
    let text = "
channels:
  twitter:
  tickets:
";
    let tried = tried(text);
    assert_eq!(
        tried.told(),
        "\
Must missing-kind [twitter]
  \"twitter\" does not say its kind.
  why: The kind says whether everybody can read it, whether customers wait there, and which rules mean it.
  do: add the line kind: social
Must missing-kind [tickets]
  \"tickets\" does not say its kind.
  why: The kind says whether everybody can read it, whether customers wait there, and which rules mean it.
  do: add the line kind, with a word such as phone, chat, email, social or self-service
"
    );
    assert!(!tried.policy.complete);
    assert_eq!(tried.policy.channels[0].kind, ChannelKind::Social);
}

#[test]
fn a_kind_that_does_not_exist_is_one_finding() {
    assert_eq!(tried("channels:\n  x:\n    kind: sociall\n").found(), ["unknown-word"]);
}

#[test]
fn a_channel_that_is_named_like_a_kind_has_it_and_is_the_only_one() {
    let text = "
channels:
  phone:
    kind: social
  email:
  orders email:
    kind: email
  chat:
    kind: chat
";
    assert_eq!(
        tried(text).told(),
        "\
Must unusable-name [social]
  The channel \"phone\" says that it is a social channel.
  why: \"phone\" also means every channel of that kind, so nobody could tell which is meant.
  do: remove this line
  do: give the channel a name of its own
  see [phone]: the name
Must unusable-name [email]
  \"email\" could mean this channel, or \"orders email\" too.
  why: \"email\" means every channel of that kind, and there is more than one.
  do: give this one a name of its own, and the line kind: email
  see [orders email]: this one is of the same kind
"
    );
}

#[test]
fn a_family_is_no_name_of_a_channel() {
    assert_eq!(tried("channels:\n  voice:\n    kind: phone\n").found(), ["unusable-name"]);
}

#[test]
fn one_private_channel_only() {
    let text = "
channels:
  x:
    kind: social
    private messages: private message
  facebook:
    kind: social
    private messages: direct mesages
  x messages:
    kind: private message
  direct messages:
    kind: private message
";
    let tried = tried(text);
    assert_eq!(
        tried.told(),
        "\
Must several-private-channels [private message]
  \"private message\" means several channels here.
  why: A conversation that goes private goes on in one place.
  do: name one of them: x messages or direct messages
Must unknown-name [direct mesages]
  There is no channel called \"direct mesages\" in this strategy.
  write: direct messages
  see [direct messages]: direct messages is described here
"
    );
    assert!(!tried.policy.complete);
}
