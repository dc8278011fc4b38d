"""Runs one program and says what the operating system says of it.

As a script it is a process of its own between the driver and the program: peak memory as the kernel accounts it begins with
that of the process which started the program, and this one is small.
"""
import dataclasses, json, os, pathlib, subprocess, sys, time


@dataclasses.dataclass
class Measured:
    code: int
    seconds: float
    memory_mb: float
    out: pathlib.Path
    err: pathlib.Path

    def last_json(self):
        """The object that the program printed last; libraries may have printed before it."""
        return json.loads(self.out.read_text(encoding="utf-8").strip().splitlines()[-1])

    def complaint(self):
        """The end of what it wrote to stderr, on one line."""
        return " ".join(self.err.read_text(encoding="utf-8", errors="replace").split())[-300:].replace("|", "/")


def measured(command, out, environment=None):
    """Runs a command with stdout and stderr into files beside each other."""
    out = pathlib.Path(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    err = out.with_suffix(".err")
    script = [sys.executable, "-S", __file__, str(out), str(err), *map(str, command)]
    done = subprocess.run(script, stdout=subprocess.PIPE, check=True, env={**os.environ, **(environment or {})})
    found = json.loads(done.stdout)
    return Measured(found["code"], found["seconds"], found["memory_mb"], out, err)


def main():
    out, err, *command = sys.argv[1:]
    with open(out, "wb") as o, open(err, "wb") as e:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=o, stderr=e)
        status, usage = os.wait4(child.pid, 0)[1:]
        seconds = time.perf_counter() - start
    # ru_maxrss is in KiB on Linux.
    print(json.dumps({"code": os.waitstatus_to_exitcode(status), "seconds": seconds, "memory_mb": usage.ru_maxrss * 1024 / 1e6}))


if __name__ == "__main__": main()
