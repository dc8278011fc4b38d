"""RESULTS.md, from the records of all work that was ever run here."""
from series import exponent, median, spread
from work import GROWTH, WORK

HEAD = "| work | castplan: median [least–most] | peer | its median [least–most] | ratio | MB: castplan | peer | gap | peer's answer | bar |"
LINE = "|---|---|---|---|---|---|---|---|---|---|"


def memory(side): return f"{max(side['memory_mb']):,.0f}" if side["memory_mb"] else "—"


def percent(share): return "—" if share is None else f"{100 * share:.4f} %"


def rows(work, record):
    """A row for every peer, then one for every other thing measured in the same rounds."""
    ours = record["castplan"]
    mark = " **FAILED**" if record["failures"] else ""
    title, told = f"`{work.id}`{mark}<br>{work.title}", f"{spread(ours['seconds'])}"
    if record.get("nodes"): told += f", {record['nodes']:,} nodes"
    gap = percent(record.get("gap"))
    if "bound" in record: gap += f" of {100 * work.gap:g} %"
    if record.get("above") is not None: gap = f"cost ≤ {record['above']:+.4f} %, bound ≥ {-record['below']:+.4f} %"
    lines = []
    for peer in record["peers"] or [{"name": "—", "seconds": [], "memory_mb": [], "answer": ""}]:
        ratio = f"{median(peer['seconds']) / median(ours['seconds']):.2f}" if peer["seconds"] and ours["seconds"] else "—"
        if peer.get("is_stopped"): ratio = "> " + ratio
        lines.append([title, told, peer["name"], spread(peer["seconds"]), ratio, memory(ours), memory(peer), gap, peer["answer"], work.bar])
        title, told, gap = f"`{work.id}`", "as above", ""
    for side in record["more"]:
        label = side["name"].partition(", ")[2]
        lines.append([f"`{work.id}`: {label}", spread(side["seconds"]), "—", "—", "—", memory(side), "—", "", "", ""])
    return ["| " + " | ".join(cells) + " |" for cells in lines]


def growth(records):
    lines = ["| command | creators | seconds (median) | MB (most) | exponent of time | exponent of memory |", "|---|---|---|---|---|---|"]
    titles = {work.id: work for work in WORK}
    for command, ids in GROWTH.items():
        points = []
        for id in ids:
            record, size = records.get(id), titles[id].instance.creators
            whole = next((s for s in record["more"] if s["name"].endswith("whole command")), record["castplan"]) if record else None
            if not whole or not whole["seconds"]:
                lines.append(f"| {command} | {size:,} | not run | not run | | |")
                continue
            points.append((size, median(whole["seconds"]), max(whole["memory_mb"])))
            lines.append(f"| {command} | {size:,} | {points[-1][1]:.3f} | {points[-1][2]:,.0f} | | |")
        fits = [exponent([(p[0], p[k]) for p in points]) for k in (1, 2)]
        told = [f"{fit:.2f}" if fit is not None else "too few sizes" for fit in fits]
        lines.append(f"| {command} | fitted over {len(points)} of {len(ids)} sizes | | | {told[0]} | {told[1]} |")
    return lines


def groups(records):
    """Machines and dates, each with the work that was measured there."""
    found = {}
    for work in WORK:
        if work.id not in records: continue
        r = records[work.id]
        found.setdefault((r["date"], r["commit"], r["machine"], r["system"], r["versions"]), []).append((work.id, r["rounds"]))
    return found


def write(path, records):
    done = [work for work in WORK if work.id in records]
    missing = [work.id for work in WORK if work.id not in records]
    failures = [(work.id, f) for work in done for f in records[work.id]["failures"]]
    asserted = sum(records[work.id]["asserted"] for work in done)
    text = ["# Results", "", "Written by `make benchmarks`; [README.md](README.md) says what is measured and asserted. "
            "Seconds of `optimize` are those of solving unless a row says otherwise; a ratio is the peer's median by castplan's in the same rounds. "
            "Memory is the most of any round, by the operating system. A bar is what is hoped for; it is not asserted.", ""]
    for (date, commit, machine, system, versions), ids in groups(records).items():
        text.append(f"- {date}, commit {commit}: {machine}; {system}; {versions}. " + ", ".join(f"{id} ({rounds} rounds)" for id, rounds in ids))
    text += ["", HEAD, LINE, *(line for work in done for line in rows(work, records[work.id]))]
    if missing: text += ["", "Not run: " + ", ".join(f"`{id}`" for id in missing) + "."]
    text += ["", f"{asserted:,} assertions; {len(failures)} failed."]
    text += [f"- `{id}`: {failure}" for id, failure in failures]
    text += ["", "## Growth", "", "Least squares on logarithms, y = a · n^b, of whole commands.", "", *growth(records)]
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
