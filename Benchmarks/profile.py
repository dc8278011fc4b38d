#!/usr/bin/env python3
"""How many campaigns are proved after how many seconds: a performance profile.

    profile.py CASTPLAN [--only NAME,...] [--limit SECONDS] [--seeds N] [--list]

Campaigns are those of `castplan generate`, with each of its briefs, and of instances.py: 300 to 200,000 creators, 5 to 3,000
deals, with rules and without, saturating and linear. Each is planned once to 0.1 %; a campaign counts as proved after
the seconds that solving took. Writes PROFILE.md (a table) and profile.svg (the shares over time) beside this script, and
profile.json with every run. A run that ends with a gap before its limit, a value above its bound, or a bound above the
bound of its prices is named, and the exit code is 1.

Needs the Python of `make benchmarks`, for instances.py.
"""
import argparse, json, math, pathlib, shutil, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "driver"))
import machine
from context import HOME, INSTANCES, OUTPUTS, THREADS, Instance
from measure import measured

WORK = INSTANCES / "profile"
TIMES = (1, 2, 5, 10, 20, 60)
GAP = 0.001
# creators, products, deals of the budget
GENERATED = [(300, 8, 5), (300, 8, 25), (2_000, 10, 10), (2_000, 10, 150), (20_000, 20, 50), (20_000, 20, 600)]
LARGE = [(200_000, 30, 3_000)]
MADE = [(200, 5, 30, ()), (2_000, 10, 150, ()), (2_000, 10, 150, ("--linear",)), (2_000, 10, 10, ()),
        (2_000, 10, 150, ("--no-rules",)), (20_000, 20, 800, ())]


class Generated:
    """A campaign of `castplan generate` with one of its briefs."""

    def __init__(self, castplan, creators, products, deals, seed, brief):
        self.castplan, self.brief = castplan, brief
        self.arguments = {"creators": creators, "products": products, "deals-budget": deals, "seed": seed}
        self.folder = WORK / f"generate-{creators}x{products}-{deals}-{seed}"
        self.name = f"{self.folder.name}-{brief}"

    def prepare(self):
        """Writes the files unless they are there, whole or not at all."""
        if self.folder.exists(): return
        half = self.folder.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        options = [part for name, value in self.arguments.items() for part in (f"--{name}", str(value))]
        subprocess.run([self.castplan, "generate", *options, "--out", half], check=True, capture_output=True)
        half.rename(self.folder)

    def inputs(self):
        names = {"roster": "creators.csv", "products": "products.csv", "brief": f"brief-{self.brief}.yaml"}
        return [part for option, name in names.items() for part in (f"--{option}", self.folder / name)]


def campaigns(castplan, seeds):
    """Kind and campaign of everything that is run; files are made when a campaign is prepared."""
    for creators, products, deals in GENERATED + LARGE:
        for seed in range(1, (1 if creators > 100_000 else seeds) + 1):
            for brief in ("gmv", "ltv", "orders", "profit", "reach"):
                yield f"generate {creators:,} × {products}, {deals:,} deals", Generated(castplan, creators, products, deals, seed, brief)
    for creators, products, deals, flags in MADE:
        kind = f"instances.py {creators:,} × {products}, {deals:,} deals" + "".join(f", {f.strip('-')}" for f in flags)
        for seed in range(1, seeds + 1): yield kind, Instance(creators, products, deals, seed, flags)


def planned(castplan, campaign, limit):
    command = [castplan, "optimize", *campaign.inputs(), "--gap", GAP, "--time-limit", limit, "--threads", THREADS, "--format", "json", "--quiet"]
    run = measured(command, OUTPUTS / f"profile-{campaign.name}.out", {"LC_ALL": "C.UTF-8"})
    if run.code not in (0, 3): return {"name": campaign.name, "failed": run.complaint(), "seconds": run.seconds}
    plan = json.loads(run.out.read_text(encoding="utf-8"))
    return {"name": campaign.name, "seconds": run.seconds, **{k: plan[k] for k in ("value", "bound", "gap", "price_bound", "nodes", "status")},
            "solve_s": plan["timings"]["solve_s"], "deals": len(plan["deals"])}


def faults(run, limit):
    if "failed" in run:
        yield run["failed"]
        return
    if run["gap"] > GAP and run["solve_s"] < limit - 0.5: yield f"ended after {run['solve_s']:.1f} of {limit:g} s with a gap of {100 * run['gap']:.2f} %"
    if run["value"] > run["bound"] * (1 + 1e-9): yield f"value {run['value']} above the bound {run['bound']}"
    if run["bound"] > run["price_bound"] * (1 + 1e-9): yield "the bound is above that of the prices"


def share(runs, seconds):
    return sum("failed" not in r and r["gap"] <= GAP and r["solve_s"] <= seconds for r in runs) / max(1, len(runs))


