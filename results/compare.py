#!/usr/bin/env python3
"""Times `docaudit audit CORPUS` against another command, whole processes in turn, and prints ratios.

    results/compare.py [--runs N] [--warmup N] [--engine java] [--json FILE] CORPUS -- COMMAND [ARG ...]

Runs docaudit, the command, docaudit, ... so that both meet the same minutes of a shared machine.
Compare the ratios, not the seconds. Fails where either command fails (docaudit's exit code 1 means
findings), or where docaudit audited no document.
"""
import argparse
import json
import os
import pathlib
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parent.parent


def timed(command, allowed):
    """Wall and CPU seconds of a command with all its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code.returncode not in allowed:
        sys.exit(f"{command[0]} ended with {code.returncode}: {code.stderr[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": round(wall, 3), "cpu": round(cpu, 3)}


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    peer = sys.argv[split + 1:]
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("corpus")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--warmup", type=int, default=1)
    parser.add_argument("--engine", default="java")
    parser.add_argument("--json")
    arguments = parser.parse_args(sys.argv[1:split])
    if not peer or arguments.runs < 1:
        sys.exit(__doc__)

    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "report")
        own = [str(HOME / "docaudit"), "audit", arguments.corpus, "--output", output,
               "--engine", arguments.engine, "--quiet"]
        runs = []
        for run in range(arguments.warmup + arguments.runs):
            pair = {"docaudit": timed(own, (0, 1)), "peer": timed(peer, (0, 1, 2))}
            pair["ratio"] = round(pair["docaudit"]["wall"] / pair["peer"]["wall"], 3)
            if run >= arguments.warmup:
                runs.append(pair)
                print(f"docaudit {pair['docaudit']['wall']:7.2f} s   peer {pair['peer']['wall']:7.2f} s"
                      f"   ratio {pair['ratio']:.2f}", flush=True)
        summary = json.loads(pathlib.Path(output, "summary.json").read_text())

    documents = summary["totals"]["documents_analyzed"]
    if not documents:
        sys.exit("docaudit audited no document: nothing was compared")
    ratio = statistics.median(pair["ratio"] for pair in runs)
    result = {
        "peer": os.path.basename(peer[0]) + " " + " ".join(os.path.basename(p) for p in peer[1:]),
        "documents": documents,
        "bytes": summary["totals"]["bytes"],
        "engine": summary["engine"]["documents"],
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Java {summary['versions']['java']}",
        "median_ratio": ratio,
        "runs": runs,
        "durations_of_last_run": summary["durations"],
    }
    print(f"median ratio docaudit / peer: {ratio:.2f} over {len(runs)} pairs, {documents} documents")
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(result, indent=2) + "\n")


if __name__ == "__main__":
    main()
