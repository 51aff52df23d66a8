"""What Vega draws is what the grammar of the charts says."""

from generator.charts.compiling import COMPILED, compile_grammar, read_compiled
from generator.model.chart import ChartKind


def test_compiled_charts_are_what_the_grammar_says() -> None:
    assert COMPILED.read_text(encoding="utf-8") == compile_grammar(), (
        "after a change of the grammar, run `python -m generator.charts`"
    )


def test_every_kind_of_chart_is_compiled() -> None:
    assert set(read_compiled()) == set(ChartKind)
