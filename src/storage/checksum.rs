//! The checksum of a stored text: CRC-32 as in zip and PNG. It detects truncated and changed texts.
//!
//! With the crate `crc` and not `crc32fast`: the tables of `crc32fast` take 16 kB that do not compress and would be
//! part of the first download; this one takes 1 kB. A text has about a thousand bytes, so both are fast enough.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The CRC-32 of a text's UTF-8 bytes.
pub fn checksum(text: &str) -> u32 {
    CRC_32.checksum(text.as_bytes())
}
