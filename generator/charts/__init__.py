"""Charts as static SVG: described with Altair, compiled ahead, drawn by Vega, many at once, put on pages as they are.

Everything heavy is imported when the first chart is drawn, so that a command that draws none does not wait for it.
"""

from generator.charts.drawing import draw_charts

__all__ = ["draw_charts"]
