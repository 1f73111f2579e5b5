//! The documents of a batch, as Java packs them into one buffer.
//!
//! ```text
//! batch = u32 documents, u32 length of each, bytes of each      little-endian, without gaps
//! ```

use crate::native_exception::Failure;

const NUMBER: usize = size_of::<u32>();

/// The documents, in their order. Fails where the buffer is not exactly one batch.
pub(crate) fn documents(batch: &[u8]) -> Result<Vec<&[u8]>, Failure> {
    let malformed = || Failure::MalformedBatch { bytes: batch.len() };
    let (count, rest) = number(batch).ok_or_else(malformed)?;
    let lengths = count
        .checked_mul(NUMBER)
        .filter(|&size| size <= rest.len())
        .ok_or_else(malformed)?;
    let (mut lengths, mut contents) = rest.split_at(lengths);
    let mut documents = Vec::with_capacity(count);
    while let Some((length, more)) = number(lengths) {
        let (document, behind) = contents.split_at_checked(length).ok_or_else(malformed)?;
        documents.push(document);
        lengths = more;
        contents = behind;
    }
    if contents.is_empty() {
        Ok(documents)
    } else {
        Err(malformed())
    }
}

fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<NUMBER>()?;
    Some((u32::from_le_bytes(*number) as usize, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(numbers: &[u32], contents: &[u8]) -> Vec<u8> {
        let numbers = numbers.iter().flat_map(|number| number.to_le_bytes());
        numbers.chain(contents.iter().copied()).collect()
    }

    #[test]
    fn cuts_a_batch_into_its_documents() {
        let two = batch(&[3, 2, 0, 1], b"abc");
        assert_eq!(documents(&two).unwrap(), [&b"ab"[..], b"", b"c"]);
        assert!(documents(&batch(&[0], b"")).unwrap().is_empty());
    }

    #[test]
    fn refuses_what_is_not_exactly_one_batch() {
        for (malformed, bytes) in [
            (vec![], 0),
            (vec![1, 0, 0], 3),
            (batch(&[2, 1], b"ab"), 10),
            (batch(&[1, 2], b"a"), 9),
            (batch(&[1, 1], b"ab"), 10),
            (batch(&[u32::MAX], b""), 4),
            (batch(&[1, u32::MAX], b"a"), 9),
        ] {
            let refusal = documents(&malformed).unwrap_err().to_string();
            assert_eq!(
                refusal,
                format!("these {bytes} bytes are not a batch of documents")
            );
        }
    }
}
