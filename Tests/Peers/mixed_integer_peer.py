#!/usr/bin/env python3
"""castplan against a mixed-integer solver: random campaigns with every rule, linear value, two programs, one answer.

    python3.11 -m venv peers && peers/bin/pip install highspy numpy
    peers/bin/python mixed_integer_peer.py --castplan PATH [--count 200] [--seed 1] [--gap 0.001] [--time-limit 20]
        [--work DIR] [--without-links] [--family values|reaches|model|vectors|mixed]
        [--deals 200 2000] [--keep] [--verbose]

For every campaign castplan's answer is compared with HiGHS's optimum of the same files, whose deals, costs and values
casting_model.py computes by its own formulas: both say that no plan exists, or castplan's plan obeys the rules, is worth
what it says, comes within the gap of the optimum when it claims so, and its bounds are not below the optimum.
One line per difference, with the seed (`--seed N --count 1` repeats it) and the folder, which is kept; a summary at the
end; exit code 1 on any difference. Without --work, a temporary folder is used.
"""
import argparse, collections, json, math, pathlib, shutil, subprocess, sys, tempfile, time
import highspy
import numpy as np
from casting_model import Campaign, number
from random_campaigns import FAMILIES, Maker


class Rows:
    """Columns and rows of a mixed-integer program, collected one by one."""

    def __init__(self):
        self.cost, self.low, self.high, self.whole = [], [], [], []
        self.start, self.index, self.weight, self.row_low, self.row_high = [0], [], [], [], []

    def column(self, cost=0.0, low=0.0, high=1.0, whole=True):
        self.cost.append(cost), self.low.append(low), self.high.append(high), self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, terms, low=-math.inf, high=math.inf, scale=1.0):
        merged = collections.defaultdict(float)
        for k, a in terms: merged[k] += a * scale
        self.index += merged.keys()
        self.weight += merged.values()
        self.start.append(len(self.index))
        self.row_low.append(low * scale), self.row_high.append(high * scale)


