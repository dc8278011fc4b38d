#!/usr/bin/env python3
"""The rows of the best creators of every product by faiss IndexFlatIP.

    faiss_peer.py X.npy Y.npy [--top 100] [--threads 2]

Prints a JSON object: seconds of the search alone, and the rows, best first.
"""
import argparse, json, time
import faiss
import numpy as np


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("creators"), p.add_argument("products")
    p.add_argument("--top", type=int, default=100)
    p.add_argument("--threads", type=int, default=2)
    o = p.parse_args()
    faiss.omp_set_num_threads(o.threads)
    x, y = np.load(o.creators, mmap_mode="r"), np.load(o.products)
    index = faiss.IndexFlatIP(x.shape[1])
    index.add(np.ascontiguousarray(x))
    start = time.perf_counter()
    found = index.search(y, o.top)[1]
    print(json.dumps({"seconds": [time.perf_counter() - start], "top": found.tolist()}))


if __name__ == "__main__": main()
