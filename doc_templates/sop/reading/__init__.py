"""How an old SOP becomes data: pure functions from the bytes of a file to data and findings.

``files`` and ``plain`` or ``word`` turn the file into rows of cells; ``marks`` takes off what HTML
and Markdown left; ``identity``, ``opening``, ``panels``, ``signing``, ``activities`` read the rows;
``fitting`` chooses the profile; ``leftovers`` gives account of every word.
"""

from __future__ import annotations

from doc_templates.sop.reading.read import read

__all__ = ["read"]
