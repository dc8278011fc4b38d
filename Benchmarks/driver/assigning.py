"""castplan on published generalized assignment instances, beside HiGHS on the same."""
import csv, json, pathlib, sys
from context import HOME, OUTPUTS, THREADS, assignments_folder
from optimizing import read_plan
from series import Side

sys.path.insert(0, str(HOME.parent / "Tests" / "Peers"))
from published_assignments import check as faults_of, instance as read_instance  # noqa: E402

LIMIT, NEAR = 60, 5e-4


def convert(cost, weight, capacity, folder):
    """Jobs are creators, agents products, weights costs; all jobs must be done. A job is worth what it costs less than the
    dearest: value = jobs x (largest cost + 1) - cost. Returns that first term."""
    folder.mkdir(parents=True, exist_ok=True)
    jobs, dearest = len(cost[0]), max(map(max, cost)) + 1
    def table(name, header, rows):
        with open(folder / name, "w", newline="", encoding="utf-8") as file: csv.writer(file).writerows([header, *rows])
    table("creators.csv", ["creator_id", "followers", "fee"], ([f"J{j}", 10_000, 0] for j in range(jobs)))
    table("products.csv", ["product_id", "price", "max_spend"], ([f"A{a}", 1, most] for a, most in enumerate(capacity)))
    deals = ([f"J{j}", f"A{a}", weight[a][j], dearest - cost[a][j]] for j in range(jobs) for a in range(len(capacity)))
    table("deals.csv", ["creator_id", "product_id", "cost", "value"], deals)
    brief = f"objective: gmv\nbudget: {sum(capacity)}\nquotas:\n  - {{where: {{}}, count: {{min: {jobs}}}}}\n"
    (folder / "brief.yaml").write_text(brief, encoding="utf-8")
    return jobs * dearest


def assign(work, context, known):
    """All published instances of one type; seconds are sums over them, of runs that alternate."""
    root = assignments_folder()
    with open(root / "best_known.csv", newline="") as file:
        published = [row for row in csv.DictReader(file) if pathlib.Path(row["instance"]).name.startswith(work.letter)]
    context.check(bool(published), f"no instances of type {work.letter}")
    ours, peer, lines = Side("castplan"), Side("HiGHS"), []
    totals = [[0.0, 0.0, 0.0, 0.0] for _ in range(context.runs)]
    for row in published:
        for total in totals: lines.append(one(root / row["instance"], row, total, work, context))
    for own, own_memory, other, other_memory in totals:
        ours.add(own, own_memory), peer.add(other, other_memory)
    lines = [line for line in lines if line]
    if lines:
        peer.answer = f"cost at most {max(l[2] for l in lines):+.3f} %, bound at least {min(l[3] for l in lines):+.3f} %"
    return {"castplan": ours.record(), "peers": [peer.record()], "more": [], "instances": len(published),
            "above": max((l[0] for l in lines), default=None), "below": max((l[1] for l in lines), default=None)}


def one(path, row, total, work, context):
    """Plans one instance; percent above and below the best known, and HiGHS's cost and bound against the best known."""
    name, best, cost, weight, capacity = path.name, int(row["best_known"]), *read_instance(path)
    folder = OUTPUTS / "assignments" / name
    offset = convert(cost, weight, capacity, folder)
    # The gap is one of values: the one that leaves NEAR of the cost.
    gap = NEAR * best / (offset - best)
    files = [f"--{k}={folder / (k + '.csv')}" for k in ("products", "deals")]
    run = context.run(f"gap-{name}", [context.castplan, "optimize", f"--roster={folder / 'creators.csv'}", *files, f"--brief={folder / 'brief.yaml'}",
                                      "--gap", gap, "--time-limit", LIMIT, "--threads", THREADS, "--quiet", "--format", "json"])
    context.check(run.code in (0, 3), f"{name}: exit code {run.code}: {run.complaint()}")
    peer = context.run_peer(f"gap-{name}-HiGHS", "highs_assignment_peer.py", path, "--gap", NEAR, "--time-limit", LIMIT)
    context.check(peer.code == 0, f"{name}, HiGHS: {peer.complaint()}")
    if run.code not in (0, 3) or peer.code or not run.out.stat().st_size: return None
    plan, other = read_plan(run.out), peer.last_json()
    found, faults = faults_of(read_deals(run.out), cost, weight, capacity)
    bound = offset - plan["bound"]
    context.check(not faults, f"{name}: {faults[:1]}")
    context.check(abs(offset - plan["value"] - found) < 1e-6 * offset, f"{name}: the value is not that of the assignment")
    context.check(bound <= best + 1e-7 * offset, f"{name}: bound {bound} above the best known {best}")
    context.check(row["status"] != "proven optimum" or found >= best, f"{name}: cost {found} below the proven optimum {best}")
    context.check(found <= best * (1 + NEAR), f"{name}: cost {found}, best known {best}, more than {100 * NEAR:g} % above")
    context.check(bound >= best * (1 - NEAR), f"{name}: bound {bound:.2f}, best known {best}, more than {100 * NEAR:g} % below")
    context.check(other["bound"] <= found + 1e-6 * found, f"{name}: HiGHS's bound {other['bound']} above castplan's cost {found}")
    context.check(other["cost"] is None or other["cost"] >= bound - 1e-6 * best, f"{name}: HiGHS's cost {other['cost']} below castplan's bound {bound}")
    total[0] += plan["solve_s"]
    total[1] = max(total[1], run.memory_mb)
    total[2] += other["seconds"]
    total[3] = max(total[3], peer.memory_mb)
    percent = lambda amount: 100 * (amount / best - 1)
    return percent(found), -percent(bound), percent(other["cost"] or float("inf")), percent(other["bound"])


def read_deals(path):
    plan = json.loads(path.read_text(encoding="utf-8"))
    return [(int(d["creator_id"][1:]), int(d["product_id"][1:]), d["cost"]) for d in plan["deals"]]
