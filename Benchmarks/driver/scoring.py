"""The core of scoring beside faiss and numpy, and `castplan score` as a whole command."""
import ast, csv, hashlib, struct
from context import THREADS
from series import Side

TOP = 100
# Single precision: who is in one list alone must stand within this of the last place.
TIE = 1e-6


class Vectors:
    """Single rows of a float32 .npy file."""

    def __init__(self, path):
        self.file = open(path, "rb")
        magic = self.file.read(8)
        size = struct.unpack("<H" if magic[6] == 1 else "<I", self.file.read(2 if magic[6] == 1 else 4))[0]
        header = ast.literal_eval(self.file.read(size).decode("latin-1"))
        assert header["descr"] == "<f4" and not header["fortran_order"], header
        self.start, self.width = self.file.tell(), header["shape"][1]

    def __getitem__(self, row):
        self.file.seek(self.start + 4 * row * self.width)
        return struct.unpack(f"<{self.width}f", self.file.read(4 * self.width))


def different(ours, theirs, x, y):
    """Products whose best creators differ by more than ties."""
    wrong = []
    for product, (mine, other) in enumerate(zip(ours, theirs)):
        mine, other, query = set(mine), set(other), y[product]
        cosine = lambda row: sum(a * b for a, b in zip(x[row], query))
        last = min(map(cosine, mine & other), default=2.0)
        if len(mine) != len(other) or any(abs(cosine(row) - last) > TIE for row in mine ^ other): wrong.append(product)
    return wrong


def core(work, context, known):
    work.instance.prepare()
    folder = work.instance.folder
    x, y = Vectors(folder / "x.npy"), Vectors(folder / "y.npy")
    ours, peers = Side("castplan"), {name: Side(name) for name in ("faiss IndexFlatIP", "numpy")}
    for _ in range(context.runs):
        run = context.run_program(work.id, "scoring-bench", "--creators", folder / "x.npy", "--products", folder / "y.npy",
                                  "--top", TOP, "--threads", THREADS, "--runs", 1)
        context.check(run.code == 0, f"scoring-bench: {run.complaint()}")
        if run.code: break
        found = run.last_json()
        ours.add(found["seconds"][0], run.memory_mb)
        context.check(len(found["top"]) == work.instance.products and all(len(set(t)) == TOP for t in found["top"]), "lists of another length")
        for (name, side), script in zip(peers.items(), ("faiss_peer.py", "numpy_peer.py")):
            peer = context.run_peer(f"{work.id}-{script[:5]}", script, folder / "x.npy", folder / "y.npy", "--top", TOP, "--threads", THREADS)
            context.check(peer.code == 0, f"{name}: {peer.complaint()}")
            if peer.code: continue
            theirs = peer.last_json()
            side.add(theirs["seconds"][0], peer.memory_mb)
            wrong = different(found["top"], theirs["top"], x, y)
            context.check(not wrong, f"other creators than {name} for products {wrong[:5]}")
            side.answer = "the same creators" if not wrong else f"{len(wrong)} products differ"
    return {"castplan": ours.record(), "peers": [p.record() for p in peers.values()], "more": []}


def command(work, context, known):
    """The whole command, from the files to the list."""
    work.instance.prepare()
    ours, digests = Side("castplan"), set()
    for _ in range(context.runs):
        inputs = [str(p) for p in work.instance.inputs()]
        run = context.run(work.id, [context.castplan, "score", *inputs, "--top", TOP, "--threads", THREADS, "--quiet"])
        context.check(run.code == 0, f"exit code {run.code}: {run.complaint()}")
        if run.code: break
        ours.add(run.seconds, run.memory_mb)
        digests.add(hashlib.sha256(run.out.read_bytes()).hexdigest())
        judge(run.out, work.instance, context)
    context.check(len(digests) <= 1, "runs differ")
    return {"castplan": ours.record(), "peers": [], "more": []}


def judge(path, instance, context):
    """TOP creators of every product, ranked by value per yen."""
    with open(path, encoding="utf-8", newline="") as file: rows = list(csv.DictReader(file))
    lists = {}
    for row in rows: lists.setdefault(row["product_id"], []).append(row)
    context.check(len(lists) == instance.products, f"{len(lists)} products")
    for product, best in lists.items():
        context.check(len({row["creator_id"] for row in best}) == TOP, f"{product}: {len(best)} creators")
        context.check([int(row["rank"]) for row in best] == list(range(1, TOP + 1)), f"{product}: ranks are not 1 to {TOP}")
        worth = [float(row["value_per_cost"]) for row in best]
        context.check(worth == sorted(worth, reverse=True), f"{product}: not ranked by value per yen")
        for row in best:
            ratio = float(row["expected_value"]) / float(row["cost"])
            context.check(abs(ratio - float(row["value_per_cost"])) <= 1e-9 * ratio, f"{product}: value per yen of {row['creator_id']}")
