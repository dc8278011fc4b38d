#!/usr/bin/env python3
"""Reading a roster of a million rows and 20 columns against pandas, in the same run: same rows and sums, seconds side by side.

    python3.11 -m venv peers && peers/bin/pip install numpy pandas
    peers/bin/python reading_peer.py --bench PATH [--rows 1000000] [--threads 2] [--rounds 5] [--seed 1] [--ratio 1.0]

The table is synthetic: ids, names and bios in Japanese, categories, numbers, days; about 171 bytes a row. castplan checks every
cell against its column's rule and looks for ids that come twice; pandas.read_csv guesses the types of columns. Each round
runs each program once, in a process of its own, files in memory; the ratio is of the medians. Exit code 1: other rows or sums,
a ratio above --ratio, or more memory than the mapped file, one and a half times the columns kept, and 64 MiB.
"""
import argparse, json, pathlib, statistics, subprocess, sys, tempfile
import numpy as np
import pandas as pd

PEER = r"""
import json, re, sys, time
import pandas as pd
start = time.perf_counter()
t = pd.read_csv(sys.argv[1])
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read()).group(1)) << 10
print(json.dumps(dict(seconds=seconds, rows=len(t), followers=float(t.followers.sum()), fees=float(t.fee.sum()), platforms=int(t.platform.nunique()),
                      bio_bytes=int(t.bio.str.encode("utf-8").str.len().sum()), peak_bytes=peak)))
"""


def table(r, rows):
    pick = lambda words: np.array(words, dtype=object)[r.integers(0, len(words), rows)]
    return pd.DataFrame({
        "creator_id": [f"C{i:07d}" for i in range(rows)], "name": pick(["あおい", "みお", "りん", "ゆい", "Sora"]) + pick(["@配信中", "の部屋", " / 毎日更新", ""]),
        "platform": pick(["tiktok", "youtube", "instagram", "x", "live_app"]), "region": pick(["東京都", "大阪府", "福岡県", "北海道"]),
        "language": pick(["ja", "ja", "en"]), "agency": pick([f"合成事務所{i}" for i in range(40)]), "employment": pick(["external", "in_house", "trainee"]),
        "niche": pick(["美容;スキンケア", "料理", "ゲーム", "旅行;カフェ"]), "bio": pick(["毎週金曜の夜に配信", "レビューと比較", "新作を最速で"]) + pick(["、お仕事はDMまで", ""]),
        "followers": r.integers(1_000, 500_000, rows), "avg_views": r.integers(50, 90_000, rows), "engagement_rate": r.uniform(.001, .09, rows).round(4),
        "posts_sampled": r.integers(3, 90, rows), "reply_rate": r.uniform(0, .6, rows).round(3), "authentic_share": r.uniform(.5, 1, rows).round(3),
        "fee": r.integers(3, 900, rows) * 1_000, "commission": r.uniform(0, .2, rows).round(2), "slots": r.integers(1, 4, rows),
        "uplink_mbps": r.uniform(3, 300, rows).round(1), "available_from": pick(["2026-12-01", "2026-12-05", "2026-11-20"]),
    })


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--bench", required=True, help="the program reading-bench")
    for name, value in (("rows", 1_000_000), ("threads", 2), ("rounds", 5), ("seed", 1)): p.add_argument(f"--{name}", type=int, default=value)
    p.add_argument("--ratio", type=float, default=1.0)
    o = p.parse_args()
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        path, peer = pathlib.Path(folder, "roster.csv"), pathlib.Path(folder, "peer.py")
        made = table(np.random.default_rng(o.seed), o.rows)
        made.to_csv(path, index=False)
        # Texts keep their bytes and where they end, numbers eight bytes, codes four, days sixteen; ids a hash and a line beside.
        texts = ("creator_id", "name", "niche", "bio")
        kept = sum(int(made[c].str.encode("utf-8").str.len().sum()) for c in texts) + o.rows * (8 * len(texts) + 8 * 9 + 4 * 5 + 16 + 12)
        peer.write_text(PEER)
        size = path.stat().st_size
        for _ in range(o.rounds):
            ours.append(json.loads(subprocess.run([o.bench, path, "--threads", str(o.threads)], capture_output=True, text=True, check=True).stdout))
            theirs.append(json.loads(subprocess.run([sys.executable, peer, path], capture_output=True, text=True, check=True).stdout))
    keys = ("rows", "followers", "fees", "platforms", "bio_bytes")
    same = all(a[k] == b[k] for a, b in zip(ours, theirs) for k in keys)
    ratio = statistics.median(a["seconds"] for a in ours) / statistics.median(b["seconds"] for b in theirs)
    peak, limit = max(a["peak_bytes"] for a in ours), size + 1.5 * kept + (64 << 20)
    listed = lambda runs: ", ".join(f"{run['seconds']:.2f}" for run in runs)
    print(f"seed {o.seed}, {o.rows} rows x 20 columns, {size / 1e6:.0f} MB, {o.threads} threads")
    print(f"seconds: castplan {listed(ours)}; pandas {pd.__version__} {listed(theirs)}; {ratio:.2f} of its time")
    print(f"memory: castplan {peak / 1e6:.0f} MB, the mapped file included (at most {limit / 1e6:.0f}); pandas {max(b['peak_bytes'] for b in theirs) / 1e6:.0f} MB")
    print("same rows and sums" if same else f"other rows or sums: {[{k: a[k] for k in keys} for a in (ours[0], theirs[0])]}")
    sys.exit(0 if same and ratio <= o.ratio and peak <= limit else 1)


if __name__ == "__main__": main()
