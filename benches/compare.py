#!/usr/bin/env python3
"""How fast hoshitori is beside programs that everybody knows, as ratios within one run.

    python3 benches/compare.py --tools FOLDER [--runs 10] [--only start,list,...]

FOLDER holds `ttyperf.py` (starts programs in a real terminal and measures them; needs `pip install pyte`), `base/` (the
least that a questionnaire with the same library can be), `dialog/` and `scenarios/`. Needs Linux, a C compiler and
`dialog`; what is compared with DuckDB needs `pip install duckdb`, else it is skipped and said to be.

Prints each ratio beside its goal and exits with 1 if one is beyond it. Absolute times mean nothing on a shared machine.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PROGRAM = PROJECT / "target/release/hoshitori"
GENERATOR = PROJECT / "target/release/examples/generate"

READER = r"""
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>
/* Reads every file of a folder whole, and says how many bytes that were. */
int main(int count, char **arguments) {
    static char buffer[1 << 20];
    long bytes = 0;
    DIR *folder = opendir(arguments[1]);
    if (count < 2 || !folder || chdir(arguments[1])) return 1;
    for (struct dirent *entry; (entry = readdir(folder));) {
        int file = open(entry->d_name, O_RDONLY);
        for (ssize_t got; file >= 0 && (got = read(file, buffer, sizeof buffer)) > 0;) bytes += got;
        if (file >= 0) close(file);
    }
    printf("%ld\n", bytes);
    return 0;
}
"""

# What a program has as its largest memory includes that of whoever started it, so somebody small must.
LAUNCHER = r"""
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
/* Runs a program, and says its largest memory in KiB. */
int main(int count, char **arguments) {
    int status;
    struct rusage usage;
    if (count < 2) return 2;
    if (!fork()) {
        execv(arguments[1], arguments + 1);
        _exit(127);
    }
    wait4(-1, &status, 0, &usage);
    fprintf(stderr, "%ld\n", usage.ru_maxrss);
    return status != 0;
}
"""

DUCKDB = """
import duckdb, sys
con = duckdb.connect()
con.execute(f"create view lines as select * from read_json_auto('{sys.argv[1]}', format='newline_delimited')")
con.execute("create table done as select * from lines where status = 'complete'")
part = lambda name: f"avg({name}), median({name}), quantile_cont({name}, 0.25), quantile_cont({name}, 0.75), min({name}), max({name})"
print(con.execute("select count(*), " + ", ".join(map(part, ["points", "basic", "employee", "organization_points"])) + " from done").fetchall())
print(con.execute("select band, count(*) from done group by band").fetchall())
for number in range(1, 26):
    con.execute(f"select q{number}, count(*) from done group by q{number}").fetchall()
for by in ["industry", "region"]:
    con.execute(f"select {by}, count(*), avg(points) from done group by {by} having count(*) >= 5").fetchall()
con.execute("select case when employees <= 5 then 1 when employees <= 20 then 2 when employees <= 100 then 3 when employees <= 300 then 4 else 5 end c, count(*), avg(points) from done group by c").fetchall()
"""


class Table:
    """The ratios as they come, beside their goals."""

    def __init__(self):
        self.beyond = 0

    def row(self, what, ratio, goal, against):
        verdict = "" if ratio <= goal else "  <- beyond the goal"
        self.beyond += ratio > goal
        print(f"{what:<58} {ratio:>8.2f}  goal {goal:>6.2f} x {against}{verdict}", flush=True)


def run(command, **options):
    """Wall time in seconds."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, **options)
    if process.wait() != 0:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - begun


