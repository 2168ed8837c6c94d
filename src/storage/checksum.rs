//! The checksum of a stored text: CRC-32 as in zip and PNG. It tells a text that was cut or changed from a whole one.
//!
//! By the crate `crc` and not `crc32fast`: the table of the latter takes 16 kB that do not compress and would be loaded
//! before the first tap, this one takes 1 kB. A text has about a thousand bytes, so both are fast enough.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

static CRC_32: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// The checksum of a text's bytes.
pub fn checksum(text: &str) -> u32 {
    CRC_32.checksum(text.as_bytes())
}
