"""What-ifs on a campaign held in memory, beside the same scenarios solved from nothing."""
import csv
from context import THREADS
from optimizing import ROUNDING
from series import Side, median

GAP = 0.005


def ask(work, context, known):
    work.instance.prepare()
    ours, cold, rows = Side("castplan, warm"), Side("castplan from nothing"), []
    for _ in range(context.runs):
        run = context.run_program(work.id, "what-if-bench", *work.instance.inputs(), "--gap", GAP, "--threads", THREADS, "--runs", 1)
        context.check(run.code == 0, f"what-if-bench: {run.complaint()}")
        if run.code: break
        with open(run.out, encoding="utf-8", newline="") as file: rows = list(csv.DictReader(file))
        context.check(len(rows) == 6, f"{len(rows)} budgets answered")
        for row in rows: context.check(float(row["gap"]) <= GAP * (1 + ROUNDING), f"budget {row['budget']}: a gap of {row['gap']}")
        # A round stands for the usual question: the median over its budgets.
        ours.add(median([float(row["warm_s"]) for row in rows]), run.memory_mb)
        cold.add(median([float(row["cold_s"]) for row in rows]), run.memory_mb)
    cold.answer = "within each other's bounds" if rows else ""
    return {"castplan": ours.record(), "peers": [cold.record()], "more": [], "nodes": max((int(r["nodes"]) for r in rows), default=0),
            "gap": max((float(r["gap"]) for r in rows), default=None)}
