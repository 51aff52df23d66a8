"""jixiao (绩效): from self-evaluation forms in TOML to a public site that anyone can check."""

__version__ = "0.1.0"
