"""What programs are told of two versions."""

from __future__ import annotations

import json
from pathlib import Path

from service.app import House
from tests.service.filing import filed
from tests.service.serving import client_of, person_as, token_of
from tests.service.web.test_documents import version_added


def test_changes_come_with_pointer_label_and_words(house: House, tmp_path: Path):
    """The newest against the one before, unless other numbers are asked for."""
    document = filed(house, tmp_path)
    for waktu in ("10 menit", "15 menit"):
        data = {"kegiatan": [{"uraian": "Menerima surat", "waktu": waktu}]}
        version_added(house, document, tmp_path, data_json=json.dumps(data).encode())
    client = client_of(house)
    token = token_of(person_as(house, "auditor:*"), house)
    client.headers["authorization"] = f"Bearer {token}"
    above = f"/api/v1/documents/{document}/comparison"

    told = client.get(above).json()
    without = client.get(above, params={"version": 2}).json()
    absent = client.get(above, params={"version": 9})
    other = filed(house, tmp_path, kind="perjanjian_kinerja")
    unlike = client.get(above, params={"other_document": other})

    [change] = told["changes"]
    assert (told["other_version"], told["version"]) == (2, 3)
    assert change["pointer"] == "/kegiatan/0/waktu"
    assert change["label"] == "Kegiatan 1 “Menerima surat” › Waktu"
    assert change["change"] == "diubah"
    assert change["after"] == [
        {"sort": "now", "text": "15"},
        {"sort": "same", "text": " menit"},
    ]
    assert without["changes"] is None
    assert {"name": "data.json", "state": "added"} in without["files"]
    assert absent.status_code == 404
    assert unlike.status_code == 422
    assert unlike.json()["code"] == "kinds-differ"
