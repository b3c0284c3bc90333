//! The kind that a channel has by its name, for a suggestion: never assumed, only proposed.

use crate::policy::ChannelKind;

/// Words of names, and the kind that they tell. The first that fits is taken, so narrower words stand first.
const WORDS: [(&str, ChannelKind); 68] = [
    ("direct messages", ChannelKind::PrivateMessage),
    ("private messages", ChannelKind::PrivateMessage),
    ("messages", ChannelKind::PrivateMessage),
    ("dm", ChannelKind::PrivateMessage),
    ("dms", ChannelKind::PrivateMessage),
    ("whatsapp", ChannelKind::Messaging),
    ("messenger", ChannelKind::Messaging),
    ("imessage", ChannelKind::Messaging),
    ("telegram", ChannelKind::Messaging),
    ("signal", ChannelKind::Messaging),
    ("wechat", ChannelKind::Messaging),
    ("line app", ChannelKind::Messaging),
    ("text messages", ChannelKind::Sms),
    ("texting", ChannelKind::Sms),
    ("text", ChannelKind::Sms),
    ("facebook", ChannelKind::Social),
    ("instagram", ChannelKind::Social),
    ("twitter", ChannelKind::Social),
    ("x", ChannelKind::Social),
    ("tiktok", ChannelKind::Social),
    ("linkedin", ChannelKind::Social),
    ("youtube", ChannelKind::Social),
    ("threads", ChannelKind::Social),
    ("mastodon", ChannelKind::Social),
    ("bluesky", ChannelKind::Social),
    ("pinterest", ChannelKind::Social),
    ("reddit", ChannelKind::Social),
    ("snapchat", ChannelKind::Social),
    ("social media", ChannelKind::Social),
    ("trustpilot", ChannelKind::ReviewSite),
    ("tripadvisor", ChannelKind::ReviewSite),
    ("yelp", ChannelKind::ReviewSite),
    ("app store", ChannelKind::ReviewSite),
    ("play store", ChannelKind::ReviewSite),
    ("review sites", ChannelKind::ReviewSite),
    ("reviews", ChannelKind::ReviewSite),
    ("help pages", ChannelKind::SelfService),
    ("help page", ChannelKind::SelfService),
    ("help center", ChannelKind::SelfService),
    ("help centre", ChannelKind::SelfService),
    ("faq", ChannelKind::SelfService),
    ("faqs", ChannelKind::SelfService),
    ("knowledge base", ChannelKind::SelfService),
    ("ivr", ChannelKind::SelfService),
    ("self service", ChannelKind::SelfService),
    ("chatbot", ChannelKind::Bot),
    ("assistant", ChannelKind::Bot),
    ("forum", ChannelKind::Community),
    ("web chat", ChannelKind::Chat),
    ("webchat", ChannelKind::Chat),
    ("live chat", ChannelKind::Chat),
    ("livechat", ChannelKind::Chat),
    ("mail", ChannelKind::Email),
    ("emails", ChannelKind::Email),
    ("webform", ChannelKind::WebForm),
    ("contact form", ChannelKind::WebForm),
    ("form", ChannelKind::WebForm),
    ("hotline", ChannelKind::Phone),
    ("telephone", ChannelKind::Phone),
    ("tel", ChannelKind::Phone),
    ("line", ChannelKind::Phone),
    ("number", ChannelKind::Phone),
    ("letters", ChannelKind::Post),
    ("letter", ChannelKind::Post),
    ("counter", ChannelKind::InPerson),
    ("shop", ChannelKind::InPerson),
    ("branch", ChannelKind::InPerson),
    ("video call", ChannelKind::Video),
];

/// The kind that the words of a name tell, where they do.
pub(super) fn kind_of_name(name: &str) -> Option<ChannelKind> {
    let plain = name.to_lowercase().replace(['-', '_'], " ");
    let says = |word: &str| format!(" {plain} ").contains(&format!(" {word} "));
    let kinds = ChannelKind::ALL.iter().map(|(kind, word)| (*word, *kind));
    let known = WORDS.iter().copied().find(|(word, _)| says(word)).map(|(_, kind)| kind);
    known.or_else(|| kinds.into_iter().find(|(word, _)| says(&word.replace('-', " "))).map(|(_, kind)| kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_their_kind_where_they_do() {
        for (name, kind) in [
            ("facebook", Some(ChannelKind::Social)),
            ("Instagram", Some(ChannelKind::Social)),
            ("instagram messages", Some(ChannelKind::PrivateMessage)),
            ("x", Some(ChannelKind::Social)),
            ("WhatsApp", Some(ChannelKind::Messaging)),
            ("help pages", Some(ChannelKind::SelfService)),
            ("FAQ", Some(ChannelKind::SelfService)),
            ("chatbot", Some(ChannelKind::Bot)),
            ("support bot", Some(ChannelKind::Bot)),
            ("e-mail", Some(ChannelKind::Email)),
            ("email for firms", Some(ChannelKind::Email)),
            ("emergency line", Some(ChannelKind::Phone)),
            ("Reception", None),
            ("tickets", None),
        ] {
            assert_eq!(kind_of_name(name), kind, "{name}");
        }
    }
}
