"""Measures castplan beside its peers, asserts the answers, and writes RESULTS.md. See README.md beside this folder."""
import argparse, json, subprocess, sys
from context import HOME, Context, assignments_folder
from series import Side
from work import SIZES, WORK
import machine, report


def known_of(records, work):
    """What other work found and proved of the same instance."""
    found = []
    for other in WORK:
        record = records.get(other.id)
        if other.id == work.id or other.instance != work.instance or not record or "best_value" not in record: continue
        found += [(record["best_value"][0], None, f"{record['best_value'][1]} ({other.id})"), (None, record["best_bound"][0], f"{record['best_bound'][1]} ({other.id})")]
    return found


def main():
    p = argparse.ArgumentParser(prog="Benchmarks/driver", description=__doc__)
    p.add_argument("--castplan", required=True)
    p.add_argument("--runs", type=int, default=5)
    p.add_argument("--sizes", default="all", help=f"some of {', '.join(SIZES)}, or all")
    p.add_argument("--only", default="", help="names of work, their beginnings, or patterns; commas between")
    p.add_argument("--peer-limit", type=float, default=60, help="seconds for peers that search")
    p.add_argument("--list", action="store_true", help="name the work and stop")
    o = p.parse_args()
    sizes = SIZES if o.sizes == "all" else tuple(o.sizes.replace(",", " ").split())
    patterns = o.only.replace(",", " ").split()
    chosen = [work for work in WORK if work.matches(sizes, patterns)]
    if not chosen or not set(sizes) <= set(SIZES): p.error("no such work; --list names all")
    if o.list:
        for work in chosen: print(f"{work.id:30}{work.size:8}{work.title}")
        return 0
    store, results = HOME / "results.json", HOME / "RESULTS.md"
    records = json.loads(store.read_text(encoding="utf-8")) if store.exists() else {}
    facts = machine.describe() | {"commit": machine.commit(), "date": machine.today()}
    failed = 0
    for work in chosen:
        if work.letter and not assignments_folder():
            print(f"{work.id}: not run; CASTPLAN_GAP_DATA names no folder with best_known.csv", flush=True)
            continue
        print(f"{work.id}: {work.title}", flush=True)
        context = Context(o.castplan, o.runs, o.peer_limit)
        try: record = work.run(work, context, known_of(records, work))
        except (OSError, ValueError, TypeError, KeyError, subprocess.SubprocessError) as error:
            # Hours of other work shall not be lost to an answer that cannot be read.
            context.check(False, f"not finished: {type(error).__name__}: {error}")
            record = {"castplan": Side("castplan").record(), "peers": [], "more": []}
        records[work.id] = record | facts | {"rounds": o.runs, "failures": context.failures, "asserted": context.asserted}
        failed += len(context.failures)
        for line in report.rows(work, records[work.id]): print("   ", line, flush=True)
        store.write_text(json.dumps(records, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        report.write(results, records)
    print(f"{len(chosen)} pieces of work, {failed} failed assertions; {results.relative_to(HOME.parent)} is written")
    return 1 if failed else 0


if __name__ == "__main__": sys.exit(main())
