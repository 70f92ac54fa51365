"""`monitor demo`: a small web on loopback, lived through several simulated weeks by the real pipeline."""

from monitor.demo.story import run

__all__ = ["run"]
