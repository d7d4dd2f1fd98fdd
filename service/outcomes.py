"""What people and programs are told of each error: exit code, status, slug, remedy.

Decided once, here; the command line reads the exit code, the API to come reads the status.
Where the sentence of an error already says what to do, the remedy is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from archive import errors as archive
from archive.signatures import errors as signatures
from doc_templates import errors as templates
from service import errors as service
from service import refusals
from service.accounts import errors as accounts
from service.backups import errors as backups
from service.comparing import errors as comparing
from service.drafts import errors as drafts
from service.hooks import errors as hooks
from service.office_forms import errors as forms
from workers import errors as workers

if TYPE_CHECKING:
    from collections.abc import Mapping


class ExitCode(IntEnum):
    """How a command ended; docs/cli.md says the same in a table."""

    OK = 0
    UNEXPECTED = 1
    """A fault of Lontar itself."""
    USAGE = 2
    """The command was typed wrongly, or a setting is wrong."""
    DATA = 3
    """The data file cannot be read or does not fit its kind."""
    BLOCKED = 4
    """Findings forbid issuing."""
    UNKNOWN = 5
    """No such document, job, kind, sample, number, version or file."""
    CONFLICT = 6
    """Number, key or state stand against it."""
    TARGET = 7
    """The result cannot be written where it was wanted."""
    REJECTED = 8
    """The document cannot be made like this."""
    LATER = 9
    """Nothing is lost; try again or wait."""
    STORAGE = 10
    """Disk or database refuse."""
    ALTERED = 11
    """Kept bytes are not as they were filed."""
    NOT_ISSUED = 12
    """verify: this is nothing that was issued here."""
    CONTINUED = 13
    """verify: begins with what was issued and goes on, as a signed copy does."""
    REFUSED = 14
    """Who asks is not known, or may not do this."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an error means to those outside."""

    exit_code: ExitCode
    status: int
    """HTTP status."""
    slug: str
    """Stable name for programs."""
    remedy: str = ""
    """One Indonesian sentence on what to do; empty where the error's own sentence says it."""
    outside: str | None = None
    """The same for pages and programs, where the remedy is a command; None where it is none."""

    @property
    def remedy_outside(self) -> str:
        """What those are told who have no command line."""
        return self.remedy if self.outside is None else self.outside


_FIX: Final = "Perbaiki berkas data itu, lalu ulangi."
_REPORT: Final = "Ini kesalahan Lontar; laporkan kepada pengelola dengan keluaran --trace."
_RETRY: Final = "Ulangi sebentar lagi; tidak ada yang hilang."
_FORM: Final = "Laporkan kepada pengelola templat; nomor dokumen tetap tersimpan."
_WORK: Final = "Jalankan `lontar work`, lalu lihat hasilnya dengan `lontar job`."
_WAIT: Final = "Lihat lagi pekerjaan itu sebentar lagi; tidak ada yang hilang."

UNEXPECTED: Final = Outcome(ExitCode.UNEXPECTED, 500, "unexpected", _REPORT)
SYSTEM: Final = Outcome(
    ExitCode.STORAGE, 507, "system", "Periksa izin dan ruang pada LONTAR_HOME, lalu ulangi."
)


def _data(slug: str, remedy: str = _FIX, outside: str | None = None) -> Outcome:
    return Outcome(ExitCode.DATA, 422, slug, remedy, outside)


def _unknown(slug: str, remedy: str = "", outside: str | None = None) -> Outcome:
    return Outcome(ExitCode.UNKNOWN, 404, slug, remedy, outside)


def _conflict(slug: str, remedy: str = "", outside: str | None = None) -> Outcome:
    return Outcome(ExitCode.CONFLICT, 409, slug, remedy, outside)


def _rejected(slug: str, remedy: str = _FORM, outside: str | None = None) -> Outcome:
    return Outcome(ExitCode.REJECTED, 422, slug, remedy, outside)


