//! CRC-32 as in IEEE 802.3 (zip, PNG): tells a value that was cut or changed from a whole one.
//!
//! Our own table and not a crate: the usual crates carry slicing tables of 8 to 16 KiB for speed on
//! megabytes, more than the rest of the written form weighs; ours are a few hundred bytes at a time.

const TABLE: [u32; 256] = table();

/// The checksum of some bytes.
pub fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| TABLE[usize::from(crc.to_le_bytes()[0] ^ byte)] ^ (crc >> 8);
    !bytes.iter().fold(!0, step)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    let mut number: u32 = 0;
    while at < table.len() {
        let mut crc = number;
        let mut bit = 0;
        while bit < 8 {
            let carried = crc & 1;
            crc >>= 1;
            if carried == 1 {
                crc ^= 0xedb8_8320;
            }
            bit += 1;
        }
        table[at] = crc;
        at += 1;
        number += 1;
    }
    table
}
