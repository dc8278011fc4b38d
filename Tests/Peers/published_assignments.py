#!/usr/bin/env python3
"""castplan on published generalized assignment instances, against the best costs known.

    python3.11 published_assignments.py --castplan PATH --instances FOLDER --converter gap_to_castplan.py
        [--gap 0.0001] [--time-limit 60] [--threads 1] [--only TEXT] [--work DIR]

Needs no packages. FOLDER holds best_known.csv (instance, sense, best_known, status) and the instances it names; the
converter turns one into castplan's files. Cost = jobs x (largest cost + 1) - value. Every plan is checked against the
original instance: each job done once, capacities kept, costs added up, plan.csv and plan.json alike. Errors, with exit
code 1: a lower bound above the best known cost; a cost below a proven optimum; a plan that is none; exit code 0 with a
gap above the one asked for; no plan although the instance has one. `below` is how far the bound lies below the best.
"""
import argparse, contextlib, csv, importlib.util, io, json, pathlib, shutil, subprocess, sys, tempfile, time


def load(path):
    spec = importlib.util.spec_from_file_location("converter", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def instance(path):
    """Costs and weights by agent and job, capacities; read here, not by the converter."""
    numbers = iter(map(int, pathlib.Path(path).read_text().split()))
    agents, jobs = next(numbers), next(numbers)
    table = lambda: [[next(numbers) for _ in range(jobs)] for _ in range(agents)]
    return table(), table(), [next(numbers) for _ in range(agents)]


def check(deals, cost, weight, capacity):
    """(cost, faults) of an assignment given as (job, agent, cost in the plan)."""
    faults, load_, total = [], [0] * len(capacity), 0
    done = sorted(j for j, _, _ in deals)
    if done != list(range(len(cost[0]))): faults.append("not every job exactly once")
    for j, a, paid in deals:
        load_[a] += weight[a][j]
        total += cost[a][j]
        if paid != weight[a][j]: faults.append(f"weight of job {j} by agent {a} is {paid}")
    faults += [f"agent {a} carries {l} of {c}" for a, (l, c) in enumerate(zip(load_, capacity)) if l > c]
    return total, faults


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("--castplan", "--instances", "--converter"): p.add_argument(name, required=True)
    p.add_argument("--gap", type=float, default=.0001)
    p.add_argument("--time-limit", type=float, default=60)
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--only", default="", help="instances whose name contains this text")
    p.add_argument("--work", help="folder to keep the inputs and plans in")
    o = p.parse_args()
    converter, root = load(o.converter), pathlib.Path(o.instances)
    work = pathlib.Path(o.work or tempfile.mkdtemp(prefix="castplan-gap-"))
    with open(root / "best_known.csv", newline="") as f: known = [r for r in csv.DictReader(f) if o.only in r["instance"]]
    print(f"{'instance':24}{'best':>8}{'cost':>8}{'above':>9}{'bound':>11}{'below':>9}{'nodes':>8}{'seconds':>9}  result")
    errors, proven, best_found, above = 0, 0, 0, []
    for row in known:
        name, best, is_proven = row["instance"], int(row["best_known"]), row["status"] == "proven optimum"
        folder = work / name.replace("/", "-")
        shutil.rmtree(folder, ignore_errors=True)
        with contextlib.redirect_stdout(io.StringIO()): converter.main(root / name, folder)
        cost, weight, capacity = instance(root / name)
        offset = len(cost[0]) * (max(map(max, cost)) + 1)
        command = [o.castplan, "optimize", "--roster", folder / "creators.csv", "--products", folder / "products.csv", "--deals", folder / "deals.csv",
                   "--brief", folder / "brief.yaml", "--gap", o.gap, "--time-limit", o.time_limit, "--threads", o.threads, "--quiet", "--format", "csv", "--out", folder / "plan"]
        start = time.monotonic()
        run = subprocess.run(list(map(str, command)), capture_output=True, text=True)
        seconds = time.monotonic() - start
        wrong = []
        if not (folder / "plan" / "plan.json").exists():
            wrong = [] if run.returncode == 3 else [f"exit code {run.returncode}: {run.stderr.strip()[:200]}"]
            print(f"{name:24}{best:8}{'':53}{seconds:9.1f}  {'ERROR ' + wrong[0] if wrong else 'no plan in time'}", flush=True)
            errors += bool(wrong)
            continue
        plan = json.loads((folder / "plan" / "plan.json").read_text(encoding="utf-8"))
        deals = [(int(d["creator_id"][1:]), int(d["product_id"][1:]), d["cost"]) for d in plan["deals"]]
        with open(folder / "plan" / "plan.csv", encoding="utf-8-sig", newline="") as f:
            listed = [(int(d["creator_id"][1:]), int(d["product_id"][1:]), float(d["cost"])) for d in csv.DictReader(f)]
        if sorted(deals) != sorted(listed): wrong.append("plan.csv and plan.json differ")
        found, faults = check(deals, cost, weight, capacity)
        wrong += faults
        bound = offset - plan["bound"]
        if abs(offset - plan["value"] - found) > 1e-6 * offset: wrong.append(f"value {plan['value']} means a cost of {offset - plan['value']}, the assignment costs {found}")
        if bound > best + 1e-7 * offset: wrong.append(f"bound {bound} above the best known {best}")
        if offset - plan["price_bound"] > best + 1e-7 * offset: wrong.append("price_bound above the best known")
        if found < best and is_proven: wrong.append(f"cost {found} below the proven optimum {best}")
        if run.returncode not in (0, 3): wrong.append(f"exit code {run.returncode}")
        if run.returncode == 0 and offset - found < (offset - bound) - o.gap * abs(offset - bound) - 1e-6: wrong.append("exit code 0 with a larger gap")
        result = "ERROR " + "; ".join(wrong[:3]) if wrong else "proven" if run.returncode == 0 else "stopped"
        if found < best and not wrong: result += ", below best known"
        errors, proven, best_found = errors + bool(wrong), proven + (run.returncode == 0), best_found + (found <= best)
        above.append(100 * (found - best) / best)
        print(f"{name:24}{best:8}{found:8}{above[-1]:8.3f}%{bound:11.2f}{100 * (best - bound) / best:8.3f}%{plan['nodes']:8}{seconds:9.1f}  {result}", flush=True)
    if above: print(f"{len(known)} instances: best cost found in {best_found}, proven to {o.gap} in {proven}, on average {sum(above) / len(above):.4f} % above the best, at most {max(above):.3f} %; {errors} errors")
    return 1 if errors else 0


if __name__ == "__main__": sys.exit(main())
