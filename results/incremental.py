#!/usr/bin/env python3
"""Times incremental audits of a corpus in which one document of a hundred changes each night.

    results/incremental.py [--copies N] [--nights N] [--engine native] [--json FILE] CORPUS FOLDER

Works on copies of CORPUS in FOLDER, which must not be there yet and needs the room of a few reports:
the copies are hard links, and what changes is replaced. Each night changes documents scattered at
random, or neighbours in path order with some added and some removed; then an incremental and a full
audit run in turn. Fails where a table of the two differs in one row. Compare the ratios, not the
seconds. Needs the package duckdb.
"""
import argparse
import filecmp
import json
import os
import pathlib
import platform
import random
import shutil
import sys
import time

import duckdb

from compare import HOME, timed

SHARE = 100
DOCUMENTS = (".md", ".markdown", ".mdx")
TABLES = ("documents", "headings", "links", "findings", "words", "duplicates")


def documents(corpus):
    paths = [os.path.join(folder, name) for folder, _, names in os.walk(corpus) for name in names]
    return sorted(path for path in paths if path.endswith(DOCUMENTS))


def change(path, night):
    """Replaces a document by a longer one with another link, modified a day ago."""
    with open(path, "rb") as file:
        text = file.read()
    with open(path + ".new", "wb") as file:
        file.write(text + b"\nChanged in night %d. [gone](gone-%d.md)\n" % (night, night))
    then = time.time() - 86_400 + night
    os.utime(path + ".new", (then, then))
    os.replace(path + ".new", path)


def scattered(paths, night):
    for path in random.sample(paths, len(paths) // SHARE):
        change(path, night)


def neighbours(paths, night):
    """Of twenty neighbours one goes, and one comes."""
    first = random.randrange(len(paths) - len(paths) // SHARE)
    for number, path in enumerate(paths[first:first + len(paths) // SHARE]):
        change(path, night)
        if number % 20 == 10:
            os.replace(path, f"{os.path.splitext(path)[0]}-{night}.md")


def compare_tables(full, incremental):
    """How many rows of each table are the same; ends the program where one is not."""
    rows = {}
    for table in TABLES:
        full_rows, kept_rows = (f"FROM read_parquet('{report}/{table}/*.parquet')"
                                for report in (full, incremental))
        for one, other in ((full_rows, kept_rows), (kept_rows, full_rows)):
            different = duckdb.sql(
                f"SELECT count(*) FROM ({one} EXCEPT ALL {other})").fetchall()[0][0]
            if different:
                sys.exit(f"{different} rows of {table} differ")
        rows[table] = duckdb.sql(f"SELECT count(*) {full_rows}").fetchall()[0][0]
    if not filecmp.cmp(full / "findings.jsonl", incremental / "findings.jsonl", shallow=False):
        sys.exit("findings.jsonl differs")
    return rows


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--nights", type=int, default=2, help="of each kind")
    parser.add_argument("--engine", default="native")
    parser.add_argument("--json")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    arguments = parser.parse_args()
    folder = arguments.folder
    folder.mkdir()
    corpus = folder / "corpus"
    for copy in range(arguments.copies):
        shutil.copytree(arguments.corpus, corpus / f"copy{copy}", copy_function=os.link)
    random.seed(1)

    def audit(report, *options):
        return timed(
            [str(HOME / "docaudit"), "audit", str(corpus), "--output", str(folder / report),
             "--engine", arguments.engine, "--fail-on", "never", "--quiet", *options], (0,))

    def summary(report):
        return json.loads((folder / report / "summary.json").read_text())

    result = {
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "engine": arguments.engine,
        "copies": arguments.copies,
        "first": audit("incremental", "--incremental"),
    }
    runs = []
    for night in range(1, 2 * arguments.nights + 1):
        kind = scattered if night % 2 else neighbours
        kind(documents(corpus), night)
        run = {"changed": kind.__name__, "incremental": audit("incremental", "--incremental")}
        reuse = summary("incremental")["reuse"]
        run["read"], run["kept"] = reuse["read"], reuse["kept"]
        run["incremental"]["stages"] = summary("incremental")["durations"]["wall_seconds"]
        run["full"] = audit("full")
        run["full"]["stages"] = summary("full")["durations"]["wall_seconds"]
        run["ratio"] = round(run["incremental"]["wall"] / run["full"]["wall"], 3)
        run["rows_compared"] = compare_tables(folder / "full", folder / "incremental")
        runs.append(run)
        print(f"{kind.__name__:10s} read {run['read']:6d} of {run['read'] + run['kept']:7d}"
              f"   incremental {run['incremental']['wall']:6.2f} s   full {run['full']['wall']:6.2f} s"
              f"   ratio {run['ratio']:.2f}", flush=True)
    # What an incremental run takes at least: start, listing, what nobody can keep, and the page.
    result["nothing_changed"] = audit("incremental", "--incremental")
    result["nothing_changed"]["stages"] = summary("incremental")["durations"]["wall_seconds"]
    result["documents"] = summary("full")["totals"]["documents_analyzed"]
    result["bytes"] = summary("full")["totals"]["bytes"]
    result["digest_after_the_last_night"] = summary("full")["corpus"]["digest"]
    result["runs"] = runs
    print(f"nothing changed {result['nothing_changed']['wall']:6.2f} s")
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
