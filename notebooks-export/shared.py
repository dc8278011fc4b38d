"""What the three notebooks share: running castplan, showing tables, how charts look."""

import html
import io
import json
import os
import pathlib
import shlex
import subprocess
import tempfile
import unicodedata

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML, Markdown, display
from matplotlib.ticker import FuncFormatter

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = ROOT / os.environ.get("CASTPLAN", ".build/release/castplan")

# Commands run where nothing of the repository is in the way but the sample. Gone when the kernel ends.
_folder = tempfile.TemporaryDirectory()
FOLDER = pathlib.Path(_folder.name)
(FOLDER / "datasets").symlink_to(ROOT / "datasets")

BLUE, GREY, LIGHT, RED = "#1f5fa8", "#6b7280", "#c3d3e8", "#b4432f"

plt.rcParams.update(
    {
        "font.family": ["DejaVu Sans", "IPAGothic"],
        "font.size": 10,
        "figure.figsize": (9, 4.2),
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.titlelocation": "left",
        "axes.grid": True,
        "grid.color": "#e5e7eb",
        "axes.axisbelow": True,
        "legend.frameon": False,
        # The same picture has the same bytes.
        "svg.hashsalt": "castplan",
    }
)


def castplan(words):
    """Shows a command and runs it; its standard output as text."""
    lines = [line.strip() for line in words.strip().splitlines()]
    display(Markdown("```sh\ncastplan " + " \\\n  ".join(lines) + "\n```"))
    run = subprocess.run(
        [str(PROGRAM), *shlex.split(" ".join(lines))], cwd=FOLDER, capture_output=True, text=True
    )
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    return run.stdout


def read_json(path):
    return json.loads((FOLDER / path).read_text(encoding="utf-8"))


def read_csv(path):
    return pd.read_csv(FOLDER / path, encoding="utf-8-sig")


def yen(number):
    """¥1,234,567."""
    return "–" if pd.isna(number) else f"{'-' if number < 0 else ''}¥{abs(number):,.0f}"


def millions(number):
    """¥1.2M: for charts and sentences."""
    return f"{'-' if number < 0 else ''}¥{abs(number) / 1e6:,.1f}M"


def percent(number, places=0):
    return "–" if pd.isna(number) else f"{number * 100:.{places}f} %"


def short(number):
    """At most two decimals."""
    return "–" if pd.isna(number) else f"{number:,.2f}".rstrip("0").rstrip(".")


def plain(name):
    """Without pictures, which charts have no letters for."""
    return "".join(character for character in name if unicodedata.category(character) != "So").strip()


def in_millions(axis):
    axis.set_major_formatter(
        FuncFormatter(lambda number, _: f"{'-' if number < 0 else ''}¥{abs(number) / 1e6:g}M")
    )


def table(frame, formats=None):
    """A table with a format for each column of numbers, without the index."""
    formats = formats or {}
    numeric = {name for name in frame if pd.api.types.is_numeric_dtype(frame[name])}

    def cell(tag, name, text):
        return f"<{tag}{' class=number' if name in numeric else ''}>{html.escape(text)}</{tag}>"

    def text(name, value):
        return formats[name](value) if name in formats else "" if pd.isna(value) else str(value)

    head = "".join(cell("th", name, name) for name in frame)
    rows = "".join(
        "<tr>" + "".join(cell("td", name, text(name, value)) for name, value in zip(frame, row)) + "</tr>"
        for row in frame.itertuples(index=False)
    )
    display(HTML(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"))


def show(axes):
    """Draws the chart; its title is read out to who cannot see it."""
    drawing = io.StringIO()
    # Without metadata: neither a date nor addresses in the file.
    metadata = dict.fromkeys(["Creator", "Date", "Format", "Type"])
    axes.figure.savefig(drawing, format="svg", bbox_inches="tight", metadata=metadata)
    plt.close(axes.figure)
    display(
        {"image/svg+xml": drawing.getvalue()}, raw=True,
        metadata={"image/svg+xml": {"alt": axes.get_title("left")}},
    )


def say(*sentences):
    """Conclusions, as a list."""
    display(Markdown("\n".join(f"- {sentence}" for sentence in sentences)))
