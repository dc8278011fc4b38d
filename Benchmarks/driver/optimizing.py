"""`castplan optimize` beside its peers on the same files."""
import re
from context import THREADS, Instance
from series import Side

ROUNDING = 1e-9
NUMBER = r"(-?[\d.]+(?:e[+-]?\d+)?)"

# What a prototype found and proved, by instance. A bound below such a value or a value above such a bound is a bug.
REFERENCES = {
    Instance(200, 5, 30): (682170.37, 683148.31),
    Instance(2000, 10, 150, 1, ("--linear",)): (18160675.95, 18177622.30),
    Instance(20000, 20, 800): (88635845.78, 88682476.07),
    Instance(200000, 50, 4000): (534368969.2, 534847399.2),
    Instance(1000000, 50, 10000): (1431217850.0, 1431453700.2),
}


def read_plan(path):
    """The numbers of a plan.json: of rosters of millions it is too long to be read whole."""
    with open(path, "rb") as file:
        head = file.read(4096).decode("utf-8", errors="replace")
        file.seek(max(0, file.seek(0, 2) - 1024))
        tail = file.read().decode("utf-8", errors="replace")
    found = {key: float(re.search(rf'^  "{key}": {NUMBER}', head, re.M)[1]) for key in ("value", "bound", "gap", "price_bound", "nodes", "spend", "budget")}
    times = re.search(r'"timings": {(.*?)}', tail)[1]
    return found | {key: float(re.search(rf'"{key}": {NUMBER}', times)[1]) for key in ("solve_s", "total_s")}


class Bracket:
    """Every value found and every bound proved of one instance, by anyone."""

    def __init__(self, known=()):
        self.values, self.bounds = [], []
        for value, bound, who in known: self.add(value, bound, who)

    def add(self, value, bound, who):
        if value is not None: self.values.append((value, who))
        if bound is not None and bound < float("inf"): self.bounds.append((bound, who))

    def check(self, context):
        if not self.values or not self.bounds: return
        (value, finder), (bound, prover) = max(self.values), min(self.bounds)
        context.check(value <= bound * (1 + ROUNDING), f"{finder} is worth {value:.6f}, above the bound {bound:.6f} of {prover}")


def optimize(work, context, known):
    """Measures one instance at one gap.

    `known` has (value, bound, who) of the same instance from earlier work.
    """
    instance, gap = work.instance, work.gap
    instance.prepare()
    bracket = Bracket(known)
    if instance in REFERENCES: bracket.add(*REFERENCES[instance], "the reference")
    ours, whole, kept = Side("castplan"), Side("castplan, whole command"), Side("castplan, whole command, roster kept")
    peers = {name: Side(name) for name in work.peers}
    answers, stopped = [], set()
    command = [context.castplan, "optimize", *instance.inputs(), "--gap", gap, "--time-limit", work.limit, "--threads", THREADS, "--quiet"]
    for number in range(context.runs):
        context.empty_cache()
        is_ended = False
        # Again where the first run kept the roster.
        for side in (whole, kept):
            if side is kept and not context.has_cache: continue
            run = context.run(work.id, [*command, "--format", "json"])
            context.check(run.code == 0, f"exit code {run.code} (3: {100 * gap:g} % was not reached in {work.limit} s): {run.complaint()}")
            if run.code not in (0, 3) or run.out.stat().st_size == 0:
                is_ended = True
                break
            answer = read_plan(run.out)
            answers.append(answer)
            if side is whole: ours.add(answer["solve_s"], run.memory_mb)
            side.add(run.seconds, run.memory_mb)
            judge(answer, gap, work, context)
            bracket.add(answer["value"], answer["bound"], "castplan")
        if is_ended: break
        for name in work.peers:
            if name not in stopped and PEERS[name](work, context, run, peers[name], bracket): stopped.add(name)
    if not answers: return {"castplan": ours.record(), "peers": [], "more": []}
    context.check(len({(a["value"], a["bound"]) for a in answers if a["gap"] <= gap}) <= 1, "runs that reached the gap differ")
    bracket.check(context)
    last = answers[-1]
    return {
        "castplan": ours.record(), "peers": [p.record() for p in peers.values()],
        "more": [side.record() for side in (whole, kept) if side.seconds], "value": last["value"], "bound": last["bound"],
        "gap": last["gap"], "nodes": int(last["nodes"]), "best_value": max(bracket.values), "best_bound": min(bracket.bounds)}


