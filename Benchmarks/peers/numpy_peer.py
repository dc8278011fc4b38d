#!/usr/bin/env python3
"""The rows of the best creators of every product by numpy: products of blocks of matrices, and argpartition.

    numpy_peer.py X.npy Y.npy [--top 100] [--threads 2]

Prints a JSON object: seconds without reading, and the rows, best first.
"""
import argparse, json, os, sys, time

p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
p.add_argument("creators"), p.add_argument("products")
p.add_argument("--top", type=int, default=100)
p.add_argument("--threads", type=int, default=2)
o = p.parse_args()
# BLAS reads it when it is loaded.
os.environ["OPENBLAS_NUM_THREADS"] = str(o.threads)
import numpy as np  # noqa: E402

ROWS = 65_536


def best(scores, rows, count):
    """The largest of each column: scores and rows, in no order."""
    if len(scores) <= count: return scores, rows
    chosen = np.argpartition(scores, len(scores) - count, axis=0)[-count:]
    return np.take_along_axis(scores, chosen, 0), np.take_along_axis(rows, chosen, 0)


def main():
    x, y = np.load(o.creators), np.load(o.products)
    start = time.perf_counter()
    scores, rows = np.zeros((0, len(y)), np.float32), np.zeros((0, len(y)), np.int64)
    for first in range(0, len(x), ROWS):
        block = x[first:first + ROWS] @ y.T
        found, where = best(block, np.broadcast_to(np.arange(first, first + len(block))[:, None], block.shape), o.top)
        scores, rows = best(np.concatenate([scores, found]), np.concatenate([rows, where]), o.top)
    order = np.argsort(-scores, axis=0, kind="stable")
    top = np.take_along_axis(rows, order, 0).T
    print(json.dumps({"seconds": [time.perf_counter() - start], "top": top.tolist()}))


if __name__ == "__main__": sys.exit(main())