def formulate(c):
    """The program of (9)-(13) for a campaign; deals are the first columns. Returns it and the scale of its objective."""
    p, D = Rows(), len(c.cost)
    charged = c.objective in ("profit", "ltv")
    capped = [j for j in range(len(c.products)) if math.isfinite(c.stock[j])] if math.isinf(c.capacity) else range(len(c.products))
    capped = set(capped)
    gain = c.own + np.array([0.0 if j in capped else c.unit[j] for j in c.product]) * c.orders - (c.cost if charged else 0)
    banned = c.banned()
    for d in range(D): p.column(float(gain[d]), high=0.0 if banned[d] else 1.0)
    of = collections.defaultdict(list)
    for d in range(D): of[int(c.creator[d])].append(d)
    cast = {i: p.column(-float(c.activation[i]) if charged else 0.0) for i in of}
    money = 1000 / max(1.0, float(c.budget))
    ones = lambda deals: [(d, 1.0) for d in deals]
    costs = lambda deals: [(d, float(c.cost[d])) for d in deals]

    p.row(costs(range(D)) + [(z, float(c.activation[i])) for i, z in cast.items()], high=c.budget, scale=money)
    keys, limit = c.exclusions(), c.spend_limit()
    for i, deals in of.items():
        p.row(ones(deals) + [(cast[i], -float(c.slots[i]))], high=0)
        p.row(ones(deals) + [(cast[i], -1.0)], low=0)
        same = collections.defaultdict(list)
        for d in deals: same[keys[int(c.product[d])]].append(d)
        for group in same.values(): p.row(ones(group) + [(cast[i], -1.0)], high=0)
        if limit is not None: p.row(costs(deals), high=float(limit), scale=money)
    for j, r in enumerate(c.products):
        deals = np.flatnonzero(c.product == j).tolist()
        if not deals and number(r, "min_creators", 0) <= 0: continue
        low, high, most = number(r, "min_creators", 0), number(r, "max_creators", math.inf), number(r, "max_spend", math.inf)
        if low > 0 or high < math.inf: p.row(ones(deals), low=low, high=high)
        if most < math.inf: p.row(costs(deals), high=most, scale=money)
    for quota in c.brief.get("quotas", []):
        hit = c.match(quota["where"])
        inside = np.flatnonzero(hit).tolist()
        for measure, rule in quota.items():
            if measure == "where": continue
            low, high = rule.get("min", -math.inf), rule.get("max", math.inf)
            if measure == "count": p.row(ones(inside), low, high)
            elif measure == "spend": p.row(costs(inside), low, high, scale=money)
            elif measure == "creators": p.row([(z, 1.0) for z in touched(p, c, inside, of, cast)], low, high)
            else:
                for share, is_low in ((low, True), (high, False)):
                    if math.isinf(share): continue
                    terms = [(d, (float(hit[d]) - share) * float(c.cost[d])) for d in range(D)]
                    p.row(terms, low=0 if is_low else -math.inf, high=math.inf if is_low else 0, scale=money)
    row_of = {name: i for i, name in enumerate(c.creator_ids)}
    for lock in c.brief.get("lock", []):
        creator, product = (lock, None) if isinstance(lock, str) else (lock["creator"], lock.get("product"))
        p.row(ones(d for d in of[row_of[creator]] if product is None or c.product_ids[c.product[d]] == product), low=1)
    for group in c.brief.get("apart", []):
        p.row([(cast[row_of[g]], 1.0) for g in set(group) if row_of[g] in cast], high=1)
    for group in c.brief.get("together", []):
        members = [cast.get(row_of[g]) for g in group]
        for first, second in zip(members, members[1:] + members[:1]):
            # Somebody without deals is never cast; then nobody of the group is.
            p.row([(z, a) for z, a in ((first, 1.0), (second, -1.0)) if z is not None], low=0, high=0)
    sold = []
    for j in sorted(capped):
        orders = [(d, float(c.orders[d])) for d in np.flatnonzero(c.product == j).tolist() if c.orders[d] > 0]
        most = min(float(c.stock[j]), float(c.capacity), sum(a for _, a in orders))
        o = p.column(float(c.unit[j]), high=most, whole=False)
        size = 1000 / max(most, 1e-9)
        p.row(orders + [(o, -1.0)], low=0, scale=size)
        sold.append(o)
    if math.isfinite(c.capacity): p.row([(o, 1.0) for o in sold], high=c.capacity, scale=1000 / max(c.capacity, 1e-9))
    size = max([abs(v) * h for v, h in zip(p.cost, p.high)] + [1e-12])
    return p, 100 / size


def touched(p, c, inside, of, cast):
    """Columns that are 1 for every creator with a deal of a group, else 0."""
    groups, columns = collections.defaultdict(list), []
    for d in inside: groups[int(c.creator[d])].append(d)
    for i, deals in groups.items():
        if len(deals) == len(of[i]):
            columns.append(cast[i])
            continue
        w = p.column(whole=False)
        for d in deals: p.row([(w, 1.0), (d, -1.0)], low=0)
        p.row([(d, 1.0) for d in deals] + [(w, -1.0)], low=0)
        columns.append(w)
    return columns


def solve(c, time_limit):
    """(status, plan, bound): 'optimal', 'infeasible' or 'stopped'; a list of deals or None; no plan is worth more."""
    p, size = formulate(c)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(p.cost), len(p.row_low)
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = np.array(p.cost) * size, np.array(p.low), np.array(p.high)
    inf = highspy.kHighsInf
    lp.row_lower_ = np.clip(np.array(p.row_low, float), -inf, inf)
    lp.row_upper_ = np.clip(np.array(p.row_high, float), -inf, inf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_, lp.a_matrix_.index_, lp.a_matrix_.value_ = np.array(p.start), np.array(p.index), np.array(p.weight)
    lp.integrality_ = [highspy.HighsVarType.kInteger if w else highspy.HighsVarType.kContinuous for w in p.whole]
    lp.sense_ = highspy.ObjSense.kMaximize
    h = highspy.Highs()
    h.silent()
    for name, value in {"output_flag": False, "threads": 1, "time_limit": float(time_limit), "mip_rel_gap": 1e-9,
                        "mip_abs_gap": 1e-7, "mip_feasibility_tolerance": 1e-8, "primal_feasibility_tolerance": 1e-8}.items():
        h.setOptionValue(name, value)
    h.passModel(lp)
    h.run()
    status, info = h.getModelStatus(), h.getInfo()
    if status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible): return "infeasible", None, -math.inf
    plan = None
    if info.primal_solution_status == 2:
        x = np.array(h.getSolution().col_value[:len(c.cost)])
        plan = np.flatnonzero(x > .5).tolist()
    if status == highspy.HighsModelStatus.kOptimal and not any(p.whole): return "optimal", plan, info.objective_function_value / size
    return "optimal" if status == highspy.HighsModelStatus.kOptimal else "stopped", plan, info.mip_dual_bound / size


