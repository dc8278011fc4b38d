"""The model castplan solves (spec/model.md), computed a second time from the files, in numpy.

Reads creators.csv, products.csv, brief.yaml (written as JSON, which is YAML), and if present deals.csv, x.npy, y.npy
of one folder. Only what the peers need: affinity from vectors or from nothing, no matching by text.
Equation numbers are those of model.md, constants those of spec/defaults.md.
"""
import csv, functools, json, math, pathlib
from fractions import Fraction
import numpy as np

FORMATS = ["live", "video", "post", "story"]
AGES = ["age_13_19", "age_20_29", "age_30_39", "age_40_49", "age_50_59", "age_60_plus"]
TIERS = [("nano", 1e4), ("micro", 1e5), ("mid", 5e5), ("macro", 1e6), ("mega", math.inf)]
POST_RATE = {"nano": .377, "micro": .229, "mid": .229, "macro": .191, "mega": .191}
STORY_RATE = {"nano": .082, "micro": .043, "mid": .041, "macro": .038, "mega": .038}
ENGAGEMENT = {"nano": .025, "micro": .015, "mid": .012, "macro": .010, "mega": .009}
TIKTOK = [(5e3, .0212), (1e4, .0136), (5e4, .0107), (1e5, .0093), (5e5, .0102), (1e6, .0135), (math.inf, .0145)]
YEN_PER_FOLLOWER = {"instagram": 3, "tiktok": 2, "youtube": 4}
CREATOR_KEYS = ["tier", "platform", "language", "region", "agency", "employment", "certification", "creator"]
PRODUCT_KEYS = ["product", "category"]