def _later(slug: str, remedy: str = _RETRY, outside: str | None = None) -> Outcome:
    return Outcome(ExitCode.LATER, 503, slug, remedy, outside)


def _storage(slug: str, remedy: str = "") -> Outcome:
    return Outcome(ExitCode.STORAGE, 507, slug, remedy)


def _refused(slug: str, status: int, remedy: str = "") -> Outcome:
    return Outcome(ExitCode.REFUSED, status, slug, remedy)


def _fault(slug: str) -> Outcome:
    return Outcome(ExitCode.UNEXPECTED, 500, slug, _REPORT)


OUTCOMES: Final[Mapping[type[BaseException], Outcome]] = {
    service.DataMissing: _data("data-missing", "Periksa nama dan letak berkas itu."),
    service.DataUnreadable: _data("data-unreadable", "Tunjuk sebuah berkas yang boleh dibaca."),
    service.DataTooLarge: _data("data-too-large", "Pastikan berkas yang ditunjuk benar."),
    service.DataNotText: _data("data-not-text", "Simpan data sebagai teks UTF-8, lalu ulangi."),
    service.DataSyntax: _data("data-syntax"),
    service.DataInvalid: _data("data-invalid"),
    service.DataSetUnusable: _data(
        "data-set-unusable", "Sebutlah himpunan datanya seperti {“berkas”: “kinerja.json”}."
    ),
    service.NumberTooLarge: _data("number-too-large", "Tulis bilangan itu sebagai teks."),
    service.KindUnsaid: Outcome(ExitCode.USAGE, 400, "kind-unsaid"),
    service.SampleUnknown: _unknown(
        "sample-unknown", "Lihat daftarnya dengan `lontar sample`.", "Lihat daftar contohnya."
    ),
    service.IssueBlocked: Outcome(
        ExitCode.BLOCKED,
        422,
        "issue-blocked",
        "Perbaiki temuan bertanda E, atau cetak KONSEP dengan `lontar make`.",
        "Perbaiki temuan bertanda E, atau cetak dahulu KONSEP-nya.",
    ),
    service.KeyReused: _conflict("key-reused", "Pakai kunci lain untuk data yang lain."),
    service.JobRefused: _rejected(
        "job-refused",
        "Setelah sebabnya diatasi, ulangi dengan `lontar retry`.",
        "Setelah sebabnya diatasi, minta ulang dari halaman pekerjaannya.",
    ),
    service.NotTakenInTime: _later("not-taken-in-time", _WORK, _WAIT),
    service.WorkerFailed: _later("worker-failed", _WORK, _WAIT),
    service.TargetExists: Outcome(
        ExitCode.TARGET,
        409,
        "target-exists",
        "Pilih nama lain, atau sertakan --force.",
        "Pilih nama lain.",
    ),
    service.TargetUnusable: Outcome(
        ExitCode.TARGET, 507, "target-unusable", "Pilih folder lain yang boleh ditulisi."
    ),
    service.ProposalsAbsent: _unknown("proposals-absent"),
    service.ProposalUnknown: _unknown("proposal-unknown"),
    service.StoreDamaged: Outcome(
        ExitCode.ALTERED, 500, "store-damaged", "Pulihkan bagian itu dari salinan cadangan."
    ),
    service.SettingsWrong: Outcome(
        ExitCode.USAGE, 500, "settings-wrong", "Perbaiki pengaturan itu; lihat docs/settings.md."
    ),
    service.SchemaTooNew: _storage("schema-too-new", "Pasang rilis Lontar yang lebih baru."),
    accounts.SignInRefused: _refused(
        "sign-in-refused", 401, "Periksa ejaan dan huruf besar-kecil, atau hubungi admin."
    ),
    accounts.SignInLocked: _refused("sign-in-locked", 429),
    accounts.NotSignedIn: _refused("not-signed-in", 401, "Masuklah, lalu ulangi."),
    accounts.NotAllowed: _refused("not-allowed", 403, "Mintalah peran itu kepada admin."),
    accounts.FormForged: _refused("form-forged", 403, "Muat ulang halamannya, lalu ulangi."),
    accounts.LoginTaken: _conflict("login-taken"),
    accounts.LoginUnusable: _data("login-unusable", ""),
    accounts.NameUnusable: _data("name-unusable", ""),
    accounts.PasswordWeak: _data("password-weak", "Pilih kata sandi lain."),
    accounts.PersonUnknown: _unknown(
        "person-unknown", "Lihat daftarnya dengan `lontar person`.", "Lihat daftar pengguna."
    ),
    accounts.RoleUnknown: _data("role-unknown", ""),
    accounts.RoleNeedsOffice: _data("role-needs-office", ""),
    accounts.LastAdmin: _conflict("last-admin"),
    accounts.ScopeUnknown: _data("scope-unknown", ""),
    accounts.TokenUnknown: _unknown("token-unknown"),
    accounts.SessionUnknown: _unknown("session-unknown"),
    accounts.PasswordOnce: _refused("password-once", 403, "Buka halaman akun Anda."),
    accounts.PasswordsClosed: _refused("passwords-closed", 403),
    accounts.ProviderUnavailable: _later(
        "provider-unavailable", "Ulangi sebentar lagi, atau masuklah dengan kata sandi."
    ),
    accounts.SignOnRefused: _refused(
        "sign-on-refused", 401, "Mulailah lagi dari halaman masuk ini."
    ),
    accounts.PersonUnlinked: _refused(
        "person-unlinked", 403, "Mintalah kepada admin Lontar di kantor Anda."
    ),
    accounts.IdentityTaken: _conflict("identity-taken", "Hubungi admin."),
    accounts.IdentityUnknown: _unknown("identity-unknown"),
    accounts.InvitationOver: _refused("invitation-over", 403, "Mintalah yang baru kepada admin."),
    drafts.DraftUnknown: _unknown("draft-unknown"),
    drafts.DraftChanged: _conflict("draft-changed"),
    drafts.StepUnfit: _conflict("step-unfit"),
    drafts.OwnDraft: _refused("own-draft", 403, "Mintalah pemeriksa lain."),
    drafts.DraftUnsound: _data("draft-unsound", "Perbaiki isian yang ditandai, lalu ulangi."),
    drafts.FindingsUnseen: _data(
        "findings-unseen", "Perbaiki, atau tandai bahwa Anda sudah melihatnya."
    ),
    drafts.OfficeDiffers: _data(
        "office-differs", "Perbaiki kop naskah, atau susun naskahnya pada kantor itu."
    ),
    drafts.ReasonMissing: _data("reason-missing", "Tuliskan alasannya atau satu koreksi."),
    drafts.TitleUnusable: _data("title-unusable", ""),
    drafts.DataSetAbsent: _conflict("data-set-absent", "Muat himpunannya dahulu."),
    drafts.FormsHeldBack: _data("forms-held-back", "Perbaiki formulirnya, lalu unggah lagi."),
    drafts.ReviewerThere: _conflict("reviewer-there", "Tunggu putusan pemeriksa."),
    drafts.RowsTooMany: _data("rows-too-many", "Bagilah menjadi beberapa naskah."),
    drafts.ColumnsUnknown: _data("columns-unknown", "Hapus atau ganti nama kolomnya, lalu tempel."),
    drafts.RowsUnreadable: _data("rows-unreadable", "Perbaiki baris itu, lalu tempel lagi."),
    refusals.PathUnknown: _unknown("path-unknown", "Periksa ejaan alamatnya."),
    refusals.MethodUnknown: _refused("method-unknown", 405),
    refusals.RequestUnreadable: _refused("request-unreadable", 400, "Perbaiki, lalu kirim lagi."),
    refusals.RequestInvalid: _data("request-invalid", "Perbaiki isian itu, lalu kirim lagi."),
    refusals.BodyTooLarge: _refused("body-too-large", 413, "Kirim berkas yang lebih kecil."),
    refusals.BodyTooSlow: _refused("body-too-slow", 408, "Kirim lagi melalui jaringan lain."),
    refusals.KeyUnusable: _refused("key-unusable", 400),
    refusals.UploadMissing: _data("upload-missing", "Pilih berkasnya, lalu kirim lagi."),
    refusals.CursorUnreadable: _refused("cursor-unreadable", 400, "Mulailah dari halaman pertama."),
    refusals.RangeBeyond: _refused("range-beyond", 416),
    refusals.TooOften: _refused("too-often", 429),
    backups.BackupMissing: _data("backup-missing", "Periksa nama dan letak berkas itu."),
    backups.BackupUnreadable: _data("backup-unreadable", "Pakailah cadangan lain yang lengkap."),
    backups.BackupAltered: Outcome(
        ExitCode.ALTERED, 500, "backup-altered", "Pakailah cadangan lain yang utuh."
    ),
    backups.BackupStale: _conflict(
        "backup-stale", "Jalankan `lontar rebuild`, lalu ulangi.", "Hubungi pengelola."
    ),
    backups.BackupHoled: Outcome(
        ExitCode.ALTERED,
        500,
        "backup-holed",
        "Pulihkan berkas itu dari cadangan sebelumnya, lalu ulangi.",
    ),
    backups.HomeTaken: _conflict("home-taken", "Tunjuk folder yang kosong atau belum ada."),
    backups.DatabaseTaken: _conflict(
        "database-taken", "Siapkan basis data kosong, atau kosongkan LONTAR_DATABASE_URL."
    ),
    forms.FormUnknown: _unknown("form-unknown", "Lihat daftar templat, lalu ulangi."),
    forms.FormUnusable: _data("form-unusable", "Perbaiki berkasnya di Word, lalu unggah lagi."),
    forms.FormUnsound: _data("form-unsound", "Perbaiki di Word, lalu unggah sebagai versi baru."),
    forms.FormUnseen: _conflict("form-unseen", "Cetak dan lihat pratinjaunya, lalu ulangi."),
    forms.FormInForce: _conflict("form-in-force"),
    forms.FormOfficeMissing: _data("form-office-missing", ""),
    forms.FormReasonMissing: _data("form-reason-missing", ""),
    comparing.PrintMissing: _unknown("print-missing"),
    comparing.PrintUnreadable: _data("print-unreadable", "Bukalah PDF-nya sendiri-sendiri."),
    comparing.PrintTooLong: _data("print-too-long", "Bukalah kedua PDF-nya berdampingan."),
    comparing.PrintTooHard: _data("print-too-hard", "Bukalah PDF-nya sendiri-sendiri."),
    comparing.PageAbsent: _unknown("page-absent"),
    comparing.ComparingBusy: _later("comparing-busy"),
    comparing.KindsDiffer: _data("kinds-differ", ""),
    hooks.HookUnknown: _unknown("hook-unknown", "Lihat daftar webhook, lalu ulangi."),
    hooks.AddressUnusable: _data("address-unusable", "Tulis alamat program di mesin lain."),
    templates.KindUnknown: _unknown("kind-unknown"),
    templates.KindFormless: Outcome(
        ExitCode.USAGE,
        400,
        "kind-formless",
        "Berkas data tiap naskahnya dibuat dengan `lontar derive`.",
        "Pilih jenis naskah yang diturunkan darinya.",
    ),
    templates.KindMisnamed: _fault("kind-misnamed"),
    templates.RegisterUnreadable: Outcome(
        ExitCode.USAGE, 500, "register-unreadable", "Perbaiki berkas register itu, lalu ulangi."
    ),
    templates.ProposalsConflict: _conflict("proposals-conflict"),
    templates.ProfileUnknown: _unknown("profile-unknown"),
    templates.ProfileUnreadable: _data("profile-unreadable", "Perbaiki berkas profil itu."),
    templates.FormUnitUnknown: _unknown("form-unit-unknown"),
    templates.FormEmpty: _data(
        "form-empty", "Pilih unit lain, atau isi penanggung_jawab di data, lalu ulangi."
    ),
    templates.FormUnwritable: _data("form-unwritable"),
    templates.MarkMissing: _data("mark-missing", "Kembalikan penanda itu di Word, lalu ulangi."),
    templates.TextUnprintable: _data("text-unprintable", "Hapus karakter itu, lalu ulangi."),
    templates.SheetTooSmall: _data("sheet-too-small", "Ubah kertas atau lajurnya, lalu ulangi."),
    templates.NotImportable: _unknown("not-importable"),
    templates.OldFileEmpty: _data("old-file-empty", "Pastikan berkas yang ditunjuk benar."),
    templates.OldFormat: _data(
        "old-format",
        "Buka di Word atau LibreOffice, simpan sebagai DOCX, lalu ulangi; naskah pindaian harus "
        "diketik ulang.",
    ),
    templates.OldFileLocked: _data(
        "old-file-locked",
        "Buka dengan kata sandinya, simpan salinan tanpa kata sandi, lalu ulangi.",
    ),
    templates.OldFileDamaged: _data(
        "old-file-damaged", "Buka di Word atau LibreOffice, simpan ulang sebagai DOCX, lalu ulangi."
    ),
    templates.OldFileTooLarge: _data(
        "old-file-too-large", "Hapus gambar dan lampiran dari salinannya, lalu ulangi."
    ),
    templates.OldFileForeign: _data(
        "old-file-foreign",
        "Pastikan berkasnya memuat lembar identitas atau tabel kegiatan, atau mulailah dari "
        "`lontar sample`.",
        "Pastikan berkasnya memuat lembar identitas atau tabel kegiatan.",
    ),
    templates.OldFileUnfit: _data("old-file-unfit", "Ubah salinan naskah lama itu, lalu ulangi."),
    archive.BadDocumentId: Outcome(ExitCode.UNKNOWN, 400, "bad-document-id"),
    archive.BadVersionNumber: Outcome(ExitCode.UNKNOWN, 400, "bad-version-number"),
    archive.BadDigest: _fault("bad-digest"),
    archive.BadFileName: Outcome(ExitCode.UNKNOWN, 400, "bad-file-name"),
    archive.BadTime: _fault("bad-time"),
    archive.BadPattern: _data("bad-pattern", "Perbaiki isian penomoran.pola, lalu ulangi."),
    archive.BadReason: _data("bad-reason", ""),
    archive.BadStanding: _data("bad-standing", ""),
    archive.BadKeeping: _data("bad-keeping", ""),
    archive.NothingToKeep: _fault("nothing-to-keep"),
    archive.SourceMissing: _storage("source-missing"),
    archive.DocumentUnknown: _unknown("document-unknown"),
    archive.VersionUnknown: _unknown("version-unknown"),
    archive.FileUnknown: _unknown("file-unknown"),
    archive.NameAmbiguous: Outcome(ExitCode.UNKNOWN, 409, "name-ambiguous"),
    archive.NotInForce: _conflict("not-in-force"),
    archive.SuccessorUnfit: _conflict("successor-unfit"),
    archive.DocumentChanged: _conflict("document-changed"),
    archive.NumberTaken: _conflict("number-taken"),
    archive.NumberUnknown: _unknown("number-unknown"),
    archive.BookUnknown: _unknown("book-unknown"),
    archive.NumberIssued: _conflict("number-issued"),
    archive.NumberVoid: _conflict("number-void"),
    archive.FileAltered: Outcome(ExitCode.ALTERED, 500, "file-altered"),
    signatures.CopyUnreadable: _data(
        "copy-unreadable", "Unduh lagi dokumennya, tanda tangani, lalu kirim hasilnya."
    ),
    signatures.CopyUnlike: _data(
        "copy-unlike", "Unduh dokumennya dari sini, tanda tangani berkas itu, lalu kirim hasilnya."
    ),
    signatures.CopyUnsigned: _data("copy-unsigned", "Tanda tangani dahulu, lalu kirim hasilnya."),
    signatures.CopyBroken: _data("copy-broken", "Tanda tangani lagi berkas yang diunduh."),
    archive.StorageFull: _storage("storage-full"),
    archive.NotAStorageRoot: _storage("not-a-storage-root"),
    archive.StagingElsewhere: _storage("staging-elsewhere"),
    archive.InventoryUnreadable: Outcome(ExitCode.ALTERED, 500, "inventory-unreadable"),
    archive.IndexAhead: Outcome(ExitCode.ALTERED, 500, "index-ahead"),
    archive.ObjectBusy: _later("object-busy", ""),
    archive.DatabaseUnavailable: _later("database-unavailable", ""),
    archive.DatabaseUnprepared: _storage("database-unprepared"),
    workers.LimitsOutOfOrder: Outcome(
        ExitCode.USAGE, 500, "limits-out-of-order", "Perbaiki pengaturan batas waktu itu."
    ),
    workers.JobUnknown: _unknown(
        "job-unknown", "Periksa daftarnya dengan `lontar jobs`.", "Periksa daftar pekerjaan."
    ),
    workers.KeyTaken: _conflict("key-taken"),
    workers.LeaseLost: _fault("lease-lost"),
    workers.NotAskable: _conflict("not-askable"),
    workers.NotCancellable: _conflict("not-cancellable"),
    workers.OwnerUnreadable: _fault("owner-unreadable"),
    workers.EngineDied: _later("engine-died"),
    workers.EngineTimedOut: _later("engine-timed-out"),
    workers.JobTimedOut: _later("job-timed-out"),
    workers.EngineMissing: _later("engine-missing", "Pasang LibreOffice, lalu ulangi."),
    workers.FillingFailed: _later("filling-failed"),
    workers.StorageFull: _storage("work-storage-full", "Kosongkan ruang, lalu ulangi."),
    workers.BrokerUnavailable: _later("broker-unavailable"),
    workers.KindGone: _rejected("kind-gone", "Pasang jenis itu pada pekerja, lalu ulangi."),
    workers.OfficeFormGone: _rejected("office-form-gone"),
    workers.DataRefused: _rejected("data-refused", _FIX),
    workers.AttemptsSpent: _rejected("attempts-spent", ""),
    workers.TemplateBroken: _rejected("template-broken"),
    workers.TemplateUnsafe: _rejected("template-unsafe"),
    workers.ValueUnprintable: _rejected("value-unprintable", ""),
    workers.FieldUnknown: _rejected("field-unknown"),
    workers.NotADocx: _rejected("not-a-docx"),
    workers.FormOverran: _rejected("form-overran"),
    workers.LayoutRefused: _rejected("layout-refused"),
    workers.OutputRefused: _rejected("output-refused"),
    workers.SignatureMarkMissing: _rejected("signature-mark-missing"),
}
"""Every error class that can be raised, and what it means outside."""


def outcome_of(error: BaseException) -> Outcome:
    """The outcome of an error, or of the nearest class above it."""
    for each in type(error).__mro__:
        if found := OUTCOMES.get(each):
            return found
    return SYSTEM if isinstance(error, OSError) else UNEXPECTED


def is_known(error: BaseException) -> bool:
    """True for an error that one of our packages foresaw."""
    return type(error) in OUTCOMES


def sentence_of(error: BaseException) -> str:
    """What a person is told of an error, in Indonesian."""
    if is_known(error):
        return str(error)
    if isinstance(error, OSError):
        place = f" pada {error.filename}" if error.filename else ""
        return f"Sistem berkas menolak{place}: {error.strerror or error}."
    return f"Terjadi kesalahan yang tidak terduga ({type(error).__name__}: {error})."