def judge(answer, gap, work, context):
    """What one answer must be by itself."""
    value, bound = answer["value"], answer["bound"]
    context.check(value <= bound * (1 + ROUNDING), f"value {value} above its own bound {bound}")
    context.check(bound <= answer["price_bound"] * (1 + ROUNDING), "the bound is above the price bound")
    context.check(answer["gap"] <= gap + 1e-12, f"a gap of {100 * answer['gap']:.4f} %, asked for {100 * gap:g} %")
    context.check(abs((bound - value) / abs(bound) - answer["gap"]) < 1e-9, "the gap is not (bound - value) / bound")
    context.check(answer["spend"] <= answer["budget"], "spends more than the budget")
    context.check(answer["nodes"] <= work.most_nodes, f"{answer['nodes']:.0f} nodes, at most {work.most_nodes} allowed")


def celf(work, context, run, side, bracket):
    peer = context.run_inner(f"{work.id}-celf", "celf-peer", *work.instance.inputs(), "--threads", THREADS)
    context.check(peer.code == 0, f"celf-peer: {peer.complaint()}")
    if peer.code: return True
    found = peer.last_json()
    side.add(found["seconds"], peer.memory_mb)
    if found["is_feasible"]: bracket.add(found["value"], None, "celf-peer")
    side.answer = told(found["value"], None, run) + (f", {found['evaluations']:,} gains" if found["is_feasible"] else ", breaks a rule")
    context.check(found["evaluations"] <= 3 * found["options"] + 1000, f"celf-peer is not lazy: {found['evaluations']} gains")
    return False


def program(script, name, *extra):
    """A peer that solves the program of peers/casting_program.py."""
    def measure(work, context, run, side, bracket):
        limits = ["--gap", work.gap, "--time-limit", context.peer_limit]
        judging = ["--plan", run.out] if script == "highs_peer.py" else []
        peer = context.run_peer(f"{work.id}-{name.split()[0]}", script, work.instance.folder, *limits, *extra, *judging)
        context.check(peer.code == 0, f"{name}: {peer.complaint()}")
        if peer.code: return True
        found = peer.last_json()
        side.add(found["seconds"], peer.memory_mb)
        value, bound = found.get("mip_value"), min(found["lp_bound"], found.get("mip_bound", float("inf")))
        context.check(not found.get("mip_breaks"), f"{name}'s plan breaks {found.get('mip_breaks')}")
        # Feasibility tolerances of the linear programs are theirs, not castplan's.
        bracket.add(value, bound * (1 + 1e-7), name)
        if judging:
            ours = read_plan(run.out)["value"]
            context.check(not found["plan_breaks"], f"castplan's plan breaks {found['plan_breaks']}")
            context.check(abs(found["plan_value"] - ours) <= ROUNDING * ours, f"castplan says {ours}, the model {found['plan_value']}")
        side.answer = told(value, bound, run)
        is_stopped = found.get("mip_is_done") is False
        if is_stopped: side.answer += f", stopped at {context.peer_limit:g} s"
        side.is_stopped = is_stopped
        return is_stopped
    return measure


def told(value, bound, run):
    """A peer's answer beside castplan's."""
    ours = read_plan(run.out)
    parts = [] if value is None else [f"value {100 * (value / ours['value'] - 1):+.3f} %"]
    if bound is not None: parts.append(f"bound {100 * (bound / ours['bound'] - 1):+.3f} %")
    return ", ".join(parts) or "no plan"


PEERS = {
    "celf": celf,
    "HiGHS LP": program("highs_peer.py", "HiGHS LP"),
    "HiGHS": program("highs_peer.py", "HiGHS", "--whole"),
    "scipy milp": program("scipy_peer.py", "scipy milp"),
}
