#!/usr/bin/env python3
"""HiGHS on a benchmark instance: the bound of the linear relaxation, then a plan by branch and cut.

    highs_peer.py FOLDER [--whole] [--gap 0.0001] [--time-limit 60] [--threads 2] [--plan plan.json]

Tangents are added until the relaxation lies within 1e-7 of the curves (see casting_program.py). With --whole, deals become
whole and HiGHS searches; its plan is worth what the curves say, by casting_model.py. With --plan, castplan's plan is worked out
by that model too. Prints a JSON object; seconds are those of solving, without reading and formulating.
"""
import argparse, json, time
import highspy
import numpy as np
from casting_program import Program, campaign, judged


class Solver:
    def __init__(self, program, threads):
        self.program, self.rows = program, 0
        self.highs = highspy.Highs()
        for name, value in {"output_flag": False, "threads": threads}.items(): self.highs.setOptionValue(name, value)
        count = len(program.value)
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_, lp.sense_ = count, 0, highspy.ObjSense.kMaximize
        lp.col_cost_, lp.col_lower_, lp.col_upper_ = program.value / program.scale, np.zeros(count), program.most
        lp.a_matrix_.start_, lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = np.zeros(count + 1, int), count, 0
        self.highs.passModel(lp)

    def run(self):
        """Takes the rows that are new, solves; the value of the optimum."""
        p, first = self.program, self.rows
        self.rows = len(p.low)
        if self.rows > first:
            columns, weights = p.matrix(first)[1:]
            starts = np.append(0, np.cumsum([len(k) for k in p.rows[1][first:]]))[:-1]
            self.highs.addRows(self.rows - first, np.array(p.low[first:], float), np.array(p.high[first:], float), len(columns),
                               starts.astype(np.int32), columns.astype(np.int32), weights.astype(float))
        self.highs.run()
        self.status = self.highs.getModelStatus()
        return self.highs.getInfo().objective_function_value * p.scale

    def answer(self): return np.array(self.highs.getSolution().col_value)


def relax(solver):
    """The linear bound, and the rounds of tangents that it took."""
    for rounds in range(1, 60):
        bound = solver.run()
        assert solver.status == highspy.HighsModelStatus.kOptimal, solver.status
        if solver.program.refine(solver.answer()) <= 1e-7: break
    return bound, rounds


def branch(solver, gap, time_limit):
    program, highs = solver.program, solver.highs
    whole = np.arange(program.deals, dtype=np.int32)
    highs.changeColsIntegrality(len(whole), whole, np.array([highspy.HighsVarType.kInteger] * len(whole)))
    for name, value in {"mip_rel_gap": float(gap), "time_limit": highs.getRunTime() + float(time_limit)}.items(): highs.setOptionValue(name, value)
    solver.run()
    info = highs.getInfo()
    found = {"mip_bound": info.mip_dual_bound * program.scale, "mip_nodes": info.mip_node_count, "mip_is_done": solver.status == highspy.HighsModelStatus.kOptimal}
    if info.primal_solution_status == 2:
        deals = np.flatnonzero(solver.answer()[:program.deals] > .5)
        found |= {"mip_value": program.c.value(deals), "mip_breaks": program.c.broken(deals)}
    return found


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("folder")
    a.add_argument("--whole", action="store_true")
    a.add_argument("--gap", type=float, default=1e-4)
    a.add_argument("--time-limit", type=float, default=60)
    a.add_argument("--threads", type=int, default=2)
    a.add_argument("--plan")
    o = a.parse_args()
    c = campaign(o.folder)
    start = time.perf_counter()
    program = Program(c)
    solver = Solver(program, o.threads)
    ready = time.perf_counter()
    bound, rounds = relax(solver)
    found = {"lp_bound": bound, "lp_rounds": rounds, "lp_seconds": time.perf_counter() - ready, "formulate_seconds": ready - start}
    if o.whole: found |= branch(solver, o.gap, o.time_limit)
    found["seconds"] = time.perf_counter() - ready
    if o.plan: found |= judged(c, o.plan)
    print(json.dumps(found))


if __name__ == "__main__": main()
