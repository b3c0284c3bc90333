//! From the bytes of a file to its text: size, encoding, and characters that no strategy holds.

/// The largest file that is read, in bytes: 8 MiB, about a hundred times the largest strategy we know of.
pub const SIZE_LIMIT: usize = 8 * 1024 * 1024;

/// Why the bytes of a file are no text that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BytesFault {
    /// The file is larger than [`SIZE_LIMIT`].
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The limit in bytes.
        limit: usize,
    },
    /// The file begins with the mark of UTF-16 or UTF-32, as some editors on Windows save "Unicode".
    OtherEncoding {
        /// The usual name of the encoding, such as `UTF-16`.
        name: &'static str,
    },
    /// A byte that is no part of UTF-8, as in files that were saved as "ANSI" or "Windows-1252".
    NotUtf8 {
        /// The first such byte.
        byte: u8,
        /// Where it is, in bytes from the start of the file.
        offset: usize,
        /// Its line, from 1.
        line: usize,
        /// What stands before it on its line.
        before: String,
    },
    /// A byte of value zero: no text, or text in another encoding.
    Nul {
        /// Where it is, in bytes from the start of the file.
        offset: usize,
        /// Its line, from 1.
        line: usize,
    },
}

/// The text of a file, without a byte order mark. All places are relative to this text.
///
/// # Errors
/// When the file is too large, is not in UTF-8, or has a byte of value zero.
pub fn read_bytes_check(bytes: &[u8]) -> Result<String, BytesFault> {
    if bytes.len() > SIZE_LIMIT {
        return Err(BytesFault::TooLarge { bytes: bytes.len(), limit: SIZE_LIMIT });
    }
    let marks: [(&[u8], &str); 4] = [
        (&[0xFF, 0xFE, 0, 0], "UTF-32"),
        (&[0, 0, 0xFE, 0xFF], "UTF-32"),
        (&[0xFF, 0xFE], "UTF-16"),
        (&[0xFE, 0xFF], "UTF-16"),
    ];
    if let Some((_, name)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return Err(BytesFault::OtherEncoding { name });
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return Err(not_utf8(bytes, error.valid_up_to())),
    };
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(BytesFault::Nul { offset, line: line_of(bytes, offset) });
    }
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
}

/// Names the first byte that is no UTF-8. A zero byte before it says more: such a file is in another encoding.
fn not_utf8(bytes: &[u8], offset: usize) -> BytesFault {
    let before = bytes.get(..offset).unwrap_or_default();
    if let Some(nul) = before.iter().position(|byte| *byte == 0) {
        return BytesFault::Nul { offset: nul, line: line_of(bytes, nul) };
    }
    let start = before.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |at| at + 1);
    let line = String::from_utf8_lossy(before.get(start..).unwrap_or_default());
    BytesFault::NotUtf8 {
        byte: bytes.get(offset).copied().unwrap_or_default(),
        offset,
        line: line_of(bytes, offset),
        before: crate::yaml::line::clip(&line),
    }
}

/// The line, from 1, of a byte. Lines end with `\n`, `\r\n` or a lone `\r`, as everywhere.
fn line_of(bytes: &[u8], offset: usize) -> usize {
    let before = bytes.get(..offset).unwrap_or_default();
    let next = before.iter().skip(1).copied().map(Some).chain([bytes.get(offset).copied()]);
    let breaks =
        before.iter().zip(next).filter(|(byte, next)| **byte == b'\n' || (**byte == b'\r' && *next != Some(b'\n')));
    breaks.count() + 1
}
