#!/usr/bin/env python3
"""HiGHS on a generalized assignment instance as published: every job to one agent, within capacities, at least cost.

    highs_assignment_peer.py INSTANCE [--gap 0.0005] [--time-limit 60] [--threads 2]

Prints a JSON object: cost and lower bound, whether the gap was reached, seconds of solving.
"""
import argparse, json, pathlib, sys, time
import highspy
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Peers"))
from published_assignments import instance  # noqa: E402


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("instance")
    p.add_argument("--gap", type=float, default=5e-4)
    p.add_argument("--time-limit", type=float, default=60)
    p.add_argument("--threads", type=int, default=2)
    o = p.parse_args()
    cost, weight, capacity = (np.array(part) for part in instance(o.instance))
    agents, jobs = cost.shape
    highs = highspy.Highs()
    options = {"output_flag": False, "threads": o.threads, "time_limit": o.time_limit, "mip_rel_gap": o.gap}
    for name, value in options.items(): highs.setOptionValue(name, value)
    # Column agent * jobs + job; a row for every job, then one for every agent.
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = agents * jobs, jobs + agents
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost.ravel().astype(float), np.zeros(agents * jobs), np.ones(agents * jobs)
    lp.row_lower_ = np.concatenate([np.ones(jobs), np.full(agents, -highspy.kHighsInf)])
    lp.row_upper_ = np.concatenate([np.ones(jobs), capacity])
    lp.integrality_ = [highspy.HighsVarType.kInteger] * (agents * jobs)
    lp.a_matrix_.start_ = np.arange(0, 2 * agents * jobs + 1, 2)
    lp.a_matrix_.index_ = np.stack([np.tile(np.arange(jobs), agents), jobs + np.repeat(np.arange(agents), jobs)], 1).ravel()
    lp.a_matrix_.value_ = np.stack([np.ones(agents * jobs), weight.ravel()], 1).ravel()
    highs.passModel(lp)
    start = time.perf_counter()
    highs.run()
    info = highs.getInfo()
    is_done = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    found = info.objective_function_value if info.primal_solution_status == 2 else None
    print(json.dumps({"seconds": time.perf_counter() - start, "cost": found, "bound": info.mip_dual_bound, "mip_is_done": is_done}))


if __name__ == "__main__": main()
