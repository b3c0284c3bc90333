//! Lines of a stream, one by one, however long they are.

use std::io::{self, BufRead, Read as _};

/// Reads one line of at most `most` bytes into `line`, without its line break. Answers what there was.
pub(crate) fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<Line> {
    line.clear();
    let taken =
        input.by_ref().take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_until(b'\n', line)?;
    if taken == 0 {
        return Ok(Line::End);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        return Ok(Line::Whole);
    }
    if taken <= most {
        return Ok(Line::Whole);
    }
    skip_line(input)?;
    Ok(Line::TooLong)
}

/// What `next_line` found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// A line.
    Whole,
    /// A line that is longer than was allowed; the rest of it was passed over.
    TooLong,
    /// No more lines.
    End,
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn lines_of(text: &[u8], most: usize) -> Vec<(Line, Vec<u8>)> {
        let mut input = BufReader::with_capacity(4, text);
        let (mut line, mut found) = (Vec::new(), Vec::new());
        loop {
            let kind = next_line(&mut input, &mut line, most).unwrap();
            if kind == Line::End {
                return found;
            }
            let text = if kind == Line::Whole { line.clone() } else { Vec::new() };
            found.push((kind, text));
        }
    }

    #[test]
    fn lines_end_with_either_break_and_the_last_needs_none() {
        let found = lines_of(b"one\r\ntwo\n\nend", 10);
        let texts: Vec<_> = found.iter().map(|(_, text)| text.as_slice()).collect();
        assert_eq!(texts, [&b"one"[..], b"two", b"", b"end"]);
    }

    #[test]
    fn an_endless_line_is_passed_over_and_the_next_is_read() {
        let found = lines_of(b"aaaaaaaaaaaaaaaaaaaaaa\nb\ncccccccc", 5);
        let kinds: Vec<_> = found.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [Line::TooLong, Line::Whole, Line::TooLong]);
        assert_eq!(found[1].1, b"b");
    }
}
