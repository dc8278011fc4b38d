#!/usr/bin/env python3
"""A benchmark instance with every rule of the model switched on, and a plan that proves it feasible.

    python3.11 -m venv peers && peers/bin/pip install numpy
    peers/bin/python all_rules_brief.py INSTANCE OUTDIR [--without-links] [--objective gmv] [--seed 1]

INSTANCE is a folder of benchmark_instance.py (creators.csv, products.csv, brief.yaml, x.npy, y.npy), OUTDIR a new one
that gets the same files, with two formats, activation costs, slots, certification, employment, agencies, regions,
languages, commission, guarantees, uplinks, days, stock, margins and categories that products share, and a brief with
every rule; the instance's own product limits and spend per creator are kept. brief.yaml is written as JSON (which is
YAML). The rules are drawn so that a greedy plan without them breaks most; witness.csv holds a greedy plan that obeys
all, checked by casting_model.py. Some stock is below what the witness would sell, and the capacity little above it.
"""
import argparse, csv, json, pathlib, re, shutil, sys
import numpy as np
from casting_model import FORMATS, Campaign, number, read_rows


def write_table(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as f:
        w = csv.DictWriter(f, list(rows[0]), lineterminator="\r\n")
        w.writeheader(), w.writerows(rows)


def widen(creators, products, r):
    """The columns that the instance lacks."""
    n, m = len(creators), len(products)
    pick = lambda values, p=None: r.choice(values, n, p=p).tolist()
    views, fee = np.array([float(c["avg_views"]) for c in creators]), np.array([float(c["fee"]) for c in creators])
    has_video = r.random(n) < .85
    new = {"fee_live": fee.astype(int).tolist(), "views_live": views.astype(int).tolist(),
           "fee_video": [int(v) if h else "" for v, h in zip(np.round(fee * np.exp(.15 + .25 * r.standard_normal(n)), -2), has_video)],
           "views_video": (views * np.exp(.2 + .3 * r.standard_normal(n))).astype(int).tolist(),
           "activation_cost": [int(v) if h else "" for v, h in zip(np.round(fee * r.uniform(.02, .25, n), -2), r.random(n) < .7)],
           "slots": pick([1, 2, 3], [.5, .3, .2]), "certification": pick(["", "bronze", "silver", "gold"], [.6, .2, .12, .08]),
           "employment": pick(["external", "in_house", "trainee"], [.9, .07, .03]), "region": pick(["tokyo", "osaka", "aichi", "fukuoka", "hokkaido"], [.4, .2, .15, .15, .1]),
           "language": pick(["ja", "en"], [.95, .05]), "agency": pick(["", "Acme", "Blau", "Cielo", "Dora"], [.5, .05, .15, .15, .15]),
           "commission": [round(float(v), 3) if h else "" for v, h in zip(r.uniform(.01, .05, n), r.random(n) < .3)],
           "guarantee": [int(v) if h else "" for v, h in zip(np.round(fee * 1.1, -2), r.random(n) < .15)],
           "uplink_mbps": [round(float(v), 1) if h else "" for v, h in zip(r.uniform(5, 60, n), r.random(n) < .6)],
           "available_from": pick(["", "2026-11-15", "2026-12-25"], [.8, .17, .03]), "available_to": pick(["", "2027-01-31"], [.8, .2])}
    for k, row in enumerate(creators):
        del row["fee"], row["avg_views"]
        row.update({name: values[k] for name, values in new.items()})
    for j, row in enumerate(products):
        row.update(category=f"category {j % max(2, m * 2 // 5)}", margin=round(float(r.uniform(.4, .8)), 3), lifetime_orders=round(float(r.uniform(1, 3)), 2),
                   product_cost=int(r.integers(0, 6)) * 100, stock="", formats="live" if j % 7 == 6 else "", appeal_male=round(2 - number(row, "appeal_female", 1), 3))


class Builder:
    """A greedy plan within the rules, deal by deal."""

    def __init__(self, c, quotas=(), apart=(), left_out=()):
        self.c, self.keys, self.limit, self.banned = c, c.exclusions(), c.spend_limit(), c.banned()
        self.plan, self.taken, self.spend, self.deals, self.total = [], set(), {}, {}, 0.0
        self.casts, self.paid = np.zeros(len(c.products)), np.zeros(len(c.products))
        self.most = np.array([number(p, "max_creators", np.inf) for p in c.products])
        self.dearest = np.array([number(p, "max_spend", np.inf) for p in c.products])
        self.apart = {}
        for g in apart:
            for name in g: self.apart.setdefault(name, []).append(set(g) - {name})
        self.left_out, self.cast_names = set(left_out), set()
        # Upper limits on counts, creators and spend: deals that count, measure, limit, used, who.
        self.caps = [[c.match(q["where"]), k, q[k]["max"], 0, set()] for q in quotas for k in ("count", "creators", "spend") if "max" in q.get(k, {})]

    def add(self, d, budget):
        c = self.c
        i, j, cost = int(c.creator[d]), int(c.product[d]), float(c.cost[d])
        name, extra = c.creator_ids[i], cost + (0 if i in self.deals else c.activation[i])
        if self.banned[d] or name in self.left_out or self.total + extra > budget: return False
        if (i, self.keys[j]) in self.taken or self.deals.get(i, 0) >= c.slots[i]: return False
        if self.limit is not None and self.spend.get(i, 0) + cost > self.limit: return False
        if self.casts[j] >= self.most[j] or self.paid[j] + cost > self.dearest[j]: return False
        if any(g & self.cast_names for g in self.apart.get(name, [])): return False
        for inside, measure, most, used, who in self.caps:
            if inside[d] and {"count": used + 1, "creators": len(who | {i}), "spend": used + cost}[measure] > most: return False
        for cap in self.caps:
            if cap[0][d]:
                cap[3] += cost if cap[1] == "spend" else 1
                cap[4].add(i)
        self.plan.append(int(d)), self.taken.add((i, self.keys[j])), self.cast_names.add(name)
        self.deals[i], self.spend[i] = self.deals.get(i, 0) + 1, self.spend.get(i, 0) + cost
        self.casts[j] += 1
        self.paid[j] += cost
        self.total += extra
        return True

    def fill(self, order, budget, enough=lambda: False):
        misses = 0
        if enough(): return
        for d in order:
            if self.add(d, budget):
                misses = 0
                if enough() or self.total > .995 * budget: return
            else:
                misses += 1
                if misses > 20000: return

    def minimums(self, order, budget):
        for j, p in enumerate(self.c.products):
            self.fill(order[self.c.product[order] == j].tolist(), budget, lambda: self.casts[j] >= number(p, "min_creators", 0))


def measures(c, plan, selected):
    """count, creators, spend and spend_share in a plan of the deals that a filter selects."""
    plan = np.array(plan, int)
    inside = plan[selected[plan]]
    spend = float(c.cost[inside].sum())
    return {"count": len(inside), "creators": len(set(c.creator[inside].tolist())), "spend": spend, "spend_share": spend / float(c.cost[plan].sum())}


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("instance"), a.add_argument("out")
    a.add_argument("--without-links", action="store_true", help="no apart and together")
    a.add_argument("--objective", default="gmv", choices=["gmv", "profit", "ltv", "orders", "reach"])
    a.add_argument("--seed", type=int, default=1)
    o = a.parse_args()
    source, out, r = pathlib.Path(o.instance), pathlib.Path(o.out), np.random.default_rng(o.seed)
    out.mkdir(parents=True)
    for name in ("x.npy", "y.npy"): shutil.copy(source / name, out / name)
    creators, products = read_rows(source / "creators.csv"), read_rows(source / "products.csv")
    text = (source / "brief.yaml").read_text(encoding="utf-8")
    widen(creators, products, r)
    write_table(out / "creators.csv", creators), write_table(out / "products.csv", products)
    brief = {"campaign": "every rule", "objective": o.objective, "budget": int(re.search(r"^budget: (\d+)", text, re.M)[1]),
             "window": {"from": "2026-12-01", "to": "2026-12-20"}, "formats": ["live", "video"], "required_uplink_mbps": 10,
             "saturation": (re.search(r"^saturation: (\S+)", text, re.M) or [0, "random-duplication"])[1],
             "spend_per_creator": {"max_share_of_budget": .2}, "exclusive_categories": True, "certification_bonus": {"gold": .15, "silver": .08, "bronze": .03},
             "announcements": {"stages": [{"name": "teaser", "days_before": 7, "strength": .3}, {"name": "reminder", "days_before": 1, "strength": .3}, {"name": "last_call", "hours_before": 1, "strength": .4}], "lift": .3},
             "age_weight": {"age_20_29": 1.208, "age_30_39": 1.088}}
    save = lambda: (out / "brief.yaml").write_text(json.dumps(brief, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    save()
    c = Campaign(out)
    score = c.unit[c.product] * c.orders / (c.cost + c.activation[c.creator] / np.maximum(1, c.slots[c.creator]))
    order = np.argsort(-score, kind="stable")

    # A greedy plan that knows only the product limits: what the rules then change.
    free = Builder(c)
    free.minimums(order, c.budget), free.fill(order.tolist(), c.budget)
    liked = [c.creator_ids[c.creator[d]] for d in free.plan]
    liked = list(dict.fromkeys(liked))
    brief["ban"] = [liked[0], {"agency": "Acme"}, {"agency": "Dora", "format": "live"}]
    liked = [name for name in liked[1:] if read_agency(c, name) not in ("Acme", "Dora")]
    apart, together, left_out = [], [], []
    if not o.without_links and len(liked) >= 12:
        groups = max(2, len(liked) // 40)
        apart = [[liked[3 * g], liked[3 * g + 1]] for g in range(groups)]
        tail = [c.creator_ids[i] for i in dict.fromkeys(c.creator[order[:20 * len(free.plan)]].tolist())][-groups:]
        middle = [name for name in liked[3 * groups + 1:] if name not in tail][:groups]
        tail = [name for name in tail if name not in {x for g in apart for x in g}]
        together = [[x, y] for x, y in zip(middle, tail)]
        left_out = [name for g in together[1::2] for name in g]
        brief.update(apart=apart, together=together)
    many = lambda v, f: max(1, int(v * f))
    q = lambda where: measures(c, free.plan, c.match(where))
    mid = float(np.median(c.followers))
    wanted = [({"platform": "tiktok"}, "count", "max", many(q({"platform": "tiktok"})["count"], .7)),
              ({"format": "video"}, "count", "min", many(q({"format": "video"})["count"], .5)),
              ({}, "count", "max", many(len(free.plan), .95)),
              ({"certification": ["gold", "silver"]}, "creators", "min", many(q({"certification": ["gold", "silver"]})["creators"], 1.3)),
              ({"region": "tokyo"}, "creators", "max", many(q({"region": "tokyo"})["creators"], .85)),
              ({}, "creators", "min", many(q({})["creators"], .8)),
              ({"employment": ["in_house", "trainee"]}, "spend", "min", many(q({"employment": ["in_house", "trainee"]})["spend"], 1.1)),
              ({"agency": "Blau"}, "spend", "max", many(q({"agency": "Blau"})["spend"], .9)),
              ({"followers": {"max": 100000}}, "spend_share", "min", .3),
              ({"followers": {"max": int(mid)}, "platform": ["instagram", "youtube"]}, "spend_share", "min", round(q({"followers": {"max": int(mid)}, "platform": ["instagram", "youtube"]})["spend_share"] * 1.1, 3)),
              ({"product": "P000"}, "spend_share", "max", round(max(.02, q({"product": "P000"})["spend_share"]), 3))]
    brief["quotas"] = [{"where": w, k: {side: v}} for w, k, side, v in wanted]
    c.brief.update(brief)

    # The witness: together and locks first, then minimums of quotas and products, then the best of what is left.
    b = Builder(c, brief["quotas"], apart, left_out)
    room = c.budget * .98
    for group in together[0::2]:
        for name in group: b.fill(order[c.creator[order] == c.creator_ids.index(name)].tolist(), room, lambda: name in b.cast_names)
        # Other rules may keep one of the two out; a group that asks for the impossible is dropped.
        if not set(group) <= b.cast_names: brief["together"].remove(group)
    b.minimums(order, room)
    for w, k, side, v in wanted:
        if side != "min" or k == "spend_share" or not w: continue
        inside = c.match(w)
        b.fill(order[inside[order]].tolist(), room, lambda: measures(c, b.plan, inside)[k] >= v)
    for w, k, side, v in wanted:
        if side != "min" or k != "spend_share": continue
        inside = c.match(w)
        b.fill(order[inside[order]].tolist(), room, lambda: c.cost[[d for d in b.plan if inside[d]]].sum() >= v * room)
    b.fill(order.tolist(), room)
    loosened = []
    for rule, (w, k, side, v) in zip(brief["quotas"], wanted):
        used = measures(c, b.plan, c.match(w))[k]
        step = 1000 if k == "spend_share" else 1
        holds = (used >= v if side == "min" else used <= v)
        if not holds:
            rule[k][side] = (int(np.floor(used * step)) if side == "min" else int(np.ceil(used * step))) / step if step > 1 else int(np.floor(used) if side == "min" else np.ceil(used))
            loosened.append(f"{w} {k} {side} {v} to {rule[k][side]}")
    cast = list(dict.fromkeys(c.creator_ids[c.creator[d]] for d in b.plan))
    deal = b.plan[len(b.plan) // 2]
    grouped = {name for g in apart + together for name in g}
    calm = [name for name in cast if name not in grouped and name != c.creator_ids[c.creator[deal]]]
    brief["lock"] = [calm[len(calm) // 3], calm[-1], {"creator": c.creator_ids[c.creator[deal]], "product": c.product_ids[c.product[deal]]}]
    made = c.made(np.array(b.plan))
    if o.objective != "reach":
        for j in range(0, len(products), 2): products[j]["stock"] = max(1, int(made[j] * (.75 if j % 4 == 0 else 1.5)))
        sold = sum(min(made[j], number(p, "stock", np.inf)) for j, p in enumerate(products))
        brief["order_capacity"] = max(1, int(sold * 1.1))
        write_table(out / "products.csv", products)
    save()

    c = Campaign(out)
    wrong = c.broken(b.plan)
    free_wrong = [w for w in c.broken(free.plan)]
    write_table(out / "witness.csv", [{"creator_id": c.creator_ids[c.creator[d]], "product_id": c.product_ids[c.product[d]], "format": FORMATS[c.format[d]], "cost": int(c.cost[d])} for d in b.plan])
    print(f"{len(creators)} creators, {len(products)} products, {len(c.cost)} deals on offer; witness: {len(b.plan)} deals with {len(cast)} creators, "
          f"spend {c.spend(b.plan):.0f} of {c.budget}, {o.objective} {c.value(b.plan):.0f}")
    for line in loosened: print("loosened for the witness:", line)
    print(f"a greedy plan without the rules breaks {len(free_wrong)} of them")
    for line in wrong: print("the witness breaks:", line)
    return 1 if wrong else 0


def read_agency(c, name): return c.creators[c.creator_ids.index(name)].get("agency") or ""


if __name__ == "__main__": sys.exit(main())
