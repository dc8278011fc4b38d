#!/usr/bin/env python3
"""scipy.optimize.milp on a benchmark instance: a plan and a bound by branch and cut on tangents of the curves.

    scipy_peer.py FOLDER [--gap 0.0001] [--time-limit 60]

The linear relaxation is solved first, by linprog, to know where tangents are needed (see casting_program.py). Prints a JSON
object; seconds are those of solving, without reading and formulating.
"""
import argparse, json, time
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack
from casting_program import Program, campaign


def matrix(program):
    rows, columns, weights = program.matrix()
    return csr_array((weights.astype(float), (rows.astype(int), columns.astype(int))), shape=(len(program.low), len(program.value)))


def relax(program):
    """Adds tangents by linprog until the relaxation lies on the curves; its bound."""
    most = [(0, h if np.isfinite(h) else None) for h in program.most]
    for _ in range(60):
        a, low, high = matrix(program), np.array(program.low, float), np.array(program.high, float)
        is_equal = low == high
        upper, lower = np.isfinite(high) & ~is_equal, np.isfinite(low) & ~is_equal
        found = linprog(-program.value / program.scale, A_ub=vstack([a[upper], -a[lower]]), b_ub=np.append(high[upper], -low[lower]),
                        A_eq=a[is_equal], b_eq=low[is_equal], bounds=most, method="highs")
        assert found.status == 0, found.message
        if program.refine(found.x) <= 1e-7: break
    return -found.fun * program.scale


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("folder")
    p.add_argument("--gap", type=float, default=1e-4)
    p.add_argument("--time-limit", type=float, default=60)
    o = p.parse_args()
    c = campaign(o.folder)
    program = Program(c)
    start = time.perf_counter()
    answer = {"lp_bound": relax(program)}
    whole = np.append(np.ones(program.deals), np.zeros(len(program.value) - program.deals))
    found = milp(-program.value / program.scale, integrality=whole, bounds=Bounds(0, program.most),
                 constraints=LinearConstraint(matrix(program), program.low, program.high), options={"mip_rel_gap": o.gap, "time_limit": o.time_limit})
    answer |= {"seconds": time.perf_counter() - start, "mip_is_done": found.status == 0}
    # Stopped early, it may have neither a bound nor a plan.
    if found.mip_dual_bound is not None: answer["mip_bound"] = -found.mip_dual_bound * program.scale
    if found.x is not None:
        deals = np.flatnonzero(found.x[:program.deals] > .5)
        answer |= {"mip_value": c.value(deals), "mip_breaks": c.broken(deals)}
    print(json.dumps(answer))


if __name__ == "__main__": main()
