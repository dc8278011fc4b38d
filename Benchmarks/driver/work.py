"""Everything that is measured: stable names, instances, gaps, limits, and what is hoped for."""
import dataclasses, fnmatch, math
import asking, assigning, optimizing, scoring
from context import Instance

SIZES = ("small", "medium", "large", "huge")


@dataclasses.dataclass(frozen=True)
class Work:
    id: str
    size: str
    title: str
    run: object
    instance: Instance | None = None
    bar: str = ""
    gap: float = 0.001
    limit: float = 60
    peers: tuple = ()
    most_nodes: int | None = None
    letter: str = ""

    def matches(self, sizes, patterns):
        return self.size in sizes and (not patterns or any(fnmatch.fnmatchcase(self.id, p) or self.id.startswith(p + "-") for p in patterns))


def plan(creators, products, deals, percent, size, bar="", seed=1, flags=(), name=None, **rest):
    id = name or f"optimize-{creators}x{products}-{percent:g}"
    title = f"{creators:,} × {products}, about {deals:,} deals" + (f", seed {seed}" if seed > 1 else "") + ("".join(f", {f.strip('-')}" for f in flags))
    # About ten times what was needed when this was written: a search that loses its way is noticed on any machine.
    most = 5_000 if percent >= .02 else 500_000
    instance = Instance(creators, products, deals, seed, flags)
    return Work(id, size, title, optimizing.optimize, instance, bar, percent / 100, most_nodes=most, **rest)


def growing(creators, size):
    """Twenty products; deals grow with the root of the roster, as budgets do."""
    deals = round(20 * math.sqrt(creators / 10))
    return plan(creators, 20, deals, .1, size, name=f"growth-optimize-{creators}", limit=600)


def scoring_command(creators, size, name=None, bar=""):
    return Work(name or f"growth-score-{creators}", size, f"{creators:,} × 50 from CSV with texts, top 100", scoring.command,
                Instance(creators, 50, 10_000, 1, ("--text", "--without-vectors")), bar)


WORK = [
    Work("score-core", "large", "1,000,000 × 200, d = 64, top 100", scoring.core, Instance(1_000_000, 200, 10_000),
         "≤ 0.35 s, ≥ 5 × faiss"),
    scoring_command(1_000_000, "large", "score-csv-1m", "≤ 6 s, ≤ 1 GB"),
    scoring_command(10_000_000, "huge", "score-csv-10m", "≤ 10 × score-csv-1m, its memory + 10 %"),
    plan(200, 5, 30, .1, "small", peers=("celf", "HiGHS")),
    plan(2_000, 10, 150, .1, "small", "0.3 s", peers=("celf", "HiGHS LP")),
    plan(2_000, 10, 150, .01, "small", "20 s", limit=120, peers=("celf", "HiGHS")),
    plan(2_000, 10, 150, .1, "small", flags=("--linear",), name="optimize-2000x10-linear-0.1", limit=120, peers=("celf", "HiGHS")),
    plan(20_000, 20, 800, .1, "small", "1 s", peers=("celf",)),
    plan(20_000, 20, 800, .01, "small", "20 s", limit=120, peers=("celf",)),
    plan(200_000, 50, 4_000, .1, "medium", "5 s", limit=120, peers=("celf",)),
    plan(200_000, 50, 4_000, .03, "medium", "30 s", limit=30, peers=("celf",)),
    plan(1_000_000, 50, 10_000, .02, "large", "10 s; whole 25 s (15 s from a cache), ≤ 1 GB", limit=300),
    plan(10_000_000, 20, 20_000, .1, "huge", "5 min, ≤ 3 GB", limit=900),
    *(plan(2_000, 10, 10, .01, "small", "5 s", seed, name=f"tiny-{seed}", limit=60, peers=("celf", "HiGHS", "scipy milp"))
      for seed in range(1, 6)),
    *(Work(f"gap-{letter}", "small", f"published assignment instances, type {letter}, all together", assigning.assign, letter=letter,
           bar="each within 0.05 % in 60 s") for letter in "ace"),
    Work("whatif-2000x10", "small", "2,000 × 10, budgets ± 20 %, median question", asking.ask, Instance(2_000, 10, 150)),
    Work("whatif-20000x20", "small", "20,000 × 20, budgets ± 20 %, median question", asking.ask, Instance(20_000, 20, 800)),
    Work("whatif-200000x50", "medium", "200,000 × 50, budgets ± 20 %, median question", asking.ask, Instance(200_000, 50, 4_000)),
    scoring_command(10_000, "small"),
    scoring_command(100_000, "medium"),
    growing(10_000, "small"),
    growing(100_000, "medium"),
    growing(1_000_000, "large"),
]

# Whose time and memory are fitted against the number of creators.
GROWTH = {
    "score": ("growth-score-10000", "growth-score-100000", "score-csv-1m", "score-csv-10m"),
    "optimize": ("growth-optimize-10000", "growth-optimize-100000", "growth-optimize-1000000", "optimize-10000000x20-0.1"),
}
