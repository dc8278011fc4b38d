#!/usr/bin/env python3
"""Kills `castplan score` (SIGKILL) at random moments while it writes SQLite, and starts it again.

    python3 kill_score.py --castplan PATH [--kills 50] [--creators 100000] [--products 10] [--seed 1]

Needs no packages. The same command is run undisturbed into one file, and into another with a kill at a moment drawn
from the seed, again and again until so many kills have hit; when a run ends before it is killed, the file is compared
and begun anew. Exit code 1 when a file that was finished differs from the undisturbed one in a row or in their order.
"""
import argparse, pathlib, random, signal, sqlite3, subprocess, sys, tempfile, time


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--castplan", required=True)
    for name, value in (("kills", 50), ("creators", 100_000), ("products", 10), ("seed", 1)): p.add_argument(f"--{name}", type=int, default=value)
    o = p.parse_args()
    r = random.Random(o.seed)
    castplan = pathlib.Path(o.castplan).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([castplan, "generate", "--creators", str(o.creators), "--products", str(o.products), "--out", ".", "--force", "--quiet"], cwd=folder, check=True)
        command = [castplan, "score", "--roster", "creators.csv", "--products", "products.csv", "--all", "--quiet", "--out"]
        rows = lambda name: sqlite3.connect(folder / name).execute("SELECT * FROM scores ORDER BY rowid").fetchall()
        start = time.monotonic()
        subprocess.run(command + ["whole.sqlite"], cwd=folder, check=True)
        longest = time.monotonic() - start
        wanted = rows("whole.sqlite")
        kills, finished, gone_on, faults = 0, 0, 0, 0
        while kills < o.kills or finished == 0:
            run = subprocess.Popen(command + ["killed.sqlite"], cwd=folder)
            moment = r.uniform(0, longest) if kills < o.kills else 1e9
            try:
                status = run.wait(moment)
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL), run.wait()
                kills += 1
                try:
                    gone_on += sqlite3.connect(folder / "killed.sqlite").execute("SELECT CAST(value AS INTEGER) > 0 FROM run_state WHERE name = 'creators'").fetchone() == (1,)
                except sqlite3.Error: pass
                continue
            finished += 1
            if status != 0 or rows("killed.sqlite") != wanted:
                faults += 1
                print(f"after {kills} kills: exit code {status}, or other rows")
            for path in folder.glob("killed.sqlite*"): path.unlink()
        print(f"seed {o.seed}: {kills} kills within {longest:.1f} s, {gone_on} of them with rows to go on from; {finished} files finished, {len(wanted)} rows each; {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__": main()
