"""In the short form, what only the long one can say is left to it."""

from tests.proof.long_form import LONG

collect_ignore = [] if LONG else ["test_audiences.py"]
