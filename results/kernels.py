#!/usr/bin/env python3
"""Measures the native kernels on one thread against Java and against a plain Python audit.

    results/kernels.py [--runs N] [--baseline PYTHON_AUDIT] CORPUS

Takes documents evenly picked from CORPUS, in memory. Writes native-kernel/ratios.json, replaces the
table of native-kernel/README.md, and records native-kernel/generated.json, which continuous
integration compares with. PYTHON_AUDIT is a script that prints JSON with scan_s, metadata_s,
links_s and hash_s for a folder; it and docaudit run in turn over the same 1,000 documents.
All times are those of one thread on the CPU, the shortest of several runs, which other work on the
machine disturbs little. Compare the ratios, not the times.
"""
import argparse
import json
import os
import pathlib
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
FOLDER = HOME / "results" / "native-kernel"
RUN = str(HOME / "benchmarks" / "run")
DOCUMENTS = 1_000
# The script measures with perf_counter.
ON_CPU = """
import runpy, sys, time
time.perf_counter = time.process_time
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
GOALS = {
    "MARKDOWN": ("links and headings", 4),
    "YAML_EVENTS": ("frontmatter events", 2),
    "FRONTMATTER": ("frontmatter, typed", None),
    "WORDS_AND_LINES": ("words and lines", 4),
    "WORD_FREQUENCIES": ("word frequencies", 1.5),
    "SHA256": ("SHA-256", None),
    "WHOLE_ANALYSIS": ("whole analysis, frequencies included", 3),
}
PYTHON_GOALS = {
    "scan": ("scan: find, read, count words", 13),
    "words": ("scan in memory: decode, count words", None),
    "metadata": ("frontmatter", 20),
    "links": ("links", 11),
    "hash": ("SHA-256", None),
}


def output(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"{shlex.join(command)} ended with {done.returncode}")
    return done.stdout


def ratios(*options):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "ratios.json")
        sys.stdout.write(output(RUN, "ratios", "--json", str(file), *options))
        if not file.exists():
            sys.exit("no ratios were measured")
        return json.loads(file.read_text())


def pick(corpus, folder):
    """Copies documents, evenly picked in path order."""
    files = sorted(file for file in corpus.rglob("*.md") if file.is_file())
    if len(files) < DOCUMENTS:
        sys.exit(f"{corpus} has {len(files)} documents, {DOCUMENTS} are needed")
    for number in range(DOCUMENTS):
        file = files[number * len(files) // DOCUMENTS]
        copy = folder / file.relative_to(corpus)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)


def words_in_memory(folder):
    """What remains of a scan in Python without finding and reading the documents."""
    contents = [file.read_bytes() for file in folder.rglob("*.md")]
    start = time.process_time()
    words = sum(len(content.decode("utf-8", "replace").split()) for content in contents)
    return {"words_s": time.process_time() - start, "words": words}


def against_python(baseline, corpus, runs):
    best = {"python": {}, "native": {}}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pick(corpus, folder)
        for _ in range(runs):
            python = json.loads(output(sys.executable, "-c", ON_CPU, baseline, name)) | words_in_memory(folder)
            native = json.loads(output(RUN, "phases", name))
            if not python["documents"] == native["documents"] == DOCUMENTS:
                sys.exit("the two did not audit the same documents")
            for side, figures in (("python", python), ("native", native)):
                for phase in PYTHON_GOALS:
                    seconds = figures[f"{phase}_s"]
                    best[side][phase] = min(seconds, best[side].get(phase, seconds))
    return [{"phase": phase, "python_ms": round(best["python"][phase] * 1e3, 3),
             "native_ms": round(best["native"][phase] * 1e3, 3),
             "ratio": round(best["python"][phase] / best["native"][phase], 2)}
            for phase in PYTHON_GOALS], {"documents": native["documents"], "bytes": native["bytes"]}


def row(name, against, ratio, goal):
    verdict = "" if goal is None else f"{goal}" if ratio >= goal else f"{goal}: **missed**"
    return f"| {name} | {against} | {ratio:.1f} | {verdict} |"


def table(result):
    lines = ["| what | native against | times as fast | goal |", "|---|---|---|---|"]
    for ratio in result["java"]["ratios"]:
        name, goal = GOALS[ratio["kernel"]]
        lines.append(row(name, ratio["java"], ratio["ratio"], goal))
    for ratio in result.get("python", []):
        name, goal = PYTHON_GOALS[ratio["phase"]]
        lines.append(row(name, "Python", ratio["ratio"], goal))
    return "\n".join(lines)


def cpu():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--baseline")
    arguments = parser.parse_args()

    result = {
        "commit": output("git", "-C", str(HOME), "rev-parse", "--short", "HEAD").strip(),
        "machine": f"{cpu()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "java": ratios("--corpus", str(arguments.corpus), "--rounds", "30"),
    }
    if arguments.baseline:
        result["python"], result["python_documents"] = against_python(
            arguments.baseline, arguments.corpus, arguments.runs)
    (FOLDER / "ratios.json").write_text(json.dumps(result, indent=2) + "\n")
    generated = ratios("--rounds", "30")
    (FOLDER / "generated.json").write_text(json.dumps(generated, indent=2) + "\n")

    readme = FOLDER / "README.md"
    text = re.sub(r"(<!-- table -->\n).*(\n<!-- end -->)",
                  lambda marks: marks.group(1) + table(result) + marks.group(2),
                  readme.read_text(), flags=re.DOTALL)
    readme.write_text(text)
    print(table(result))


main()
