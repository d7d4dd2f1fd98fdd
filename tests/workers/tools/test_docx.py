"""A worker compiles each form once and fills it the same way every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import workers.tools.docx as module
from tests.workers.tools.docx_forms import drawn, leave, opened, with_members
from workers.tools.docx import Forms

DATA = {"x": "a\n<b>", "many": [{"name": f"{n}"} for n in range(30)]}
AGAIN = """
import sys
from pathlib import Path
from workers.tools.docx import Forms
data = {"x": "a\\n<b>", "many": [{"name": f"{n}"} for n in range(30)]}
sys.stdout.buffer.write(Forms().form(Path(sys.argv[1])).filled(data, arrange=lambda body: None))
"""


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    def more(document) -> None:
        document.core_properties.title = "{{ x }}"
        document.sections[0].header.paragraphs[0].text = "{{ x }}"

    return drawn(tmp_path, "{{ x }}", "{% for a in many %}{{ a.name }} {% endfor %}", more=more)


def test_a_form_is_compiled_once(letter: Path):
    """The second print finds the form ready."""
    forms = Forms()

    assert forms.form(letter) is forms.form(letter)
    assert forms.form(letter).digest == hashlib.sha256(letter.read_bytes()).hexdigest()


def test_a_changed_form_is_noticed(tmp_path: Path):
    """Saving the form in Word changes the next print, even within the clock's tick."""
    forms, path = Forms(), drawn(tmp_path, "lama {{ x }}")
    old = forms.form(path)
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)

    drawn(tmp_path, "baru {{ x }}")
    os.utime(path, ns=times)

    new = forms.form(path)
    assert opened(old.filled({"x": "1"}, arrange=leave)).paragraphs[0].text == "lama 1"
    assert opened(new.filled({"x": "1"}, arrange=leave)).paragraphs[0].text == "baru 1"


def test_forms_long_unused_are_let_go(tmp_path: Path):
    """The memory that forms take has a limit; the one used last stays."""
    forms, paths = Forms(held=2), []
    for name in "abc":
        (tmp_path / name).mkdir()
        paths.append(drawn(tmp_path / name, name))
    first, second = forms.form(paths[0]), forms.form(paths[1])

    assert forms.form(paths[0]) is first
    forms.form(paths[2])

    assert forms.form(paths[0]) is first
    assert forms.form(paths[1]) is not second


def test_threads_share_one_compilation_and_do_not_mix_their_data(
    letter: Path, monkeypatch: pytest.MonkeyPatch
):
    """Eight threads that meet a new form compile it once, and each gets its own print."""
    compiled, real, together = [], module.compile_form, Barrier(8)
    monkeypatch.setattr(module, "compile_form", lambda *a, **k: compiled.append(1) or real(*a, **k))
    forms = Forms()

    def print_many(number: int) -> set[str]:
        together.wait()
        data = {"x": f"milik {number}", "many": []}
        filled = [forms.form(letter).filled(data, arrange=leave) for _ in range(20)]
        return {opened(each).paragraphs[0].text for each in filled}

    with ThreadPoolExecutor(8) as pool:
        printed = list(pool.map(print_many, range(8)))

    assert printed == [{f"milik {number}"} for number in range(8)]
    assert len(compiled) == 1


def test_equal_data_give_equal_bytes_in_every_process(letter: Path):
    """Neither the clock nor the hash seed of a process leaves a trace in the DOCX."""
    here = Forms().form(letter).filled(DATA, arrange=leave)
    elsewhere = {
        subprocess.run(
            [sys.executable, "-c", AGAIN, str(letter)],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "Asia/Jakarta"), ("4242", "UTC"))
    }

    assert elsewhere == {here}
    assert Forms().form(letter).filled(DATA, arrange=leave) == here


def test_what_word_keeps_for_itself_is_not_printed(tmp_path: Path):
    """Editing identities and proofing marks would only be repeated wrongly by loops."""
    marks = b'<w:p w:rsidR="00AB12CD"><w:proofErr w:type="spellStart"/>'
    change = {"word/document.xml": lambda xml: xml.replace(b"<w:p>", marks, 1)}
    path = with_members(drawn(tmp_path, "{{ x }}"), change)

    body = opened(Forms().form(path).filled({"x": "isi"}, arrange=leave)).element.body

    assert body.xpath("//@w:rsidR | //w:proofErr") == []
    assert body.xpath("string(//w:p[1])") == "isi"


def test_a_form_without_tags_is_arranged_all_the_same(tmp_path: Path):
    """A kind may build its whole body itself."""

    def arrange(body) -> None:
        next(body.iter("{*}t")).text = "diatur"

    filled = Forms().form(drawn(tmp_path, "tetap")).filled({}, arrange=arrange)

    assert opened(filled).paragraphs[0].text == "diatur"
