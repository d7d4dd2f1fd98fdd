"""The roles that people have, and the acts that can be asked of the service."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is to an office; one person may be several things to several offices."""

    PENYUSUN = "penyusun"
    """Prepares data and asks for documents."""
    PEMERIKSA = "pemeriksa"
    """Compares, returns with a reason or approves."""
    PENANDATANGAN = "penandatangan"
    """Downloads, signs, and sends the signed copy back."""
    AUDITOR = "auditor"
    """Reads everything and changes nothing."""
    ARSIPARIS = "arsiparis"
    """Keeps the archive in order: classification, states, numbers."""
    ADMIN = "admin"
    """Keeps the installation: people, templates, webhooks; documents are no business of theirs."""


class Act(StrEnum):
    """Everything that can be asked of the service; each route names one."""

    SEE_KINDS = "lihat-jenis"
    MANAGE_OWN = "kelola-akun-sendiri"
    CHECK = "periksa-data"
    PREVIEW = "cetak-konsep"
    REQUEST = "minta-dokumen"
    SEE_JOBS = "lihat-pekerjaan"
    STEER_JOBS = "kendalikan-pekerjaan"
    REVIEW = "periksa-dokumen"
    SEE_DOCUMENTS = "lihat-dokumen"
    DOWNLOAD = "unduh-berkas"
    RECEIVE = "terima-bertanda-tangan"
    SEE_TRAIL = "lihat-jejak"
    EXAMINE = "uji-keutuhan"
    KEEP = "tata-arsip"
    SEE_REGISTER = "lihat-buku-nomor"
    VOID_NUMBER = "batalkan-nomor"
    MANAGE_PEOPLE = "kelola-pengguna"
    MANAGE_TEMPLATES = "kelola-templat"
    MANAGE_HOOKS = "kelola-webhook"
    SEE_HEALTH = "lihat-kesehatan"
