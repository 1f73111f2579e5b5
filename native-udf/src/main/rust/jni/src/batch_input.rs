//! The documents of a batch, as Java packs them into one buffer.
//!
//! ```text
//! batch = bytes of each, u32 length of each, u32 documents      little-endian, without gaps
//! ```
//!
//! The numbers stand behind the documents, whose lengths are known when they were read. They are
//! not aligned.

use crate::native_exception::Failure;

const NUMBER: usize = size_of::<u32>();

/// The documents, in their order. Fails where the buffer is not exactly one batch.
pub(crate) fn documents(batch: &[u8]) -> Result<Vec<&[u8]>, Failure> {
    let malformed = || Failure::MalformedBatch { bytes: batch.len() };
    let (rest, count) = number(batch).ok_or_else(malformed)?;
    let lengths = count
        .checked_mul(NUMBER)
        .filter(|&size| size <= rest.len())
        .ok_or_else(malformed)?;
    let (mut contents, lengths) = rest.split_at(rest.len() - lengths);
    let mut documents = Vec::with_capacity(count);
    for length in lengths.chunks_exact(NUMBER) {
        let (_, length) = number(length).ok_or_else(malformed)?;
        let (document, behind) = contents.split_at_checked(length).ok_or_else(malformed)?;
        documents.push(document);
        contents = behind;
    }
    if contents.is_empty() {
        Ok(documents)
    } else {
        Err(malformed())
    }
}

/// What stands before the number at the end, and the number.
fn number(bytes: &[u8]) -> Option<(&[u8], usize)> {
    let (rest, number) = bytes.split_last_chunk::<NUMBER>()?;
    Some((rest, u32::from_le_bytes(*number) as usize))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(contents: &[u8], numbers: &[u32]) -> Vec<u8> {
        let numbers = numbers.iter().flat_map(|number| number.to_le_bytes());
        contents.iter().copied().chain(numbers).collect()
    }

    #[test]
    fn cuts_a_batch_into_its_documents() {
        let two = batch(b"abc", &[2, 0, 1, 3]);
        assert_eq!(documents(&two).unwrap(), [&b"ab"[..], b"", b"c"]);
        assert!(documents(&batch(b"", &[0])).unwrap().is_empty());
    }

    #[test]
    fn refuses_what_is_not_exactly_one_batch() {
        for (malformed, bytes) in [
            (vec![], 0),
            (vec![1, 0, 0], 3),
            (batch(b"ab", &[1, 2]), 10),
            (batch(b"a", &[2, 1]), 9),
            (batch(b"ab", &[1, 1]), 10),
            (batch(b"", &[u32::MAX]), 4),
            (batch(b"a", &[u32::MAX, 1]), 9),
        ] {
            let refusal = documents(&malformed).unwrap_err().to_string();
            assert_eq!(
                refusal,
                format!("these {bytes} bytes are not a batch of documents")
            );
        }
    }
}
