"""Random campaigns for the peers: every rule of the model in random combination, most of them with a plan.

The rules are drawn around a random plan that obeys them (the witness), so that they bind without clashing; a share
of the campaigns then gets one rule that takes no notice of the witness, so that some have no plan at all.
"""
import csv, json, pathlib
import numpy as np
from casting_model import AGES, FORMATS, Campaign

FAMILIES = ["values", "reaches", "model", "vectors", "mixed"]
LEVELS = {"platform": ["instagram", "tiktok", "youtube", "live_app"], "region": ["tokyo", "osaka", "fukuoka", ""],
          "language": ["ja", "en", "ko"], "agency": ["Acme", "Blau", "Cielo", "Dora", "", ""],
          "employment": ["external", "external", "in_house", "trainee", ""], "certification": ["", "", "bronze", "silver", "gold"]}


def write_table(path, rows):
    names = list(rows[0])
    with open(path, "w", encoding="utf-8", newline="") as f:
        w = csv.DictWriter(f, names)
        w.writeheader(), w.writerows(rows)


class Maker:
    def __init__(self, seed, folder, family=None, deals=(200, 2000), creators=None, products=(2, 12), links=True, curves=("none",), formats=None):
        self.rng, self.folder = np.random.default_rng(seed), pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.links, self.limits, self.used = links, deals, set()
        r = self.rng
        self.family = family or str(r.choice(FAMILIES, p=[.3, .25, .15, .15, .15]))
        self.brief = {"objective": str(r.choice(["gmv", "profit", "ltv", "orders", "reach"])), "saturation": str(r.choice(curves))}
        self.m = int(r.integers(products[0], products[1] + 1))
        self.forms = sorted(r.choice(FORMATS, formats or int(r.choice([1, 1, 2, 2, 3])), replace=False).tolist(), key=FORMATS.index)
        self.density = float(r.choice([.25, .6, 1])) if self.family in ("values", "reaches") else 1.0
        goal = np.exp(r.uniform(np.log(deals[0] * 1.3), np.log(deals[1] * .8)))
        offered = .9 if len(self.forms) > 1 else 1
        self.n = int(r.integers(*creators)) if creators else max(4, int(goal / (self.m * len(self.forms) * self.density * offered)))

    def chance(self, share): return bool(self.rng.random() < share)

    def on(self, rule, share):
        """Whether a rule is drawn; noted, for the summary."""
        if self.chance(share):
            self.used.add(rule)
            return True
        return False

    # Tables

    def make(self):
        self.brief["budget"] = 10 ** 12
        start, used = dict(self.brief), set(self.used)
        while True:
            for old in self.folder.iterdir(): old.unlink()
            self.brief, self.used = dict(start), set(used)
            self.tables()
            self.save()
            campaign = Campaign(self.folder)
            if len(campaign.cost) < self.limits[0]: self.n = self.n * 5 // 4 + 1
            elif len(campaign.cost) > self.limits[1]: self.n = self.n * 3 // 4
            else: break
        self.scale(campaign)
        self.rules(campaign)
        self.save()
        return self

    def save(self):
        text = json.dumps({k: v for k, v in self.brief.items()}, ensure_ascii=False, indent=1)
        (self.folder / "brief.yaml").write_text(text + "\n", encoding="utf-8")

    def tables(self):
        r, n, m = self.rng, self.n, self.m
        followers = np.exp(r.uniform(np.log(2e3), np.log(2e6), n)).astype(int)
        views = np.maximum(20, followers * .1 * np.exp(.6 * r.standard_normal(n))).astype(int)
        spread = float(r.choice([.05, .3, .7]))
        few = lambda values, share: [v if r.random() < share else "" for v in values]
        rows = [{"creator_id": f"C{i:04d}", "followers": int(followers[i])} for i in range(n)]
        def add(name, values):
            for row, v in zip(rows, values): row[name] = v
        for name, levels in LEVELS.items(): add(name, r.choice(levels, n).tolist())
        add("engagement_rate", few(np.round(.02 * np.exp(.5 * r.standard_normal(n)), 5).tolist(), .8))
        add("posts_sampled", few(r.integers(1, 60, n).tolist(), .7))
        add("reply_rate", few(np.round(r.uniform(0, .6, n), 4).tolist(), .5))
        add("repeat_viewer_share", few(np.round(r.uniform(0, .7, n), 4).tolist(), .5))
        add("authentic_share", few(np.round(r.uniform(.5, 1, n), 4).tolist(), .7))
        add("uplink_mbps", few(np.round(r.uniform(1, 60, n), 1).tolist(), .5))
        add("female_share", few(np.round(r.uniform(.05, .95, n), 4).tolist(), .7))
        ages = np.round(r.dirichlet(np.ones(6) * 1.5, n), 4)
        for i, row in enumerate(rows):
            known = r.random() < .7
            for a, share in zip(AGES, ages[i]): row[a] = float(share) if known else ""
        own = self.family in ("values", "reaches")
        for form in self.forms:
            size = {"live": 1, "video": 1.2, "post": .6, "story": .3}[form]
            fee = np.round(size * 4 * views ** .95 * np.exp(spread * r.standard_normal(n)), -2).astype(int) + 500
            if len(self.forms) > 1: fee = few(fee.tolist(), .9)
            # A table of deals of its own is then all there is: nobody offers anything else.
            add("fee_" + form, [""] * n if own else [int(f) if f != "" else "" for f in fee])
            add("views_" + form, few((views * size * np.exp(.3 * r.standard_normal(n))).astype(int).tolist(), .9))
        if self.on("commission", .3): add("commission", few(np.round(r.uniform(.02, .2, n), 3).tolist(), .5))
        if self.on("guarantee", .25): add("guarantee", few(np.round(3 * views, -2).astype(int).tolist(), .4))
        if self.on("pay per order", .2): add("pay_per_order", few(r.integers(0, 600, n).tolist(), .5))
        if self.on("extras", .25): add("extras", few(r.integers(0, 5000, n).tolist(), .6))
        if self.on("usage", .25):
            self.brief["usage"] = {"months": int(r.integers(1, 7))}
            if r.random() < .5: add("usage_fee", few(r.integers(0, 9000, n).tolist(), .5)), add("usage_months", few(r.integers(1, 5, n).tolist(), .7))
        if self.on("activation", .5): add("activation_cost", few(np.round(views * r.uniform(.1, 3), -1).astype(int).tolist(), .6))
        if self.on("slots", .6): add("slots", r.choice([1, 1, 2, 3], n).tolist())
        if self.on("window", .2):
            self.brief["window"] = {"from": "2026-12-01", "to": "2026-12-20"}
            days = [("", ""), ("2026-11-01", "2026-12-01"), ("2026-11-01", "2026-11-30"), ("2026-12-20", "2027-01-01"), ("2026-12-21", ""), ("", "2026-12-10")]
            free = [days[k] for k in r.integers(len(days), size=n)]
            add("available_from", [a for a, _ in free]), add("available_to", [b for _, b in free])
        write_table(self.folder / "creators.csv", rows)
        self.creators = rows

        products = [{"product_id": f"P{j:02d}", "price": int(np.exp(r.normal(8, .6)))} for j in range(m)]
        def put(name, values):
            for row, v in zip(products, values): row[name] = v
        put("category", r.choice(["food", "beauty", "home", "toys", ""][:max(2, m // 2 + 1)], m).tolist())
        put("conversion", few(np.round(r.uniform(.003, .04, m), 5).tolist(), .9))
        if len(self.forms) > 1 and self.on("conversion by format", .5):
            for form in self.forms: put("conversion_" + form, few(np.round(r.uniform(.0005, .04, m), 5).tolist(), .5))
        if len(self.forms) > 1 and self.on("conversion of the brief", .4):
            self.brief["conversion"] = {f: float(np.round(r.uniform(.0005, .03), 5)) for f in self.forms if r.random() < .7} or .015
        put("margin", few(np.round(r.uniform(.4, .95, m), 3).tolist(), .8))
        put("lifetime_orders", few(np.round(r.uniform(1, 4, m), 2).tolist(), .7))
        if self.on("commission of products", .2):
            put("commission", few(np.round(r.uniform(.01, .2, m), 3).tolist(), .5)), put("pay_per_order", few(r.integers(0, 500, m).tolist(), .4))
        put("product_cost", few(r.integers(0, 3000, m).tolist(), .5))
        put("appeal_female", few(np.round(r.uniform(.4, 1.6, m), 2).tolist(), .6))
        put("appeal_male", few(np.round(r.uniform(.4, 1.6, m), 2).tolist(), .6))
        put("appeal_20_29", few(np.round(r.uniform(.4, 1.6, m), 2).tolist(), .4))
        put("market", few((r.uniform(.05, 1, m) * views.sum()).astype(int).tolist(), 0 if self.brief["saturation"] == "none" else .8))
        for name in ("stock", "min_creators", "max_creators", "max_spend"): put(name, [""] * m)
        if len(self.forms) > 1 and self.on("product formats", .25):
            put("formats", few([";".join(r.choice(self.forms, len(self.forms) - 1, replace=False)) for _ in range(m)], .4))
        self.products = products
        write_table(self.folder / "products.csv", products)

        b = self.brief
        if not own and self.on("vectors", 1.0 if self.family == "vectors" else .4 if self.family == "mixed" else 0):
            x, y = r.standard_normal((n, 8)), r.standard_normal((m, 8))
            np.save(self.folder / "x.npy", x.astype(np.float32)), np.save(self.folder / "y.npy", y.astype(np.float32))
        if self.chance(.3): b["formats"] = self.forms
        if self.chance(.3): b["affinity_concentration"] = float(np.round(r.uniform(.5, 4), 2))
        if self.chance(.3): b["required_uplink_mbps"] = int(r.integers(2, 20))
        if self.chance(.3): b["certification_bonus"] = {"gold": .15, "silver": -.1}
        if self.chance(.3): b["age_weight"] = {"age_20_29": 1.3, "age_60_plus": .7}
        if self.chance(.2): b["audience"] = {"female_share": .55, "age_20_29": .3, "age_30_39": .25}
        if self.chance(.3): b["announcements"] = {"stages": [{"name": "teaser", "days_before": 7, "strength": .3}, {"name": "call", "hours_before": 1, "strength": .4}], "lift": .25}
        if self.family not in ("model", "vectors"): self.deal_table(views, spread)

    def deal_table(self, views, spread):
        """Predictions of a team's own for a share of the pairs."""
        r, rows = self.rng, []
        kind = {"values": "value", "reaches": "reach"}.get(self.family)
        yen = self.brief["objective"] not in ("orders", "reach")
        share = self.density if kind else self.density * .5
        for i in range(self.n):
            for j in range(self.m):
                if r.random() > share: continue
                for form in self.forms:
                    if len(self.forms) > 1 and r.random() > .9: continue
                    cost = float(np.round(4 * views[i] ** .95 * np.exp(spread * r.standard_normal())) + 1)
                    if r.random() < .01: cost = 0.0
                    if r.random() < .1: cost += .5
                    which = kind or ("value" if r.random() < .5 else "reach")
                    gain = cost * (5 if yen else .002) * np.exp(spread * r.standard_normal()) if which == "value" else views[i] * np.exp(.5 * r.standard_normal())
                    rows.append({"creator_id": f"C{i:04d}", "product_id": f"P{j:02d}", "format": form, "cost": cost,
                                 "value": float(np.round(gain, 3)) if which == "value" else "", "reach": float(np.round(gain, 2)) if which == "reach" else ""})
        if len(self.forms) == 1 and self.chance(.5):
            for row in rows: row["format"] = ""
        if rows: write_table(self.folder / "deals.csv", [rows[k] for k in r.permutation(len(rows))])

    # Rules

    def scale(self, c):
        """Budget and spend per creator, before the witness is drawn."""
        r = self.rng
        dear = np.array([np.median(c.cost[c.creator == i]) if (c.creator == i).any() else 0 for i in range(self.n)])
        share = float(np.exp(r.uniform(np.log(.02), np.log(.6)))) if self.chance(.9) else 3
        self.brief["budget"] = c.budget = max(1000, int(dear.sum() * share))
        if self.on("spend per creator", .35):
            limit = max(float(np.quantile(c.cost, r.uniform(.5, .98))), 100)
            rule = {"max": int(limit)} if self.chance(.5) else {"max_share_of_budget": round(max(.02, min(1, limit / c.budget)), 3)}
            self.brief["spend_per_creator"] = rule
        if self.on("exclusive categories", .3): self.brief["exclusive_categories"] = True
        if self.on("bans", .35):
            self.brief["ban"] = [self.filter(c, 1) if self.chance(.7) else str(r.choice(c.creator_ids)) for _ in range(int(r.integers(1, 3)))]

    def filter(self, c, keys=None):
        """A random filter on creators, products and formats that selects some deals, but not all."""
        r = self.rng
        for _ in range(50):
            where = {}
            for _ in range(keys or int(r.choice([1, 1, 2]))):
                key = str(r.choice(["tier", "platform", "region", "language", "agency", "employment", "certification", "creator", "product", "category", "format", "followers", "engagement_rate"]))
                if key == "followers": where[key] = {str(r.choice(["min", "max"])): int(np.exp(r.uniform(8, 14)))}
                elif key == "engagement_rate": where[key] = {"min": round(float(r.uniform(0, .03)), 4)}
                elif key == "creator": where[key] = sorted(r.choice(c.creator_ids, min(len(c.creator_ids), int(r.integers(1, 20))), replace=False).tolist())
                else:
                    seen = {"tier": c.tiers, "product": c.product_ids, "format": self.forms, "category": [p["category"] for p in self.products]}.get(key)
                    seen = sorted({v for v in (seen or [row.get(key, "") for row in self.creators]) if v})
                    if not seen: continue
                    some = r.choice(seen, min(len(seen), int(r.choice([1, 1, 2]))), replace=False).tolist()
                    where[key] = some[0] if len(some) == 1 and self.chance(.5) else some
            hit = c.match(where)
            if where and hit.any() and not hit.all(): return where
        return {"creator": c.creator_ids[0]}

    def witness(self, c):
        """A random plan within budget, slots, categories, bans, apart and spend per creator."""
        r, keys, limit, banned = self.rng, c.exclusions(), c.spend_limit(), c.banned()
        gain = c.own + c.unit[c.product] * c.orders
        score = gain / (c.cost + 1) * np.exp(r.uniform(.1, 2) * r.standard_normal(len(gain)))
        plan, seen, spend, deals, total = [], set(), {}, {}, 0
        apart = self.brief.get("apart", [])
        fill = c.budget * r.uniform(.5, 1)
        for d in np.argsort(-score).tolist():
            i, j, cost = int(c.creator[d]), int(c.product[d]), float(c.cost[d])
            extra = cost + (0 if i in deals else c.activation[i])
            if banned[d] or total + extra > fill or (i, keys[j]) in seen or deals.get(i, 0) >= c.slots[i]: continue
            if limit is not None and spend.get(i, 0) + cost > limit: continue
            if any(c.creator_ids[i] in g and any(c.creator_ids[k] in g for k in deals if k != i) for g in apart): continue
            plan.append(d), seen.add((i, keys[j]))
            total += extra
            spend[i], deals[i] = spend.get(i, 0) + cost, deals.get(i, 0) + 1
        return np.array(plan, int)

    def rules(self, c):
        r, b = self.rng, self.brief
        if self.links and self.on("apart", .35):
            b["apart"] = [sorted(r.choice(c.creator_ids, min(self.n, int(r.integers(2, 6))), replace=False).tolist()) for _ in range(int(r.integers(1, 4)))]
        c.brief.update(b)
        w = self.witness(c)
        cast = sorted({c.creator_ids[i] for i in c.creator[w]})
        out = sorted(set(c.creator_ids) - set(cast))
        count = lambda j: int((c.product[w] == j).sum())
        if self.on("product minimum", .35):
            for j, p in enumerate(self.products):
                if self.chance(.5): p["min_creators"] = int(count(j) * r.uniform(.4, 1))
        if self.on("product maximum", .35):
            for j, p in enumerate(self.products):
                if self.chance(.5): p["max_creators"] = int(count(j) * r.uniform(1, 1.8)) + (0 if count(j) else 1)
        if self.on("product spend", .35):
            for j, p in enumerate(self.products):
                if self.chance(.5): p["max_spend"] = int(c.cost[w][c.product[w] == j].sum() * r.uniform(1, 1.6))
        made = np.bincount(c.product[w], weights=c.orders[w], minlength=self.m) if len(w) else np.zeros(self.m)
        if b["objective"] != "reach" and made.sum() > 0:
            if self.on("stock", .4):
                for j, p in enumerate(self.products):
                    if self.chance(.6): p["stock"] = int(made[j] * r.uniform(.3, 1.4)) + 1
            if self.on("order capacity", .3): b["order_capacity"] = int(made.sum() * r.uniform(.3, 1.3)) + 1
        if cast and self.on("lock creator", .3): b.setdefault("lock", []).extend(r.choice(cast, min(len(cast), int(r.integers(1, 4))), replace=False).tolist())
        if len(w) and self.on("lock creator x product", .25):
            for d in r.choice(w, min(len(w), int(r.integers(1, 3))), replace=False):
                b.setdefault("lock", []).append({"creator": c.creator_ids[c.creator[d]], "product": c.product_ids[c.product[d]]})
        if self.links and self.on("together", .35):
            pools = [p for p in (cast, out) if len(p) > 1]
            groups = [sorted(r.choice(pools[int(r.integers(len(pools)))], 2 + self.chance(.3) if all(len(p) > 2 for p in pools) else 2, replace=False).tolist())
                      for _ in range(int(r.integers(1, 4))) if pools]
            if groups: b["together"] = groups
        if self.on("quotas", .75): b["quotas"] = [self.quota(c, w) for _ in range(int(r.integers(1, 6)))]
        if self.on("clash", .12): self.disturb(c)
        write_table(self.folder / "products.csv", self.products)
        self.deals = len(c.cost)

    def quota(self, c, w):
        r = self.rng
        where = {} if self.chance(.12) else self.filter(c)
        measure = str(r.choice(["count", "creators", "spend", "spend_share"] if where else ["count", "creators", "spend"]))
        self.used.add("quota " + measure)
        inside = c.match(where)[w]
        spend, all_spend = c.cost[w][inside].sum(), c.cost[w].sum()
        used = {"count": inside.sum(), "creators": len(set(c.creator[w][inside].tolist())), "spend": spend, "spend_share": spend / all_spend if all_spend else .5}[measure]
        side = str(r.choice(["min", "max", "both"]))
        low, high = float(used) * r.uniform(.6, 1), float(used) * r.uniform(1, 1.4)
        digits = (lambda v, up: round(float(np.floor(v * 100)) / 100 + (.01 if up else 0), 2)) if measure == "spend_share" else (lambda v, up: int(v) + (1 if up and measure == "spend" else 0))
        limits = {}
        if side != "max": limits["min"] = digits(low, False)
        if side != "min": limits["max"] = min(1, digits(high, True)) if measure == "spend_share" else max(digits(high, True), int(np.ceil(used)))
        return {"where": where, measure: limits}

    def disturb(self, c):
        """One rule that does not look at the witness: the campaign may have no plan."""
        r, b, pick = self.rng, self.brief, int(self.rng.integers(4))
        if pick == 0: b["budget"] = max(1, int(b["budget"] * r.uniform(.2, .9)))
        elif pick == 1: self.products[int(r.integers(self.m))].update(min_creators=int(r.integers(1, max(2, self.n // 3))), max_creators="")
        elif pick == 2: b.setdefault("quotas", []).append({"where": self.filter(c), "spend_share": {"min": round(float(r.uniform(.2, .9)), 2)}})
        else: b.setdefault("lock", []).append(str(r.choice(c.creator_ids)))
