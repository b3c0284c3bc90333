//! The six ways in which the field computes a service level from the same contacts.

use std::fmt;

/// A service-level formula. A answered, At answered in time, B abandoned, Bt abandoned within the threshold, Ba after
/// it, Bs within the short-abandon limit. Sources: callcentrehelper.com, "Service level threshold calculations";
/// icmi.com, Queue Tips, March 2005, "Service level calculations".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Formula {
    /// (At+Bt)/(A+B): abandoned within the threshold counts as met.
    EarlyAbandonsMet,
    /// At/A: answered contacts only.
    AnsweredOnly,
    /// At/(A+B): of all offered contacts.
    AllOffered,
    /// At/(A+Ba): abandoned within the threshold is left out.
    EarlyAbandonsIgnored,
    /// (At+Bs)/(A+B): abandoned within the short-abandon limit counts as met.
    ShortAbandonsMet {
        /// The limit in seconds; at most the threshold.
        limit_seconds: u32,
    },
    /// At/(A+B−Bs): abandoned within the short-abandon limit is left out.
    ShortAbandonsExcluded {
        /// The limit in seconds; at most the threshold.
        limit_seconds: u32,
    },
}

impl Formula {
    /// Reads the words of a strategy file; the inverse of `Display`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "answered in time or abandoned early, of all offered" => Some(Self::EarlyAbandonsMet),
            "answered in time, of answered" => Some(Self::AnsweredOnly),
            "answered in time, of all offered" => Some(Self::AllOffered),
            "answered in time, of answered and abandoned late" => Some(Self::EarlyAbandonsIgnored),
            other => Self::parse_with_limit(other),
        }
    }

    fn parse_with_limit(text: &str) -> Option<Self> {
        let seconds = |limit: &str| limit.strip_suffix(" s").and_then(|number| number.parse::<u32>().ok());
        if let Some(rest) = text.strip_prefix("answered in time or abandoned within ") {
            let limit_seconds = seconds(rest.strip_suffix(", of all offered")?)?;
            return Some(Self::ShortAbandonsMet { limit_seconds });
        }
        let limit = text.strip_prefix("answered in time, of all offered but those abandoned within ")?;
        Some(Self::ShortAbandonsExcluded { limit_seconds: seconds(limit)? })
    }

    /// The words for all six, with 5 s as the example limit, for lists and messages.
    #[must_use]
    pub fn all() -> [Self; 6] {
        [
            Self::EarlyAbandonsMet,
            Self::AnsweredOnly,
            Self::AllOffered,
            Self::EarlyAbandonsIgnored,
            Self::ShortAbandonsMet { limit_seconds: 5 },
            Self::ShortAbandonsExcluded { limit_seconds: 5 },
        ]
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EarlyAbandonsMet => f.write_str("answered in time or abandoned early, of all offered"),
            Self::AnsweredOnly => f.write_str("answered in time, of answered"),
            Self::AllOffered => f.write_str("answered in time, of all offered"),
            Self::EarlyAbandonsIgnored => f.write_str("answered in time, of answered and abandoned late"),
            Self::ShortAbandonsMet { limit_seconds } => {
                write!(f, "answered in time or abandoned within {limit_seconds} s, of all offered")
            }
            Self::ShortAbandonsExcluded { limit_seconds } => {
                write!(f, "answered in time, of all offered but those abandoned within {limit_seconds} s")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_formula_reads_what_it_prints() {
        for formula in Formula::all() {
            assert_eq!(Formula::parse(&formula.to_string()), Some(formula));
        }
        assert_eq!(Formula::parse("80/20"), None);
    }
}
