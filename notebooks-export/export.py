"""Executes the notebooks in place and writes an HTML page beside each; a cell that fails stops it."""

import html
import logging
import pathlib
import re

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

FOLDER = pathlib.Path(__file__).resolve().parent
NO_ALT = "No description has been provided for this image"
QUIET = logging.getLogger("export")
QUIET.setLevel(logging.ERROR)
STYLE = """
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1f2937;
  font: 16px/1.55 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "IPAGothic", sans-serif; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.3rem; margin-top: 2.2rem; }
a.anchor-link, .prompt { display: none; }
pre, code { font: 13px/1.45 ui-monospace, "DejaVu Sans Mono", monospace; }
.input pre { background: #f6f7f9; padding: .6rem .8rem; overflow-x: auto; border-radius: 4px; }
.output pre { background: #eef3fa; padding: .6rem .8rem; overflow-x: auto; border-radius: 4px; }
table { border-collapse: collapse; font-size: 14px; margin: .6rem 0; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #e5e7eb; text-align: left; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
svg { max-width: 100%; height: auto; }
"""


def export(path):
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=600, kernel_name="python3", record_timing=False,
        resources={"metadata": {"path": str(FOLDER)}},
    )
    client.execute()
    for number, cell in enumerate(notebook.cells):
        # Names that do not change from run to run.
        cell["id"] = f"cell-{number}"
        for output in cell.get("outputs", []):
            # What a terminal would show in place of a chart or a table.
            if len(output.get("data", {})) > 1:
                output["data"].pop("text/plain", None)
    nbformat.write(notebook, path)
    body, _ = HTMLExporter(template_name="basic", log=QUIET).from_notebook_node(notebook)
    # nbconvert takes no description of a drawing from the notebook.
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if drawing := output.get("metadata", {}).get("image/svg+xml"):
                alt = f'alt="{html.escape(drawing["alt"])}"'
                body = body.replace(f'alt="{NO_ALT}"', alt, 1)
    title = re.search(r"# (.+)", notebook.cells[0].source).group(1)
    path.with_suffix(".html").write_text(
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        encoding="utf-8",
    )


for notebook in sorted(FOLDER.glob("*.ipynb")):
    print(f"executing {notebook.name}", flush=True)
    export(notebook)
