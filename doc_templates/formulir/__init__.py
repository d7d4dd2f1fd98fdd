"""Collection forms in Excel: drawn up, written, and read back with every fault told.

``susun`` draws a form up from the data set, ``tulis`` makes the file; ``kembali`` reads what came
back, ``terima`` puts accepted values into the data. Nothing is imported here, so that looking for
kinds of documents does not load what only Excel needs.
"""

from __future__ import annotations
