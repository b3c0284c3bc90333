//! From bytes to text.

use crate::yaml::{BytesFault, SIZE_LIMIT, read_bytes_check};

#[test]
fn a_byte_order_mark_is_left_out() {
    assert_eq!(read_bytes_check(b"\xEF\xBB\xBFa: b\n").unwrap(), "a: b\n");
    assert_eq!(read_bytes_check(b"").unwrap(), "");
}

#[test]
fn other_encodings_are_named() {
    let other = |name| Err(BytesFault::OtherEncoding { name });
    assert_eq!(read_bytes_check(b"\xFF\xFEa\0:\0"), other("UTF-16"));
    assert_eq!(read_bytes_check(b"\xFE\xFF\0a"), other("UTF-16"));
    assert_eq!(read_bytes_check(b"\xFF\xFE\0\0a\0\0\0"), other("UTF-32"));
    assert_eq!(read_bytes_check(b"\0\0\xFE\xFF\0\0\0a"), other("UTF-32"));
}

#[test]
fn a_byte_that_is_no_utf_8_has_its_place() {
    let fault = read_bytes_check(b"a: b\r\nc: caf\xE9 d\n").unwrap_err();
    assert_eq!(fault, BytesFault::NotUtf8 { byte: 0xE9, offset: 12, line: 2, before: "c: caf".to_owned() });
    let fault = read_bytes_check(b"\x80").unwrap_err();
    assert_eq!(fault, BytesFault::NotUtf8 { byte: 0x80, offset: 0, line: 1, before: String::new() });
}

#[test]
fn a_zero_byte_has_its_place() {
    assert_eq!(read_bytes_check(b"a\rb\n\0").unwrap_err(), BytesFault::Nul { offset: 4, line: 3 });
    assert_eq!(read_bytes_check(b"\0\xFF").unwrap_err(), BytesFault::Nul { offset: 0, line: 1 });
}

#[test]
fn a_file_has_a_largest_size() {
    let bytes = vec![b'a'; SIZE_LIMIT + 1];
    let fault = BytesFault::TooLarge { bytes: SIZE_LIMIT + 1, limit: SIZE_LIMIT };
    assert_eq!(read_bytes_check(&bytes).unwrap_err(), fault);
    assert!(read_bytes_check(&bytes[1..]).is_ok());
}
