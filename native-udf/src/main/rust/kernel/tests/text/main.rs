//! Decoding, words, prose and frequencies against plain statements of what they are.

mod decoding;
mod frequencies;
mod hostile;
mod pieces;
mod prose;
mod tables;
mod words;
