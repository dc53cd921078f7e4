"""An independent, slow and plain reading of document 2, to test the program against."""

from .answers import stalled, stalled_in, suggest, suggest_in
from .settings import Kind, Limit, Score, Settings
from .threads import Analysis, analyse

__all__ = [
    "Analysis",
    "Kind",
    "Limit",
    "Score",
    "Settings",
    "analyse",
    "stalled",
    "stalled_in",
    "suggest",
    "suggest_in",
]