def peak(launcher, command, environment):
    """The largest memory in KiB of a program."""
    done = subprocess.run([launcher, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, env=environment)
    return int(done.stderr)


def pair(own, other, runs, environment):
    """The median of own/other over interleaved rounds."""
    ratios = []
    run(own, env=environment), run(other, env=environment)
    for _ in range(runs):
        time_other = run(other, env=environment)
        ratios.append(run(own, env=environment) / time_other)
    return statistics.median(ratios)


def scenario(work, tools, name, command, steps, environment, first, before=()):
    """Writes a scenario for ttyperf."""
    path = work / f"{name}.json"
    path.write_text(json.dumps({
        "name": name, "command": [str(part) for part in command], "env": environment, "before": list(before),
        "first": first, "steps": steps,
    }))
    return path


def terminal(tools, scenarios, runs, work, idle):
    """Medians of the ratios that ttyperf measures, by scenario and metric, against the first scenario."""
    out = work / "ttyperf.json"
    command = [sys.executable, tools / "ttyperf.py", "run", *scenarios, "--runs", str(runs), "--out", out]
    subprocess.run([*map(str, command), "--idle", str(idle)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return json.loads(out.read_text())


def median(result, name, metric):
    scenarios = result["scenarios"]
    one = scenarios[name] if isinstance(scenarios, dict) else next(s for s in scenarios if s["name"] == name)
    value = one["metrics"][metric]
    return value["median"] if isinstance(value, dict) else value


def walk(table, tools, work, runs):
    """Thirty answers in a terminal, beside the two yardsticks."""
    home = work / "walk"
    environment = {"HOSHITORI_DATA_DIR": str(home), "HOSHITORI_CONFIG_DIR": str(work / "none")}
    down_enter = [{"keys": "<Down>", "expect": "▸ 2", "label": "down"}]
    steps = [
        {"idle": 5},
        {"repeat": {"var": "i", "from": 1, "to": 4}, "steps": [{"keys": "1", "expect": "{i+1}/5", "label": "digit"}]},
        {"keys": "1", "expect": "一つ星を宣言する準備", "label": "star"},
        {"keys": "<Enter>", "expect": "1/25", "label": "on"},
        {"repeat": {"var": "i", "from": 1, "to": 24},
         "steps": [*down_enter, {"keys": "<Enter>", "expect": "{i+1}/25", "label": "enter"}]},
        *down_enter,
        {"keys": "<Enter>", "expect": "自社診断の結果", "label": "summary"},
        {"keys": "q", "exit": True, "label": "close"},
    ]
    command = [PROGRAM, "start", "--org", "試験商店", "--lang", "ja"]
    own = scenario(work, tools, "hoshitori", command, steps, environment, "1/5", [f"rm -rf {home}; mkdir -p {home}"])
    yardsticks = [tools / "scenarios/base.json", tools / "scenarios/dialog.json"]
    result = terminal(tools, [yardsticks[0], own, yardsticks[1]], runs, work, 5)
    own = lambda metric: median(result, "hoshitori", metric)
    for name in ["base", "dialog"]:
        of = lambda metric: median(result, name, metric)
        goals = {"base": (1.2, 1.2, 1.5, 1.5, 2, 2), "dialog": (0.4, None, 0.2, 0.4, None, 0.25)}[name]
        key = "key[down].expect_ms" if name == "base" else "key[*].expect_ms"
        enter = "key[enter].expect_ms" if name == "base" else "key[*].expect_ms"
        sent = lambda source: source("key[down].bytes") + source("key[enter].bytes") if name == "base" else 2 * source("key[*].bytes")
        rows = [
            ("start until the first question", own("first_screen_ms") / of("first_screen_ms")),
            ("arrow key until the screen", own("key[down].expect_ms") / of(key)),
            ("Enter until the next question", own("key[enter].expect_ms") / of(enter)),
            ("bytes for an answered question", (own("key[down].bytes") + own("key[enter].bytes")) / sent(of)),
            ("memory of the whole walk", own("rss_kb") / of("rss_kb")),
            ("processor time of the whole walk", own("cpu_ms") / of("cpu_ms")),
        ]
        for (what, ratio), goal in zip(rows, goals):
            if goal is not None:
                table.row(what, ratio, goal, name)
    for metric in ["idle.cpu_ms_per_s", "idle.wakeups_per_s", "idle.bytes"]:
        table.row(metric.replace("_per_s", " a second"), own(metric), 0, "nothing")


def lists(table, tools, work, runs, reader, many, few, environment):
    ratio = pair([PROGRAM, "list"], [reader, many / "assessments"], runs, environment(many))
    table.row("list over 10,000 files", ratio, 2, "reading them all in C")
    long = pair([PROGRAM, "--data-dir", many, "list"], [PROGRAM, "--data-dir", few, "list"], runs, environment(many))
    table.row("list, ten times the files", long, 11, "a tenth")
    # The saved list on screen: its first page, and a key that searches.
    data = {"HOSHITORI_DATA_DIR": str(many), "HOSHITORI_CONFIG_DIR": str(work / "none")}
    steps = [
        {"sleep": 0.5},
        {"keys": "<Home><Down><Down><Enter>", "expect": {"change": True}, "label": "open"},
        {"sleep": 0.3},
        {"keys": "9", "expect": {"change": True}, "label": "search"},
        {"keys": "<C-c>", "exit": True, "label": "close"},
    ]
    own = scenario(work, tools, "hoshitori", [PROGRAM, "--lang", "en"], steps, data, "10000")
    result = terminal(tools, [tools / "scenarios/base.json", own], runs, work, 0)
    list_time = statistics.median(run([PROGRAM, "list"], env=environment(many)) for _ in range(runs))
    table.row("first page of the saved list", median(result, "hoshitori", "first_screen_ms") / 1000 / list_time, 1.2, "list")
    ratio = median(result, "hoshitori", "key[search].expect_ms") / median(result, "base", "key[down].expect_ms")
    table.row("a key that searches 10,000", ratio, 2, "a key of base")


def aggregates(table, work, runs, reader, many, few, environment):
    nothing = environment(work / "nothing")
    ratio = pair([PROGRAM, "aggregate", "--json", many / "assessments"], [reader, many / "assessments"], runs, nothing)
    table.row("aggregate over 10,000 TOML files", ratio, 5, "reading them all in C")
    own = lambda path: [PROGRAM, "aggregate", "--json", path]
    ratio = pair(own(many / "assessments"), own(few / "assessments"), runs, nothing)
    table.row("aggregate over TOML, ten times the files", ratio, 11, "a tenth")
    lines = {}
    for count in [10_000, 100_000, 1_000_000]:
        lines[count] = work / f"{count}.jsonl"
        with open(lines[count], "wb") as out:
            subprocess.run([GENERATOR, str(count), "1"], stdout=out, check=True)
    script = work / "figures.py"
    script.write_text(DUCKDB)
    has_duckdb = subprocess.run([sys.executable, "-c", "import duckdb"], stderr=subprocess.DEVNULL).returncode == 0
    for count in [10_000, 1_000_000]:
        other = [sys.executable, script, lines[count]] if has_duckdb else [reader, work]
        ratio = pair(own(lines[count]), other, runs if count < 1_000_000 else 3, nothing)
        if has_duckdb:
            table.row(f"aggregate over {count:,} JSON lines", ratio, 0.5, "DuckDB, its start included")
        else:
            print("skipped: no duckdb for this Python")
    memory = lambda path: peak(reader.with_name("peak"), own(path), nothing)
    ratio = memory(lines[1_000_000]) / memory(lines[10_000])
    table.row("memory of aggregate, a hundred times the lines", ratio, 1.2, "a hundredth")
    ratio = memory(many / "assessments") / memory(few / "assessments")
    table.row("memory of aggregate over TOML, ten times the files", ratio, 1.2, "a tenth")
    ratio = pair(own(lines[1_000_000]), own(lines[100_000]), 3, nothing)
    table.row("aggregate over JSON lines, ten times the lines", ratio, 11, "a tenth")


def sizes(table):
    table.row("size of the program, MiB", PROGRAM.stat().st_size / (1 << 20), 8, "1 MiB")
    tree = subprocess.run(
        ["cargo", "tree", "--edges", "normal", "--prefix", "none", "--no-dedupe", "--format", "{p}"],
        cwd=PROJECT, check=True, capture_output=True, text=True,
    )
    crates = {line.replace(" (proc-macro)", "") for line in tree.stdout.splitlines() if line} - {""}
    table.row("crates in the tree", len(crates), 160, "1")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tools", type=Path, required=True, help="folder with ttyperf.py, base, dialog, scenarios")
    parser.add_argument("--runs", type=int, default=10, help="interleaved rounds of each comparison")
    parser.add_argument("--only", default="walk,list,aggregate,size", help="parts of the table")
    arguments = parser.parse_args()
    parts = arguments.only.split(",")
    subprocess.run(["cargo", "build", "--release", "--locked", "--bins", "--examples"], cwd=PROJECT, check=True)
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        # Built beside the tools' sources, not in them.
        tools = work / "tools"
        shutil.copytree(arguments.tools, tools, ignore=shutil.ignore_patterns("target"))
        reader = work / "reader"
        for source, name in [(READER, "reader"), (LAUNCHER, "peak")]:
            subprocess.run(["cc", "-O2", "-x", "c", "-o", work / name, "-"], input=source, text=True, check=True)
        environment = lambda data: {**os.environ, "HOSHITORI_DATA_DIR": str(data), "HOSHITORI_CONFIG_DIR": str(work / "none")}
        if "walk" in parts or "list" in parts:
            subprocess.run(["cargo", "build", "--release"], cwd=tools / "base", check=True)
        if "walk" in parts:
            walk(table, tools, work, arguments.runs)
        if "list" in parts or "aggregate" in parts:
            many, few = work / "many", work / "few"
            for data, count in [(many, 10_000), (few, 1_000)]:
                (data / "assessments").mkdir(parents=True)
                subprocess.run([GENERATOR, "--toml", data / "assessments", str(count), "1"], check=True)
        if "list" in parts:
            lists(table, tools, work, arguments.runs, reader, many, few, environment)
        if "aggregate" in parts:
            aggregates(table, work, arguments.runs, reader, many, few, environment)
        if "size" in parts:
            sizes(table)
    print(f"{table.beyond} beyond the goal" if table.beyond else "all within the goals")
    sys.exit(1 if table.beyond else 0)


if __name__ == "__main__":
    main()