def table(runs, limit, facts):
    kinds = list(dict.fromkeys(r["kind"] for r in runs))
    lines = ["# Performance profile", "", "Written by `Benchmarks/profile.py`, whose text says what is run. Shares of campaigns that are proved to 0.1 % "
             f"after so many seconds of solving, of at most {limit:g}; the worst gap where a limit came first; whole commands by the median of what they take beyond solving.", "",
             f"- {facts}", "", "| campaigns | | " + " | ".join(f"{t} s" for t in TIMES) + " | worst gap | beyond solving |", "|---|---|" + "---|" * (len(TIMES) + 2)]
    for kind in kinds + ["all"]:
        of = [r for r in runs if kind in (r["kind"], "all")]
        done = [r for r in of if "failed" not in r]
        beyond = sorted(r["seconds"] - r["solve_s"] for r in done)
        worst = max((r["gap"] for r in done), default=0)
        lines.append(f"| {kind} | {len(of)} | " + " | ".join(f"{100 * share(of, t):.0f} %" for t in TIMES)
                     + f" | {100 * worst:.3f} % | {beyond[len(beyond) // 2] if beyond else 0:.1f} s |")
    named = [f"- `{r['name']}`: {fault}" for r in runs for fault in faults(r, limit)]
    return "\n".join(lines + ["", "Faults: " + ("none." if not named else ""), *named]) + "\n"


def plot(runs, limit):
    """Share proved over seconds, on a logarithmic axis."""
    width, height, left, bottom = 640, 320, 56, 40
    low, high = 0.05, limit
    x = lambda s: left + (width - left - 16) * math.log(max(s, low) / low) / math.log(high / low)
    y = lambda p: 16 + (height - bottom - 16) * (1 - p)
    times = sorted(r["solve_s"] for r in runs if "failed" not in r and r["gap"] <= GAP)
    points, count = [(low, 0)], 0
    for t in times:
        points += [(t, count / len(runs))]
        count += 1
        points += [(t, count / len(runs))]
    points.append((high, count / len(runs)))
    marks = [f'<text x="{x(t):.1f}" y="{height - 16}" text-anchor="middle">{t:g} s</text><line x1="{x(t):.1f}" x2="{x(t):.1f}" y1="16" y2="{height - bottom}" class="grid"/>' for t in (0.1, 0.3, 1, 3, 10, 30) if t < high]
    marks += [f'<text x="{left - 8}" y="{y(p) + 4:.1f}" text-anchor="end">{100 * p:.0f} %</text><line x1="{left}" x2="{width - 16}" y1="{y(p):.1f}" y2="{y(p):.1f}" class="grid"/>' for p in (0, .25, .5, .75, .9, 1)]
    line = " ".join(f"{x(s):.1f},{y(p):.1f}" for s, p in points)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"><title>Share of {len(runs)} campaigns proved to 0.1 %, by seconds of solving</title>'
            '<style>text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd}polyline{fill:none;stroke:#0b6;stroke-width:2}</style>'
            f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(marks)}<polyline points="{line}"/></svg>\n')


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("castplan")
    p.add_argument("--only", default="", help="beginnings of names, commas between")
    p.add_argument("--limit", type=float, default=60)
    p.add_argument("--seeds", type=int, default=6)
    p.add_argument("--out", type=pathlib.Path, default=HOME)
    p.add_argument("--list", action="store_true")
    o = p.parse_args()
    castplan = str(pathlib.Path(o.castplan).resolve())
    patterns = tuple(part for part in o.only.split(",") if part)
    chosen = [(kind, c) for kind, c in campaigns(castplan, o.seeds) if not patterns or c.name.startswith(patterns)]
    if o.list:
        for _, campaign in chosen: print(campaign.name)
        return 0
    runs = []
    for kind, campaign in chosen:
        campaign.prepare()
        run = planned(castplan, campaign, o.limit) | {"kind": kind}
        runs.append(run)
        told = run.get("failed") or f"{run['solve_s']:6.2f} s of {run['seconds']:6.2f}, gap {100 * run['gap']:.4f} %, {run['nodes']} nodes, {run['deals']} deals"
        print(f"{campaign.name:44}{told}", *faults(run, o.limit), sep="  ", flush=True)
    facts = machine.describe() | {"commit": machine.commit(), "date": machine.today()}
    o.out.mkdir(parents=True, exist_ok=True)
    (o.out / "profile.json").write_text(json.dumps({"facts": facts, "runs": runs}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (o.out / "PROFILE.md").write_text(table(runs, o.limit, f"{facts['date']}, commit {facts['commit']}: {facts['machine']}; {facts['system']}"), encoding="utf-8")
    (o.out / "profile.svg").write_text(plot(runs, o.limit), encoding="utf-8")
    return 1 if any(list(faults(r, o.limit)) for r in runs) else 0


if __name__ == "__main__": sys.exit(main())
