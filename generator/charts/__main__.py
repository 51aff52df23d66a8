"""`python -m generator.charts`: compile the grammar of the charts anew, after a change of it."""

from generator.charts.compiling import COMPILED, compile_grammar

COMPILED.write_text(compile_grammar(), encoding="utf-8")
