"""An independent, slow and plain reading of document 2, to test the program against."""

from .answers import stalled, suggest
from .settings import Kind, Limit, Score, Settings
from .threads import analyse

__all__ = ["Kind", "Limit", "Score", "Settings", "analyse", "stalled", "suggest"]