def run_castplan(program, folder, gap, time_limit, threads=1):
    command = [program, "optimize", "--roster", folder / "creators.csv", "--products", folder / "products.csv", "--brief", folder / "brief.yaml",
               "--gap", str(gap), "--time-limit", str(time_limit), "--threads", str(threads), "--format", "json", "--quiet"]
    if (folder / "deals.csv").exists(): command += ["--deals", folder / "deals.csv"]
    if (folder / "x.npy").exists(): command += ["--creator-embeddings", folder / "x.npy", "--product-embeddings", folder / "y.npy"]
    patience = 3 * time_limit + 60
    try:
        return subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding="utf-8", timeout=patience)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(command, -1, "", f"does not stop: killed after {patience:.0f} s")


def compare(c, answer, peer, gap):
    """(what happened, differences) of castplan's answer and HiGHS's."""
    status, plan, bound = peer
    wrong, best = [], -math.inf
    if plan is not None:
        rules = c.broken(plan)
        if rules: wrong.append(f"peer's own plan breaks: {rules[0]}")
        else: best = c.value(plan)
    if answer.returncode not in (0, 1, 3): return "failed", wrong + [f"exit code {answer.returncode}: {answer.stderr.strip()[:300]}"]
    if answer.returncode == 1:
        if best > -math.inf: wrong.append(f"castplan finds no plan, HiGHS has one worth {best:.6g}: {answer.stderr.strip()[:300]}")
        return ("no plan" if status == "infeasible" else "undecided"), wrong
    if not answer.stdout.strip(): return "no plan in time", wrong
    claim = json.loads(answer.stdout)
    value, upper = claim["value"], claim["bound"]
    size = max(abs(best) if best > -math.inf else 0, abs(value), abs(upper), 1e-9)
    near = 1e-7 * size
    deals = []
    for d in claim["deals"]:
        k = c.index.get((d["creator_id"], d["product_id"], d["format"]))
        if k is None:
            wrong.append(f"a deal that is not on offer: {d['creator_id']} {d['product_id']} {d['format']}")
            continue
        if d["cost"] != c.cost[k]: wrong.append(f"cost of {d['creator_id']} {d['product_id']} {d['format']}: {d['cost']}, here {c.cost[k]}")
        deals.append(k)
    if len(deals) == len(claim["deals"]):
        rules, own = c.broken(deals), c.value(deals)
        wrong += [f"plan breaks a rule: {r}" for r in rules]
        if abs(own - value) > near: wrong.append(f"value {value!r}, here {own!r}")
        if abs(c.spend(deals) - claim["spend"]) > 1e-6: wrong.append(f"spend {claim['spend']}, here {c.spend(deals)}")
        if status == "infeasible" and not rules: wrong.append("HiGHS finds no plan, and castplan's obeys the rules")
        if not rules and own > bound + near and status != "infeasible": wrong.append(f"plan worth {own!r}, above HiGHS's bound {bound!r}")
    for name in ("bound", "price_bound"):
        if claim[name] < max(best, value) - near: wrong.append(f"{name} {claim[name]!r} below a plan worth {max(best, value)!r}")
    if claim["price_bound"] < upper - near: wrong.append(f"price_bound {claim['price_bound']} below bound {upper}")
    stated = (upper - value) / abs(upper) if upper else (0 if value == 0 else math.inf)
    if abs(stated - claim["gap"]) > 1e-9: wrong.append(f"gap {claim['gap']}, by its definition {stated}")
    if answer.returncode == 0:
        if claim["gap"] > gap + 1e-9: wrong.append(f"exit code 0 with a gap of {claim['gap']}")
        if best > -math.inf and value < best - gap * max(abs(upper), abs(best)) - near: wrong.append(f"value {value!r} is not within {gap} of {best!r}")
    return ("proven" if answer.returncode == 0 else "stopped"), wrong


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("--castplan", required=True)
    a.add_argument("--count", type=int, default=200)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--gap", type=float, default=.001)
    a.add_argument("--time-limit", type=float, default=20, help="seconds per campaign, for each program")
    a.add_argument("--work", help="folder for the campaigns that are kept")
    a.add_argument("--without-links", action="store_true", help="no apart and together")
    a.add_argument("--family", choices=FAMILIES)
    a.add_argument("--deals", type=int, nargs=2, default=(200, 2000), metavar=("LEAST", "MOST"), help="deals per campaign")
    a.add_argument("--keep", action="store_true", help="keep every campaign's folder")
    a.add_argument("--verbose", action="store_true", help="a line for every campaign")
    o = a.parse_args()
    work = pathlib.Path(o.work or tempfile.mkdtemp(prefix="castplan-peer-"))
    table, used, differences = collections.defaultdict(collections.Counter), collections.Counter(), 0
    seconds, sizes, shortfalls = collections.defaultdict(list), [], []
    for seed in range(o.seed, o.seed + o.count):
        folder = work / f"campaign-{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        made = Maker(seed, folder, family=o.family, deals=tuple(o.deals), links=not o.without_links).make()
        c = Campaign(folder)
        t0 = time.monotonic()
        answer = run_castplan(o.castplan, folder, o.gap, o.time_limit)
        t1 = time.monotonic()
        peer = solve(c, o.time_limit)
        t2 = time.monotonic()
        what, wrong = compare(c, answer, peer, o.gap)
        (folder / "answer.json").write_text(answer.stdout), (folder / "answer.txt").write_text(answer.stderr)
        short = ""
        if what == "stopped" and peer[1] is not None:
            claim, best = json.loads(answer.stdout), c.value(peer[1])
            if best:
                shortfalls.append((100 * (best - claim["value"]) / abs(best), 100 * (claim["bound"] - best) / abs(best), seed))
                short = f", value {shortfalls[-1][0]:.3f} % below HiGHS's, bound {shortfalls[-1][1]:.3f} % above"
        family = table[made.family]
        family["campaigns"] += 1
        family[what] += 1
        family["HiGHS " + peer[0]] += 1
        seconds[made.family, "castplan"].append(t1 - t0), seconds[made.family, "HiGHS"].append(t2 - t1)
        sizes.append(len(c.cost))
        used.update(made.used)
        if o.verbose: print(f"seed {seed} {made.family} {c.objective} deals {len(c.cost)}: {what} {t1 - t0:.1f} s, HiGHS {peer[0]} {t2 - t1:.1f} s{short}", flush=True)
        if wrong:
            differences += 1
            family["different"] += 1
            print(f"seed {seed} {made.family} {c.objective} {folder}: {'; '.join(wrong[:4])}", flush=True)
        elif not o.keep: shutil.rmtree(folder)
    heads = ["campaigns", "proven", "stopped", "no plan", "no plan in time", "undecided", "failed", "HiGHS optimal", "HiGHS infeasible", "HiGHS stopped", "different"]
    print(f"seeds {o.seed} to {o.seed + o.count - 1}, gap {o.gap}, {min(sizes)} to {max(sizes)} deals")
    for name in sorted(table):
        print(f"{name:8}", ", ".join(f"{h} {table[name][h]}" for h in heads if table[name][h]),
              f"| seconds: castplan mean {np.mean(seconds[name, 'castplan']):.1f} most {max(seconds[name, 'castplan']):.1f}, HiGHS mean {np.mean(seconds[name, 'HiGHS']):.1f}")
    if shortfalls:
        print(f"stopped at the limit: value at most {max(s[0] for s in shortfalls):.3f} % below HiGHS's (seed {max(shortfalls)[2]}), "
              f"bound at most {max(s[1] for s in shortfalls):.3f} % above (seed {max(shortfalls, key=lambda s: s[1])[2]})")
    print("rules in", ", ".join(f"{rule} {k}" for rule, k in sorted(used.items())))
    print(f"{differences} differences in {o.count} campaigns")
    return 1 if differences else 0


if __name__ == "__main__": sys.exit(main())
