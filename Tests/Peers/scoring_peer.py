#!/usr/bin/env python3
"""The core of scoring against faiss IndexFlatIP, in the same run: same best creators, seconds side by side.

    python3.11 -m venv peers && peers/bin/pip install numpy faiss-cpu
    peers/bin/python scoring_peer.py --bench PATH [--creators 1000000] [--products 200] [--dimensions 64] [--top 100]
        [--threads 2] [--rounds 3] [--seed 1]

Random unit vectors. The sets of each product's best creators must be the same but for ties: whoever is in one set alone
must have the cosine of the last place, to 1e-6. Both programs run in turn, in rounds; the ratio is of the medians.
Exit code 1: different sets, or less than --ratio times as fast.
"""
import argparse, json, pathlib, statistics, subprocess, sys, tempfile, time
import faiss
import numpy as np


def unit(r, count, width):
    a = r.standard_normal((count, width), dtype=np.float32)
    return a / np.linalg.norm(a, axis=1, keepdims=True)


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--bench", required=True, help="the program scoring-bench")
    for name, value in (("creators", 1_000_000), ("products", 200), ("dimensions", 64), ("top", 100), ("threads", 2), ("rounds", 3), ("seed", 1)):
        p.add_argument(f"--{name}", type=int, default=value)
    p.add_argument("--ratio", type=float, default=4)
    o = p.parse_args()
    r = np.random.default_rng(o.seed)
    x, q = unit(r, o.creators, o.dimensions), unit(r, o.products, o.dimensions)
    faiss.omp_set_num_threads(o.threads)
    index = faiss.IndexFlatIP(o.dimensions)
    index.add(x)
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        a, b = pathlib.Path(folder, "x.npy"), pathlib.Path(folder, "y.npy")
        np.save(a, x), np.save(b, q)
        for _ in range(o.rounds):
            done = subprocess.run([o.bench, "--creators", a, "--products", b, "--top", str(o.top), "--threads", str(o.threads), "--runs", "1"], capture_output=True, text=True, check=True)
            result = json.loads(done.stdout)
            ours += result["seconds"]
            start = time.perf_counter()
            found = index.search(q, o.top)[1]
            theirs.append(time.perf_counter() - start)
    different = 0
    for product, (mine, other) in enumerate(zip(result["top"], found)):
        mine, other = set(mine), set(other.tolist())
        cosine = lambda rows: x[list(rows)].astype(float) @ q[product].astype(float)
        last = min(cosine(mine & other)) if mine & other else np.inf
        if len(mine) != len(other) or any(abs(c - last) > 1e-6 for c in cosine(mine ^ other)): different += 1
    ratio = statistics.median(theirs) / statistics.median(ours)
    print(f"seed {o.seed}, {o.creators} creators x {o.products} products, {o.dimensions} dimensions, top {o.top}, {o.threads} threads")
    print(f"seconds: castplan {', '.join(f'{s:.2f}' for s in ours)}; faiss {faiss.__version__} {', '.join(f'{s:.2f}' for s in theirs)}; {ratio:.1f} times as fast")
    print(f"{different} products with different sets")
    sys.exit(1 if different or ratio < o.ratio else 0)


if __name__ == "__main__": main()
