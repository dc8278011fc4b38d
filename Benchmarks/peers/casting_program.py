"""A benchmark instance as a program with linear rows, and its response by formulas that share no code with castplan.

The response, the costs and the rules are those of Tests/Peers/casting_model.py. A saturating audience cell gets a column
for the people reached and one for those reached once, which lies below tangents of the curve: whatever the tangents, the
optimum of the program is an upper bound, and it falls towards the true one as tangents are added where they are needed.
"""
import json, math, pathlib, re, sys, tempfile
import numpy as np

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Tests" / "Peers"))
from casting_model import Campaign, number  # noqa: E402


def campaign(folder):
    """The model of an instance of instances.py."""
    folder = pathlib.Path(folder).resolve()
    with tempfile.TemporaryDirectory() as copy:
        for name in ("creators.csv", "products.csv", "x.npy", "y.npy"): (pathlib.Path(copy) / name).symlink_to(folder / name)
        brief = plain_brief((folder / "brief.yaml").read_text(encoding="utf-8"))
        (pathlib.Path(copy) / "brief.yaml").write_text(json.dumps(brief), encoding="utf-8")
        return Campaign(copy)


def plain_brief(text):
    """The few keys that instances.py writes."""
    brief = {"objective": "gmv", "budget": int(re.search(r"^budget: (\d+)$", text, re.M)[1])}
    if re.search(r"^saturation: none$", text, re.M): brief["saturation"] = "none"
    share = re.search(r"followers: {max: (\d+)}}, spend_share: {min: ([\d.]+)}", text)
    if share: brief["quotas"] = [{"where": {"followers": {"max": int(share[1])}}, "spend_share": {"min": float(share[2])}}]
    limit = re.search(r"^spend_per_creator: {max_share_of_budget: ([\d.]+)}$", text, re.M)
    if limit: brief["spend_per_creator"] = {"max_share_of_budget": float(limit[1])}
    return brief


class Program:
    """maximise cost · x, low <= A x <= high, 0 <= x <= most; deals first, then people reached, then people reached once.

    Values are in units of `scale`, so that the objective is about 100."""

    def __init__(self, c):
        assert np.isinf(c.stock).all() and math.isinf(c.capacity), "instances have no stock"
        self.c, deals = c, len(c.cost)
        self.people = c.reach[:, None] * c.audience[c.creator]
        cells = self.people.shape[1]
        worth = np.asarray(c.unit)[:, None] * c.rate
        self.curved = np.isfinite(c.market) & (worth > 0) if c.curve != "none" else np.zeros(worth.shape, bool)
        pools = list(zip(*np.nonzero(self.curved)))
        self.pool_of = {pool: k for k, pool in enumerate(pools)}
        straight = np.where(self.curved, 0, worth)
        gain = (self.people * straight[c.product]).sum(1)
        self.pools, self.deals = pools, deals
        self.market = np.array([c.market[p] for p in pools])
        self.worth = np.array([worth[p] for p in pools])
        fitting = self.may_stand_alone()
        self.most = np.concatenate([fitting.astype(float), np.full(2 * len(pools), np.inf)])
        self.value = np.concatenate([gain, np.zeros(len(pools)), self.worth])
        self.rows = [[], [], []]
        self.low, self.high = [], []
        self.add_rules()
        for k, (j, s) in enumerate(pools):
            own = np.flatnonzero(c.product == j)
            self.row(np.append(own, deals + k), np.append(self.people[own, s], -1.0) / self.market[k], 0, 0)
        every = np.arange(len(pools))
        for share in (0, .05, .15, .3, .5, .8, 1.2, 1.8, 2.6): self.add_tangents(every, share * self.market)
        self.scale = max(1e-9, float(np.sort(self.c.unit[self.c.product] * self.c.orders)[-100:].sum()) / 100)

    def may_stand_alone(self):
        """Deals that break no limit all by themselves; no plan holds the others."""
        c = self.c
        most = np.array([number(p, "max_spend", math.inf) for p in c.products])[c.product]
        limit = c.spend_limit()
        return (c.cost <= np.minimum(most, c.budget)) & (c.cost <= (math.inf if limit is None else float(limit)))

    def row(self, columns, weights, low, high):
        k = len(self.low)
        self.rows[0].append(np.full(len(columns), k)), self.rows[1].append(columns), self.rows[2].append(weights)
        self.low.append(low), self.high.append(high)

    def add_rules(self):
        c, every = self.c, np.arange(self.deals)
        money = 1000 / c.budget
        self.row(every, c.cost * money, -np.inf, 1000)
        ends = np.append(np.flatnonzero(np.diff(c.creator)) + 1, self.deals)
        for start, end in zip(np.append(0, ends[:-1]), ends):
            if end > start + 1: self.row(every[start:end], np.ones(end - start), -np.inf, float(c.slots[c.creator[start]]))
        assert (c.slots == 1).all(), "one deal a creator: limits of her spend are limits of single deals"
        for j, p in enumerate(c.products):
            own = np.flatnonzero(c.product == j)
            self.row(own, np.ones(len(own)), number(p, "min_creators", 0), number(p, "max_creators", math.inf))
            most = number(p, "max_spend", math.inf)
            if most < math.inf: self.row(own, c.cost[own] * money, -np.inf, most * money)
        for quota in c.brief.get("quotas", []):
            share = quota["spend_share"]["min"]
            self.row(every, (c.match(quota["where"]) - share) * c.cost * money, 0, np.inf)

    def add_tangents(self, pools, people):
        """once <= f(y) + f'(y) (people - y) for some pools at some numbers of people."""
        for k, y in zip(pools, people):
            n = self.market[k]
            once, slope = self.reached(y, n)
            self.row(np.array([self.deals + len(self.pools) + k, self.deals + k]), np.array([1, -slope]) / n, -np.inf, (once - slope * y) / n)

    def reached(self, y, n):
        if self.c.curve == "logarithmic": return n * np.log1p(y / n), 1 / (1 + y / n)
        return -n * np.expm1(-y / n), np.exp(-y / n)

    def true_value(self, x):
        """Value of shares of deals, by the curve itself."""
        y = x[self.deals:self.deals + len(self.pools)]
        return float(self.value[:self.deals] @ x[:self.deals] + self.worth @ self.reached(y, self.market)[0])

    def refine(self, x):
        """Adds tangents where an answer is above the curve; returns how far above, relative."""
        y = np.maximum(0, x[self.deals:self.deals + len(self.pools)])
        once = x[self.deals + len(self.pools):]
        over = self.worth * (once - self.reached(y, self.market)[0])
        total = float(self.value @ x)
        worst = np.flatnonzero(over > 1e-9 * total)
        self.add_tangents(worst, y[worst])
        return max(0.0, float(over.sum())) / max(total, 1e-12)

    def matrix(self, start=0):
        """(row, column, weight) of the rows from a number on."""
        return tuple(np.concatenate(part[start:]) if len(part) > start else np.zeros(0) for part in self.rows)


def judged(c, plan_file):
    """castplan's plan by this model: its own value, and the rules that it breaks."""
    plan = json.loads(pathlib.Path(plan_file).read_text(encoding="utf-8"))
    deals = [c.index[d["creator_id"], d["product_id"], d["format"]] for d in plan["deals"]]
    return {"plan_value": c.value(deals), "plan_breaks": c.broken(deals)}
