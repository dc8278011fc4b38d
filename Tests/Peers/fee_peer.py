#!/usr/bin/env python3
"""Does a deal leave the plan above its break-even fee, and does a creator enter below hers?

    python3.11 -m venv peers && peers/bin/pip install numpy
    peers/bin/python fee_peer.py --castplan PATH [--count 30] [--seed 1] [--trials 6] [--time-limit 20] [--work DIR]
        [--without-links] [--verbose]

Small random campaigns (8 to 30 creators, 2 to 4 products, every rule, three saturation curves) are planned with
--gap 0. Then one fee in the roster is set to 1.01 times the break-even fee of a cast deal, or 0.99 times that of a
creator left out, and the campaign is planned again: the deal should be gone, the creator in. Where she is not, the
first plan must have announced it: `fee_basis` of the deal or the creator is "not solved" or "locked", or
the reason says "whole deals". A fee that is already on the wrong side of its break-even fee is an exception without a
trial; a creator who is banned or not available is none. Plans that are not proven in time are passed over and counted. Exit code 1 if an exception was not announced.
"""
import argparse, collections, csv, json, pathlib, shutil, subprocess, sys, tempfile
import numpy as np
from casting_model import number, read_rows
from random_campaigns import Maker, write_table


def plan(program, folder, roster, time_limit, threads):
    """plan.json of a proven plan, or what happened instead."""
    out = folder / "plan"
    shutil.rmtree(out, ignore_errors=True)
    command = [program, "optimize", "--roster", roster, "--products", folder / "products.csv", "--brief", folder / "brief.yaml",
               "--gap", 0, "--time-limit", time_limit, "--threads", threads, "--quiet", "--format", "csv", "--out", out]
    if (folder / "x.npy").exists(): command += ["--creator-embeddings", folder / "x.npy", "--product-embeddings", folder / "y.npy"]
    run = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if run.returncode not in (0, 1, 3): return f"failed: {run.stderr.strip()[:200]}"
    if run.returncode: return "no plan" if run.returncode == 1 else "not proven"
    return json.loads((out / "plan.json").read_text(encoding="utf-8"))


def announced(row):
    return row.get("fee_basis") in ("not solved", "locked")


# Reasons that no fee changes; creators with one are counted where they have a break-even fee all the same.
BARRED = ("banned", "not available", "does not offer")


def trials(answer, roster, forms, count, r, barred):
    """(side, row of plan.json, creator, column, new fee or None) for some deals and creators of a plan."""
    found = {"deal": [], "left out": []}
    fees = {row["creator_id"]: row for row in roster}
    for d in answer["deals"]:
        column, limit = "fee_" + d["format"], d["break_even_fee"]
        if limit is None: continue
        new = max(limit * 1.01, limit + 2)
        found["deal"].append((d, column, new, new <= number(fees[d["creator_id"]], column)))
    for d in answer["left_out"]:
        form, limit = d.get("format") or (forms[0] if len(forms) == 1 else None), d["break_even_fee"]
        if limit is None or form is None: continue
        if d["reason"].startswith(BARRED):
            barred.append(d)
            continue
        new, now = min(limit * .99, limit - 2), number(fees[d["creator_id"]], "fee_" + form)
        if new >= 0 and now == now: found["left out"].append((d, "fee_" + form, new, new >= now))
    for side, rows in found.items():
        for k in r.permutation(len(rows))[:(count + 1) // 2 if side == "deal" else count // 2]:
            d, column, new, passed = rows[k]
            yield side, d, column, None if passed else round(new, 2)


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("--castplan", required=True)
    a.add_argument("--count", type=int, default=30, help="campaigns")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--trials", type=int, default=6, help="most trials per campaign")
    a.add_argument("--time-limit", type=float, default=20)
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--work", help="folder for the campaigns with an exception that was not announced")
    a.add_argument("--without-links", action="store_true", help="no apart and together")
    a.add_argument("--verbose", action="store_true", help="a line for every exception")
    o = a.parse_args()
    work = pathlib.Path(o.work or tempfile.mkdtemp(prefix="castplan-fees-"))
    tally, plans, failed = {"deal": collections.Counter(), "left out": collections.Counter()}, collections.Counter(), 0
    for seed in range(o.seed, o.seed + o.count):
        folder = work / f"campaign-{seed}"
        shutil.rmtree(folder, ignore_errors=True)
        r = np.random.default_rng([seed, 1])
        made = Maker(seed, folder, family="vectors" if r.random() < .5 else "model", deals=(1, 10 ** 6), creators=(8, 31), products=(2, 4), links=not o.without_links,
                     curves=("none", "random-duplication", "random-duplication", "logarithmic"), formats=1 if r.random() < .6 else 2).make()
        first = plan(o.castplan, folder, folder / "creators.csv", o.time_limit, o.threads)
        if isinstance(first, str):
            plans[first.split(":")[0]] += 1
            if first.startswith("failed"):
                failed += 1
                print(f"seed {seed} {folder}: {first}", flush=True)
            else: shutil.rmtree(folder)
            continue
        plans["proven"] += 1
        roster, silent, barred = read_rows(folder / "creators.csv"), False, []
        for side, row, column, fee in trials(first, roster, made.forms, o.trials, r, barred):
            count, who = tally[side], row["creator_id"]
            if fee is not None:
                changed = [dict(c, **{column: fee}) if c["creator_id"] == who else c for c in roster]
                write_table(folder / "changed.csv", changed)
                second = plan(o.castplan, folder, folder / "changed.csv", o.time_limit, o.threads)
                if isinstance(second, str) and second.startswith("failed"):
                    failed, silent = failed + 1, True
                    print(f"seed {seed} {folder}: {second}", flush=True)
                    continue
                if second == "not proven":
                    count["not proven"] += 1
                    continue
                deals = [] if isinstance(second, str) else second["deals"]
                if side == "deal": kept = any((d["creator_id"], d["product_id"], d["format"]) == (who, row["product_id"], row["format"]) for d in deals)
                else: kept = not any(d["creator_id"] == who for d in deals)
                if second == "no plan": kept = False
            count["trials"] += 1
            if fee is not None and not kept:
                count["as said"] += 1
                continue
            count["exceptions"] += 1
            if fee is None: count["without a trial"] += 1
            told = announced(row)
            count["announced" if told else "unannounced"] += 1
            silent |= not told
            if o.verbose or not told:
                print(f"seed {seed} {made.brief['objective']} {made.brief['saturation']} {side} {who} {row.get('product_id') or row.get('best_product')} {column}: break-even {row['break_even_fee']:.2f}, "
                      f"{'already past it' if fee is None else f'set to {fee}'} {'(announced)' if told else ''} [{row.get('fee_basis') or row['reason']}]", flush=True)
        tally["left out"]["barred with a fee"] += len(barred)
        if not silent: shutil.rmtree(folder)
    print("plans:", ", ".join(f"{k} {v}" for k, v in plans.items()))
    for side, count in tally.items():
        print(f"{side:9}" + ", ".join(f"{k} {count[k]}" for k in ("trials", "as said", "exceptions", "announced", "unannounced", "without a trial", "not proven", "barred with a fee") if k in count or k in ("trials", "as said", "exceptions", "announced", "unannounced")))
    return 1 if failed or any(c["unannounced"] for c in tally.values()) else 0


if __name__ == "__main__": sys.exit(main())
