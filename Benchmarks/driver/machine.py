"""What the figures were made on and with."""
import datetime, os, pathlib, platform, re, subprocess
from context import HOME, PYTHON


def told(command, pattern=r"(.*)"):
    try: text = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=HOME.parent).stdout
    except OSError: return "unknown"
    found = re.search(pattern, text)
    return found[1].strip() if found else "unknown"


def commit():
    """The commit that is checked out, with a + when files differ from it; results are no difference."""
    changed = told(["git", "status", "--porcelain", "--untracked-files=no", "--", ".", ":!Benchmarks/RESULTS.md", ":!Benchmarks/results.json"])
    return told(["git", "rev-parse", "--short=10", "HEAD"]) + ("+" if changed not in ("", "unknown") else "")


def describe():
    read = lambda path, pattern: (re.search(pattern, pathlib.Path(path).read_text(), re.M) or [0, "unknown"])[1]
    memory = int(read("/proc/meminfo", r"MemTotal:\s+(\d+)")) * 1024 / 1e9
    packages = told([PYTHON, "-m", "pip", "freeze"], r"(?s)(.*)").split()
    return {
        "machine": f"{read('/proc/cpuinfo', r'model name.*: (.*)')}, {os.cpu_count()} cores, {memory:.0f} GB",
        "system": f"{read('/etc/os-release', r'PRETTY_NAME=.(.*).$')}, Linux {platform.release()}",
        "versions": ", ".join([
            "Swift " + told(["swift", "--version"], r"Swift version (\S+)"), "OpenBLAS " + told(["pkg-config", "--modversion", "openblas"]),
            "Python " + platform.python_version(), *(p.replace("==", " ") for p in packages if re.match("faiss|highs|numpy|scipy", p))])}


def today(): return datetime.date.today().isoformat()
