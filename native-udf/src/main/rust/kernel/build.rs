//! Turns the ranges that Java reads at its start into two-level tables that need no start at all.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::{env, fs, path::Path};

const DATA: &str =
    "../../../../../transforms/src/main/resources/org/docaudit/analysis/text/unicode-16.0.txt";
const CODE_POINTS: usize = 0x11_0000;
const BLOCK: usize = 128;

fn main() {
    // Asked for here and not compiled in: the checkout may have moved since this was compiled.
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join(DATA);
    println!("cargo::rerun-if-changed={}", data.display());
    println!("cargo::rerun-if-changed=build.rs");
    let text = fs::read_to_string(&data)
        .unwrap_or_else(|e| panic!("cannot read the Unicode data {}: {e}", data.display()));
    let mut flags = vec![0u32; CODE_POINTS];
    let mut folds = vec![0i32; CODE_POINTS];
    let mut folding = false;
    for line in text.lines() {
        match line.as_bytes().first() {
            None | Some(b'#') => {}
            Some(b'[') => folding = line.starts_with("[simple case folding]"),
            Some(_) => read_range(line, folding, &mut flags, &mut folds),
        }
    }
    // Deltas are few: the table holds the number of each, 0 for none.
    let mut deltas = vec![0i32];
    let fold_numbers: Vec<u32> = folds
        .iter()
        .map(|&delta| number(&mut deltas, delta))
        .collect();
    let mut code = String::new();
    write_table(&mut code, "FLAG", &flags);
    write_table(&mut code, "FOLD", &fold_numbers);
    writeln!(
        code,
        "static FOLD_DELTAS: [i32; {}] = {deltas:?};",
        deltas.len()
    )
    .unwrap();
    let out = Path::new(&env::var("OUT_DIR").unwrap()).join("unicode_tables.rs");
    fs::write(out, code).unwrap();
}

fn read_range(line: &str, folding: bool, flags: &mut [u32], folds: &mut [i32]) {
    let (range, value) = line
        .split_once(' ')
        .unwrap_or_else(|| panic!("no value: {line}"));
    let (range, step) = match range.split_once('/') {
        Some((range, step)) => (range, step.parse().unwrap()),
        None => (range, 1),
    };
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    let hex = |digits| usize::from_str_radix(digits, 16).unwrap();
    for code_point in (hex(first)..=hex(last)).step_by(step) {
        if folding {
            folds[code_point] = value.parse().unwrap();
        } else {
            flags[code_point] = value.bytes().map(flag).sum();
        }
    }
}

fn flag(property: u8) -> u32 {
    match property {
        b'W' => 1,
        b'L' => 2,
        b'M' => 4,
        b'N' => 8,
        b'S' => 16,
        b'C' => 32,
        _ => panic!("unknown property {}", property as char),
    }
}

fn number(deltas: &mut Vec<i32>, delta: i32) -> u32 {
    let found = deltas.iter().position(|&d| d == delta).unwrap_or_else(|| {
        deltas.push(delta);
        deltas.len() - 1
    });
    u32::try_from(found).unwrap()
}

/// Writes `NAME_BLOCK_OF`, the number of each block, and `NAME_BLOCKS`, all distinct blocks.
fn write_table(code: &mut String, name: &str, values: &[u32]) {
    let mut numbers: HashMap<&[u32], usize> = HashMap::new();
    let mut block_of = Vec::new();
    let mut blocks: Vec<u32> = Vec::new();
    for block in values.chunks(BLOCK) {
        let next = numbers.len();
        let number = *numbers.entry(block).or_insert_with(|| {
            blocks.extend(block);
            next
        });
        block_of.push(u8::try_from(number).expect("more than 256 distinct blocks"));
    }
    let blocks: Vec<u8> = blocks.iter().map(|&v| u8::try_from(v).unwrap()).collect();
    writeln!(
        code,
        "static {name}_BLOCK_OF: [u8; {}] = {block_of:?};",
        block_of.len()
    )
    .unwrap();
    writeln!(
        code,
        "static {name}_BLOCKS: [u8; {}] = {blocks:?};",
        blocks.len()
    )
    .unwrap();
}
