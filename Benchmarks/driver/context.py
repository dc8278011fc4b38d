"""Where things are, how they are run, and what was asserted."""
import dataclasses, os, pathlib, shutil, subprocess
from measure import measured

HOME = pathlib.Path(__file__).resolve().parents[1]
INSTANCES, OUTPUTS = HOME / ".instances", HOME / ".instances" / "outputs"
# Long rosters that castplan keeps.
CACHE = INSTANCES / "cache"
PYTHON = HOME / ".venv" / "bin" / "python"
PROGRAMS = HOME / ".build" / "release"
# Built with castplan itself, since it looks behind the public names.
INNER_PROGRAMS = HOME.parent / ".build" / "release"
PEERS = HOME / "peers"
THREADS = 2


@dataclasses.dataclass(frozen=True)
class Instance:
    """Arguments of instances.py; the same arguments are the same files."""
    creators: int
    products: int
    deals: int
    seed: int = 1
    flags: tuple = ()

    @property
    def name(self): return "-".join([f"{self.creators}x{self.products}x{self.deals}", str(self.seed), *(f.strip("-") for f in self.flags)])

    @property
    def folder(self): return INSTANCES / self.name

    def prepare(self):
        """Writes the files unless they are there, whole or not at all."""
        if self.folder.exists(): return
        half = self.folder.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        arguments = [self.creators, self.products, self.deals, self.seed, half, *self.flags]
        subprocess.run([PYTHON, HOME / "instances.py", *map(str, arguments)], check=True)
        half.rename(self.folder)

    def inputs(self):
        """Options that name the files, for castplan and for what reads like it."""
        names = {"roster": "creators.csv", "products": "products.csv", "brief": "brief.yaml"}
        if (self.folder / "x.npy").exists(): names |= {"creator-embeddings": "x.npy", "product-embeddings": "y.npy"}
        return [part for option, name in names.items() for part in (f"--{option}", self.folder / name)]


class Context:
    """One run of the benchmarks: settings, and failures of one piece of work."""

    def __init__(self, castplan, runs, peer_limit):
        self.castplan, self.runs, self.peer_limit = pathlib.Path(castplan).resolve(), runs, peer_limit
        self.failures, self.asserted = [], 0

    def check(self, holds, sentence):
        """Asserts something of an answer; a failure is kept, and the exit code tells."""
        self.asserted += 1
        if not holds and sentence not in self.failures:
            self.failures.append(sentence)
            print(f"    FAILED: {sentence}", flush=True)

    def run(self, name, command):
        return measured(command, OUTPUTS / f"{name}.out", {"LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(CACHE)})

    def empty_cache(self): shutil.rmtree(CACHE, ignore_errors=True)

    @property
    def has_cache(self): return any(CACHE.rglob("*.roster"))

    def run_peer(self, name, script, *arguments):
        return self.run(name, [PYTHON, PEERS / script, *arguments])

    def run_program(self, name, program, *arguments):
        return self.run(name, [PROGRAMS / program, *arguments])

    def run_inner(self, name, program, *arguments):
        return self.run(name, [INNER_PROGRAMS / program, *arguments])


def assignments_folder():
    """Published assignment instances, which are not ours to ship; None where nobody told where they are."""
    folder = os.environ.get("CASTPLAN_GAP_DATA")
    return pathlib.Path(folder) if folder and (pathlib.Path(folder) / "best_known.csv").exists() else None
