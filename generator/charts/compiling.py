"""Compiles the grammar of the charts to what Vega draws, and keeps it beside this module.

It is done when the grammar changes, by `python -m generator.charts`, and not when a chart is drawn: loading
Altair and compiling take longer than drawing the charts of a thousand pages.
"""

import json
from pathlib import Path
from typing import Any, Final

from generator.model.chart import ChartKind

COMPILED: Final = Path(__file__).with_name("compiled.json")
"""What Vega draws, by the kind of chart; a test holds that it is what the grammar says."""


def compile_grammar() -> str:
    """Compile the description of every kind of chart."""
    from vl_convert import vegalite_to_vega  # noqa: PLC0415 (only who compiles needs both)

    from generator.charts.grammar import describe_charts  # noqa: PLC0415

    compiled = {kind: vegalite_to_vega(chart) for kind, chart in describe_charts().items()}
    return f"{json.dumps(compiled, ensure_ascii=False, indent=1, sort_keys=True)}\n"


def read_compiled() -> dict[ChartKind, dict[str, Any]]:
    """Read what was compiled."""
    return {
        ChartKind(kind): chart for kind, chart in json.loads(COMPILED.read_text(encoding="utf-8")).items()
    }
