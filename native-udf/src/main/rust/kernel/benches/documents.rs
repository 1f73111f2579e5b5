//! Generated documents: the same ones on every machine, like those of real documentation.

const WORDS: &[&str] = &[
    "the",
    "of",
    "and",
    "to",
    "a",
    "in",
    "is",
    "that",
    "for",
    "it",
    "with",
    "as",
    "on",
    "be",
    "this",
    "class",
    "function",
    "template",
    "pointer",
    "reference",
    "compiler",
    "allocation",
    "iterator",
    "documentation",
    "configuration",
    "implementation",
    "specification",
    "value",
    "type",
    "object",
    "member",
    "operator",
    "standard",
    "library",
    "header",
    "example",
    "following",
    "returns",
    "don't",
    "isn't",
    "e.g.,",
    "(optional)",
    "C++",
    "64-bit",
    "café",
    "naïve",
    "“quoted”",
    "—",
    "Über",
    "façade",
    "Visual",
    "Studio",
    "Microsoft",
    "Windows",
    "HTTP/1.1",
    "see",
    "also",
    "note",
];

/// Numbers that look random (Knuth, MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    /// Words are as uneven as in a language: small numbers are frequent.
    fn word(&mut self) -> &'static str {
        let bound = 1 + self.below(WORDS.len());
        WORDS[self.below(bound)]
    }

    fn sentence(&mut self, out: &mut String) {
        for position in 0..8 + self.below(12) {
            out.push_str(if position == 0 { "" } else { " " });
            match self.below(40) {
                0 => {
                    *out += &format!(
                        "[{}](../{}/page-{}.md#part)",
                        self.word(),
                        self.word(),
                        self.below(500)
                    )
                }
                1 => *out += &format!("`{}`", self.word()),
                2 => *out += &format!("**{}**", self.word()),
                3 => *out += &format!("name{}_{}", self.below(5_000), self.word()),
                _ => *out += self.word(),
            }
        }
        out.push('.');
    }
}

/// One document of about `size` bytes.
pub fn document(number: usize, size: usize) -> String {
    let mut random = Random(number as u64 + 1);
    let mut out = format!(
        "---\ntitle: \"Page {number}\"\ndescription: {} {}\ndate: 2024-05-{:02}\ntags: [{}, {}]\n\
         author:\n  name: {}\n  id: {}\n---\n\n# Page {number}\n\n",
        random.word(),
        random.word(),
        1 + random.below(28),
        random.word(),
        random.word(),
        random.word(),
        random.below(10_000),
    );
    let mut section = 0;
    while out.len() < size {
        section += 1;
        match random.below(8) {
            0 => {
                out += &format!(
                    "## Section {section}: {} {}\n\n",
                    random.word(),
                    random.word()
                )
            }
            1 => {
                for _ in 0..4 {
                    out += "- ";
                    random.sentence(&mut out);
                    out.push('\n');
                }
                out.push('\n');
            }
            2 => {
                out += &format!(
                    "```cpp\nint {}_{section} = {};\n\treturn 0;\n```\n\n",
                    "value",
                    random.below(99)
                )
            }
            3 => {
                out += &format!(
                    "| Name | Value |\n|---|---|\n| {} | {} |\n\n",
                    random.word(),
                    random.below(9)
                )
            }
            _ => {
                for _ in 0..3 {
                    random.sentence(&mut out);
                    out.push('\n');
                }
                out.push('\n');
            }
        }
    }
    out
}

/// Batches as the benches name them: 10, 100 and 1,000 documents of half to three KiB, and one
/// document of 2 MiB.
pub fn batches() -> Vec<(&'static str, Vec<String>)> {
    let small = |count| {
        (0..count)
            .map(|number| document(number, 512 + number * 37 % 2_560))
            .collect()
    };
    vec![
        ("10 documents", small(10)),
        ("100 documents", small(100)),
        ("1,000 documents", small(1_000)),
        ("one large", vec![document(0, 2 << 20)]),
    ]
}