def read_rows(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def number(row, column, missing=math.nan):
    text = row.get(column) or ""
    return float(text) if text else missing


def column(rows, name, missing=math.nan):
    return np.array([number(r, name, missing) for r in rows])


def tier_of(followers):
    return next(name for name, limit in TIERS if followers < limit)


class Campaign:
    """A folder's campaign: its rows, the brief, and every deal that could be bought, as arrays of one length."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.creators, self.products = read_rows(folder / "creators.csv"), read_rows(folder / "products.csv")
        self.brief = json.loads((folder / "brief.yaml").read_text(encoding="utf-8"))
        table = read_rows(folder / "deals.csv") if (folder / "deals.csv").exists() else []
        self.vectors = [np.load(folder / f).astype(np.float64) for f in ("x.npy", "y.npy")] if (folder / "x.npy").exists() else None
        self.objective = self.brief.get("objective", "gmv")
        self.budget = self.brief["budget"]
        n, m = len(self.creators), len(self.products)
        self.creator_ids = [r["creator_id"] for r in self.creators]
        self.product_ids = [r["product_id"] for r in self.products]
        self.followers, self.engagement = column(self.creators, "followers"), column(self.creators, "engagement_rate")
        self.tiers = [r.get("tier") or tier_of(f) for r, f in zip(self.creators, self.followers)]
        self.slots = column(self.creators, "slots", 1).astype(int)
        self.activation = column(self.creators, "activation_cost", 0)
        self.unit = self.unit_values()
        limit = self.objective != "reach"
        self.stock = column(self.products, "stock", math.inf) if limit else np.full(m, math.inf)
        self.capacity = self.brief.get("order_capacity", math.inf) if limit else math.inf
        self.audience, self.default_mix = self.audiences()
        # phi_jf: how many people of a live deal one of another format stands for; products x formats.
        self.factor = self.factors()
        self.weight = np.ones((m, 4)) if self.objective == "reach" else self.factor
        self.conversion = self.conversions()
        self.rate = np.ones((m, 12)) if self.objective == "reach" else self.conversion
        # N_js of (5), and the curve.
        self.market = column(self.products, "market", math.inf)[:, None] * np.where(self.default_mix > 0, self.default_mix, 1e-300)
        self.curve = self.brief.get("saturation", "random-duplication")
        parts = self.response(skip={(d["creator_id"], d["product_id"]) for d in table}) + self.predicted(table)
        # Per deal, by creator, product and format: cost, value of its own, people reached as the pools count them.
        fields = [np.concatenate([part[k] for part in parts]) if parts else np.zeros(0) for k in range(6)]
        order = np.lexsort((fields[2], fields[1], fields[0]))
        self.creator, self.product, self.format = (fields[k][order].astype(int) for k in range(3))
        self.cost, self.own, self.reach = (fields[k][order] for k in range(3, 6))
        # Orders per deal while nobody is reached twice; for the objective `reach`, people.
        self.orders = self.reach * np.einsum("ds,ds->d", self.audience[self.creator], self.rate[self.product])

    @functools.cached_property
    def index(self):
        return {(self.creator_ids[i], self.product_ids[j], FORMATS[f]): d
                for d, (i, j, f) in enumerate(zip(self.creator, self.product, self.format))}

    def unit_values(self):
        """u_j of (7)."""
        price, margin = column(self.products, "price"), column(self.products, "margin", 1)
        times = column(self.products, "lifetime_orders", 1)
        return {"gmv": price, "profit": price * margin, "ltv": price * margin * times}.get(self.objective, np.ones(len(price)))

    def audiences(self):
        """q_is of (1) and the default mix of (5): women's six ages, then men's."""
        given = self.brief.get("audience")
        female = column(self.creators, "female_share")
        ages = np.array([[number(r, a) for a in AGES] for r in self.creators]).reshape(-1, 6)
        ages = ages / ages.sum(1, keepdims=True)
        knows_ages = ~np.isnan(ages).any(1)
        both = knows_ages & ~np.isnan(female)
        cells = lambda f, a: np.concatenate([np.multiply.outer(f, np.ones(6)) * a, np.multiply.outer(1 - f, np.ones(6)) * a], axis=-1)
        if given:
            rest = [a for a in AGES if a not in given]
            share = np.array([given.get(a, (1 - sum(given.get(b, 0) for b in AGES)) / max(1, len(rest))) for a in AGES])
            mix = cells(np.float64(given.get("female_share", .5)), share / share.sum())
        elif both.any():
            mix = cells(female[both], ages[both]).mean(0)
        else:
            mix = cells(np.float64(np.nanmean(female) if (~np.isnan(female)).any() else .5),
                        ages[knows_ages].mean(0) if knows_ages.any() else np.full(6, 1 / 6))
        f = np.where(np.isnan(female), mix[:6].sum(), female)
        a = np.where(knows_ages[:, None], ages, mix[:6] + mix[6:])
        shares = cells(f, a) if len(f) else np.zeros((0, 12))
        shares[np.isnan(female) & ~knows_ages] = mix
        return shares, mix

    def rates(self):
        """Orders per person reached, ages and appeal aside: products x formats."""
        told, usual = self.brief.get("conversion", .02), {"live": .02, "video": .0002, "post": .0002, "story": .0003}
        told = told if isinstance(told, dict) else {"live": told}
        live = told.get("live", .02)
        base = {f: told.get(f, min(1, usual[f] / .02 * live)) for f in FORMATS}
        rows = []
        for r in self.products:
            known = number(r, "conversion_live", number(r, "conversion"))
            rows.append([number(r, "conversion_" + f) if not math.isnan(number(r, "conversion_" + f)) else
                         base[f] if math.isnan(known) else
                         known if f == "live" else min(1, known * (base[f] / live if live > 0 else usual[f] / .02)) for f in FORMATS])
        return np.array(rows).reshape(-1, 4)

    def factors(self):
        rates = self.rates()
        top = np.where(rates[:, 0] > 0, rates[:, 0], rates.max(1, initial=0))[:, None]
        return np.where(top > 0, rates / np.where(top > 0, top, 1), 1)

    def conversions(self):
        """c_js of (5) of a live deal: products x 12."""
        weight = np.array([self.brief.get("age_weight", {}).get(a, w) for a, w in zip(AGES, [1, 1.208, 1.088, 1, 1, 1])])
        rates = self.rates()
        rate = np.where(rates[:, 0] > 0, rates[:, 0], rates.max(1, initial=0))
        age = np.array([[number(r, "appeal_" + a[4:], 1) for a in AGES] for r in self.products])
        women, men = column(self.products, "appeal_female", 1), column(self.products, "appeal_male", 1)
        base = rate[:, None] * weight * age
        return np.minimum(1, np.concatenate([base * women[:, None], base * men[:, None]], axis=1))

    def relationship(self):
        """t_i of (3)."""
        platforms = [r.get("platform") or "" for r in self.creators]
        posts = column(self.creators, "posts_sampled")
        bonus = self.brief.get("certification_bonus", {})
        product = np.array([1.0 + bonus.get(r.get("certification") or "none", 0) for r in self.creators])
        for signal, power in [("engagement_rate", .5), ("reply_rate", .25), ("repeat_viewer_share", .25)]:
            values, groups = column(self.creators, signal), {}
            for v, p, t in zip(values, platforms, self.tiers):
                if not math.isnan(v):
                    groups.setdefault((p, t), []).append(v), groups.setdefault(t, []).append(v)
            means = {g: math.fsum(known) / len(known) for g, known in groups.items() if len(known) >= 5}
            for i, v in enumerate(values):
                if math.isnan(v): continue
                ref = means.get((platforms[i], self.tiers[i]), means.get(self.tiers[i]))
                if ref is not None: pass
                elif signal != "engagement_rate": continue
                elif platforms[i] == "tiktok": ref = next(r for limit, r in TIKTOK if self.followers[i] < limit)
                else: ref = ENGAGEMENT[self.tiers[i]]
                if signal == "engagement_rate" and not math.isnan(posts[i]): v = (v * posts[i] + ref * 12) / (posts[i] + 12)
                if ref > 0: product[i] *= (.01 if v == 0 else v / ref) ** power
        return np.clip(product, .5, 2)

    def formats(self):
        """Formats in play: the brief's, else those with a fee column, else live."""
        priced = [f for f in FORMATS if self.creators and "fee_" + f in self.creators[0]]
        asked = self.brief.get("formats") or priced or ["live"]
        return [f for f in FORMATS if f in asked]

    def free(self):
        """Which creators are available in the window."""
        window = self.brief.get("window")
        if not window: return np.ones(len(self.creators), bool)
        return np.array([not ((r.get("available_from") or "0") > window["to"] or (r.get("available_to") or "9") < window["from"])
                         for r in self.creators])

    def allowed(self, j, form):
        text = self.products[j].get("formats") or ""
        return not text or form in text.split(";")

    def affinities(self):
        """a_ij of (2): from the vectors, or exp(-kappa/2) where there are none."""
        kappa = self.brief.get("affinity_concentration", 3)
        n, m = len(self.creators), len(self.products)
        if self.vectors is None: return np.full((n, m), math.exp(-kappa / 2))
        e, p = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in self.vectors)
        return np.exp(kappa * (np.minimum(e @ p.T, 1) - 1))

    def reaches(self, form):
        """sum_s r_ds of (1) with (4), before the affinity, and the fee of every creator; NaN: not offered."""
        views, fees = column(self.creators, "avg_views"), column(self.creators, "fee")
        if self.creators and "views_" + form in self.creators[0]: views = column(self.creators, "views_" + form)
        rates = {"live": dict.fromkeys(POST_RATE, .02), "story": STORY_RATE}.get(form, POST_RATE)
        views = np.where(np.isnan(views), self.followers * np.array([rates[t] for t in self.tiers]), views)
        guess = self.followers * np.array([YEN_PER_FOLLOWER.get(r.get("platform"), 3) for r in self.creators])
        fees = column(self.creators, "fee_" + form) if self.creators and "fee_" + form in self.creators[0] else np.where(np.isnan(fees), guess, fees)
        reach = views * column(self.creators, "authentic_share", 1) * self.relationship()
        if form == "live":
            uplink = column(self.creators, "uplink_mbps")
            with np.errstate(divide="ignore"):
                sent = 1 / (1 + (self.brief.get("required_uplink_mbps", 10) / uplink) ** 4 / 9)
            reach = reach * np.where(np.isnan(uplink), 1, sent)
            told = self.brief.get("announcements")
            if told: reach = reach * (1 + told.get("lift", .3) * (1 - math.prod(1 - s["strength"] for s in told["stages"])))
        return reach, fees

    def costs(self, fees, reach, j, form):
        """k_d of (8) in whole yen for all creators, from the people they reach for product j in a format."""
        product = self.products[j]
        share = np.maximum(column(self.creators, "commission", 0), number(product, "commission", 0))
        each = np.maximum(share * number(product, "price"), np.maximum(column(self.creators, "pay_per_order", 0), number(product, "pay_per_order", 0)))
        commission = each * (self.audience @ self.conversion[j]) * reach * self.factor[j, FORMATS.index(form)]
        extras = column(self.creators, "extras", self.brief.get("extras", 0))
        return self.ceiling(number(product, "product_cost", 0) + extras + self.usage(fees) + np.maximum(column(self.creators, "guarantee", 0), fees + commission))

    def usage(self, fees):
        """The right to use what creators make: their own fee for as many terms as it takes, else a share of the fee."""
        asked = self.brief.get("usage")
        if not asked: return 0
        own, months = column(self.creators, "usage_fee"), column(self.creators, "usage_months")
        with np.errstate(invalid="ignore", divide="ignore"):
            terms = np.where(months > 0, np.ceil(asked["months"] / months), 1)
        return np.where(np.isnan(own), asked.get("rate", .3) * fees, own * terms)

    @staticmethod
    def ceiling(cost):
        # A sum that misses a whole yen by rounding alone is that yen.
        return np.where(np.abs(cost - np.round(cost)) < 1e-7, np.round(cost), np.ceil(cost))

    def response(self, skip):
        """Arrays of the deals whose response is computed: all offered pairs but those of the table."""
        free, affinity, parts = self.free() & (self.slots > 0), self.affinities(), []
        row = {c: i for i, c in enumerate(self.creator_ids)}
        told = {j: [row[c] for c, p in skip if p == name] for j, name in enumerate(self.product_ids)} if skip else {}
        for form in self.formats():
            reach, fees = self.reaches(form)
            for j in range(len(self.products)):
                if not self.allowed(j, form): continue
                offered = free & ~np.isnan(fees)
                offered[told.get(j, [])] = False
                who = np.flatnonzero(offered)
                people = reach * affinity[:, j]
                parts.append([who, np.full(len(who), j), np.full(len(who), FORMATS.index(form)), self.costs(fees, people, j, form)[who], np.zeros(len(who)), people[who] * self.weight[j, FORMATS.index(form)]])
        return parts

    def predicted(self, table):
        """The same of the table of deals."""
        free, first = self.free() & (self.slots > 0), self.formats()[0]
        row = {c: i for i, c in enumerate(self.creator_ids)}
        col, deals = {p: j for j, p in enumerate(self.product_ids)}, []
        for d in table:
            i, j, form = row[d["creator_id"]], col[d["product_id"]], d.get("format") or first
            if free[i] and self.allowed(j, form):
                deals.append((i, j, FORMATS.index(form), math.ceil(number(d, "cost")), number(d, "value", 0.0), number(d, "reach", 0.0) * self.weight[j, FORMATS.index(form)]))
        return [[np.array(k) for k in zip(*deals)]] if deals else []

    # Rules

    def match(self, where):
        """Deals that a filter selects."""
        of_creator, of_deal = np.ones(len(self.creators), bool), np.ones(len(self.creator), bool)
        for key, wanted in where.items():
            if key in ("followers", "engagement_rate"):
                values = self.followers if key == "followers" else self.engagement
                with np.errstate(invalid="ignore"):
                    of_creator &= (values >= wanted.get("min", -math.inf)) & (values <= wanted.get("max", math.inf))
                continue
            wanted = set(wanted if isinstance(wanted, list) else [wanted])
            if key == "format": of_deal &= np.array([FORMATS[f] in wanted for f in self.format], bool)
            elif key in PRODUCT_KEYS:
                has = np.array([(r["product_id"] if key == "product" else r.get("category") or "") in wanted for r in self.products])
                of_deal &= has[self.product]
            elif key == "tier": of_creator &= np.array([t in wanted for t in self.tiers])
            else:
                blank = {"employment": "external", "certification": "none"}.get(key, "")
                name = "creator_id" if key == "creator" else key
                of_creator &= np.array([(r.get(name) or blank) in wanted for r in self.creators])
        return of_deal & of_creator[self.creator]

    def banned(self):
        hit = np.zeros(len(self.creator), bool)
        for ban in self.brief.get("ban", []):
            hit |= self.match({"creator": ban} if isinstance(ban, str) else ban)
        return hit

    def spend_limit(self):
        """Exact, as a fraction; None without one."""
        rule = self.brief.get("spend_per_creator")
        if not rule: return None
        return Fraction(str(rule["max"])) if "max" in rule else Fraction(str(rule["max_share_of_budget"])) * self.budget

    def exclusions(self):
        """A key per product; a creator has at most one deal per key, (10)."""
        keys = {}
        for j, r in enumerate(self.products):
            shared = self.brief.get("exclusive_categories") and r.get("category")
            keys[j] = ("category", r["category"]) if shared else ("product", j)
        return keys

    def served(self, made):
        """(6): orders served, those worth most first."""
        left, total = self.capacity, 0.0
        for j in sorted(range(len(self.products)), key=lambda j: -self.unit[j]):
            sold = min(made[j], self.stock[j], left)
            left -= sold
            total += self.unit[j] * sold
        return total

    def made(self, plan):
        """(5): orders of every product before stock and capacity."""
        people = np.zeros((len(self.products), 12))
        np.add.at(people, self.product[plan], self.reach[plan][:, None] * self.audience[self.creator[plan]])
        N = self.market
        with np.errstate(invalid="ignore", over="ignore"):
            if self.curve == "random-duplication": people = np.where(np.isinf(N), people, -N * np.expm1(-people / N))
            elif self.curve == "logarithmic": people = np.where(np.isinf(N), people, N * np.log1p(people / N))
        return (people * self.rate).sum(1)

    def value(self, plan):
        """(7) of a list of deals."""
        plan = np.array(plan, int)
        total = self.served(self.made(plan)) + math.fsum(self.own[plan])
        return float(total - (self.spend(plan) if self.objective in ("profit", "ltv") else 0))

    def spend(self, plan):
        plan = np.array(plan, int)
        return float(self.cost[plan].sum() + self.activation[sorted(set(self.creator[plan].tolist()))].sum()) if len(plan) else 0.0

    def broken(self, plan):
        """Sentences on the rules that a list of deals breaks, exact but for float fees; empty when it obeys all."""
        plan, wrong = np.array(sorted(plan), int), []
        cost = [int(c) for c in self.cost[plan]]
        who, what = self.creator[plan].tolist(), self.product[plan].tolist()
        if self.spend(plan) > self.budget: wrong.append(f"spend {self.spend(plan)} over budget {self.budget}")
        if self.banned()[plan].any(): wrong.append("a banned deal")
        keys, seen, spend, limit = self.exclusions(), set(), {}, self.spend_limit()
        for i, j, c in zip(who, what, cost):
            if (i, keys[j]) in seen: wrong.append(f"{self.creator_ids[i]} has two deals of {keys[j]}")
            seen.add((i, keys[j]))
            spend[i] = spend.get(i, 0) + c
        for i, s in spend.items():
            if who.count(i) > self.slots[i]: wrong.append(f"{self.creator_ids[i]}: {who.count(i)} deals in {self.slots[i]} slots")
            if limit is not None and s > limit: wrong.append(f"{self.creator_ids[i]}: {s} over {float(limit)} per creator")
        for j, r in enumerate(self.products):
            casts, paid = what.count(j), sum(c for c, k in zip(cost, what) if k == j)
            if casts < number(r, "min_creators", 0): wrong.append(f"{r['product_id']}: {casts} creators, too few")
            if casts > number(r, "max_creators", math.inf): wrong.append(f"{r['product_id']}: {casts} creators, too many")
            if paid > number(r, "max_spend", math.inf): wrong.append(f"{r['product_id']}: spend {paid}")
        for number_, quota in enumerate(self.brief.get("quotas", [])):
            inside = self.match(quota["where"])[plan]
            paid = sum(c for c, k in zip(cost, inside) if k)
            for measure, rule in quota.items():
                if measure == "where": continue
                low, high = (None if rule.get(k) is None else Fraction(str(rule[k])) for k in ("min", "max"))
                used = {"count": int(inside.sum()), "creators": len({i for i, k in zip(who, inside) if k}), "spend": paid, "spend_share": paid}[measure]
                scale = sum(cost) if measure == "spend_share" else 1
                if low is not None and used < low * scale: wrong.append(f"quota {number_} {measure}: {used} below {float(low * scale)}")
                if high is not None and used > high * scale: wrong.append(f"quota {number_} {measure}: {used} above {float(high * scale)}")
        cast = {self.creator_ids[i] for i in who}
        pairs = {(self.creator_ids[i], self.product_ids[j]) for i, j in zip(who, what)}
        for lock in self.brief.get("lock", []):
            creator, product = (lock, None) if isinstance(lock, str) else (lock["creator"], lock.get("product"))
            if creator not in cast or (product and (creator, product) not in pairs): wrong.append(f"lock {lock}")
        for group in self.brief.get("apart", []):
            if len(cast & set(group)) > 1: wrong.append(f"apart {group}")
        for group in self.brief.get("together", []):
            if cast & set(group) and not set(group) <= cast: wrong.append(f"together {group}")
        return wrong
