"""Numbers measured in rounds, and what is told of them."""
import math, statistics


class Side:
    """What was measured of one program in one piece of work."""

    def __init__(self, name):
        self.name, self.seconds, self.memory, self.answer = name, [], [], ""
        # Ended by its limit, without what was asked for; then it is not run again.
        self.is_stopped = False

    def add(self, seconds, memory_mb):
        self.seconds.append(seconds)
        self.memory.append(memory_mb)

    def record(self): return {"name": self.name, "seconds": self.seconds, "memory_mb": self.memory, "answer": self.answer, "is_stopped": self.is_stopped}


def median(numbers): return statistics.median(numbers) if numbers else math.nan


def digits(seconds): return f"{seconds:.3f}" if seconds < 1 else f"{seconds:.2f}" if seconds < 100 else f"{seconds:.0f}"


def spread(seconds):
    """Median, and least to most where there are several."""
    if not seconds: return "—"
    told = f"{digits(median(seconds))} s"
    return told if len(seconds) < 2 else f"{told} [{digits(min(seconds))}–{digits(max(seconds))}]"


def exponent(points):
    """b of y = a · x^b by least squares on logarithms; None of fewer than two sizes."""
    points = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len({x for x, _ in points}) < 2: return None
    mean_x, mean_y = (statistics.fmean(p[k] for p in points) for k in (0, 1))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
