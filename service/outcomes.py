"""What people and programs are told of each error: exit code, status, slug, remedy.

Decided once, here; the command line reads the exit code, API and pages read the status.
Where the sentence of an error already says what to do, the remedy is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from archive import bad_values
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
from service.outcome import (
    FIX,
    SYSTEM,
    UNEXPECTED,
    WAIT,
    WORK,
    ExitCode,
    Outcome,
    conflict,
    data,
    fault,
    later,
    refused,
    rejected,
    storage,
    unknown,
)
from workers import errors as workers

if TYPE_CHECKING:
    from collections.abc import Mapping


OUTCOMES: Final[Mapping[type[BaseException], Outcome]] = {
    service.DataMissing: data("data-missing", "Periksa nama dan letak berkas itu."),
    service.DataUnreadable: data("data-unreadable", "Tunjuk sebuah berkas yang boleh dibaca."),
    service.DataTooLarge: data("data-too-large", "Pastikan berkas yang ditunjuk benar."),
    service.DataNotText: data("data-not-text", "Simpan data sebagai teks UTF-8, lalu ulangi."),
    service.DataSyntax: data("data-syntax"),
    service.DataInvalid: data("data-invalid"),
    service.DataSetUnusable: data(
        "data-set-unusable", "Sebutlah himpunan datanya seperti {“berkas”: “kinerja.json”}."
    ),
    service.NumberTooLarge: data("number-too-large", "Tulis bilangan itu sebagai teks."),
    service.KindUnsaid: Outcome(ExitCode.USAGE, 400, "kind-unsaid"),
    service.SampleUnknown: unknown(
        "sample-unknown", "Lihat daftarnya dengan `lontar sample`.", "Lihat daftar contohnya."
    ),
    service.IssueBlocked: Outcome(
        ExitCode.BLOCKED,
        422,
        "issue-blocked",
        "Perbaiki temuan bertanda E, atau cetak KONSEP dengan `lontar make`.",
        "Perbaiki temuan bertanda E, atau cetak dahulu KONSEP-nya.",
    ),
    service.KeyReused: conflict("key-reused", "Pakai kunci lain untuk data yang lain."),
    service.JobRefused: rejected(
        "job-refused",
        "Setelah sebabnya diatasi, ulangi dengan `lontar retry`.",
        "Setelah sebabnya diatasi, minta ulang dari halaman pekerjaannya.",
    ),
    service.NotTakenInTime: later("not-taken-in-time", WORK, WAIT),
    service.WorkerFailed: later("worker-failed", WORK, WAIT),
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
    service.ProposalsAbsent: unknown("proposals-absent"),
    service.ProposalUnknown: unknown("proposal-unknown"),
    service.StoreDamaged: Outcome(
        ExitCode.ALTERED, 500, "store-damaged", "Pulihkan bagian itu dari salinan cadangan."
    ),
    service.SettingsWrong: Outcome(
        ExitCode.USAGE, 500, "settings-wrong", "Perbaiki pengaturan itu; lihat docs/settings.md."
    ),
    service.SchemaTooNew: storage("schema-too-new", "Pasang rilis Lontar yang lebih baru."),
    accounts.SignInRefused: refused(
        "sign-in-refused", 401, "Periksa ejaan dan huruf besar-kecil, atau hubungi admin."
    ),
    accounts.SignInLocked: refused("sign-in-locked", 429),
    accounts.NotSignedIn: refused("not-signed-in", 401, "Masuklah, lalu ulangi."),
    accounts.NotAllowed: refused("not-allowed", 403, "Mintalah peran itu kepada admin."),
    accounts.FormForged: refused("form-forged", 403, "Muat ulang halamannya, lalu ulangi."),
    accounts.LoginTaken: conflict("login-taken"),
    accounts.LoginUnusable: data("login-unusable", ""),
    accounts.NameUnusable: data("name-unusable", ""),
    accounts.PasswordWeak: data("password-weak", "Pilih kata sandi lain."),
    accounts.PersonUnknown: unknown(
        "person-unknown", "Lihat daftarnya dengan `lontar person`.", "Lihat daftar pengguna."
    ),
    accounts.RoleUnknown: data("role-unknown", ""),
    accounts.RoleNeedsOffice: data("role-needs-office", ""),
    accounts.LastAdmin: conflict("last-admin"),
    accounts.ScopeUnknown: data("scope-unknown", ""),
    accounts.TokenUnknown: unknown("token-unknown"),
    accounts.SessionUnknown: unknown("session-unknown"),
    accounts.PasswordOnce: refused("password-once", 403, "Buka halaman akun Anda."),
    accounts.PasswordsClosed: refused("passwords-closed", 403),
    accounts.ProviderUnavailable: later(
        "provider-unavailable", "Ulangi sebentar lagi, atau masuklah dengan kata sandi."
    ),
    accounts.SignOnRefused: refused(
        "sign-on-refused", 401, "Mulailah lagi dari halaman masuk ini."
    ),
    accounts.PersonUnlinked: refused(
        "person-unlinked", 403, "Mintalah kepada admin Lontar di kantor Anda."
    ),
    accounts.IdentityTaken: conflict("identity-taken", "Hubungi admin."),
    accounts.IdentityUnknown: unknown("identity-unknown"),
    accounts.InvitationOver: refused("invitation-over", 403, "Mintalah yang baru kepada admin."),
    drafts.DraftUnknown: unknown("draft-unknown"),
    drafts.DraftChanged: conflict("draft-changed"),
    drafts.StepUnfit: conflict("step-unfit"),
    drafts.OwnDraft: refused("own-draft", 403, "Mintalah pemeriksa lain."),
    drafts.DraftUnsound: data("draft-unsound", "Perbaiki isian yang ditandai, lalu ulangi."),
    drafts.FindingsUnseen: data(
        "findings-unseen", "Perbaiki, atau tandai bahwa Anda sudah melihatnya."
    ),
    drafts.OfficeDiffers: data(
        "office-differs", "Perbaiki kop naskah, atau susun naskahnya pada kantor itu."
    ),
    drafts.ReasonMissing: data("reason-missing", "Tuliskan alasannya atau satu koreksi."),
    drafts.TitleUnusable: data("title-unusable", ""),
    drafts.DataSetAbsent: conflict("data-set-absent", "Muat himpunannya dahulu."),
    drafts.FormsHeldBack: data("forms-held-back", "Perbaiki formulirnya, lalu unggah lagi."),
    drafts.ReviewerThere: conflict("reviewer-there", "Tunggu putusan pemeriksa."),
    drafts.RowsTooMany: data("rows-too-many", "Bagilah menjadi beberapa naskah."),
    drafts.ColumnsUnknown: data("columns-unknown", "Hapus atau ganti nama kolomnya, lalu tempel."),
    drafts.RowsUnreadable: data("rows-unreadable", "Perbaiki baris itu, lalu tempel lagi."),
    refusals.PathUnknown: unknown("path-unknown", "Periksa ejaan alamatnya."),
    refusals.MethodUnknown: refused("method-unknown", 405),
    refusals.RequestUnreadable: refused("request-unreadable", 400, "Perbaiki, lalu kirim lagi."),
    refusals.RequestInvalid: data("request-invalid", "Perbaiki isian itu, lalu kirim lagi."),
    refusals.BodyTooLarge: refused("body-too-large", 413, "Kirim berkas yang lebih kecil."),
    refusals.BodyTooSlow: refused("body-too-slow", 408, "Kirim lagi melalui jaringan lain."),
    refusals.KeyUnusable: refused("key-unusable", 400),
    refusals.UploadMissing: data("upload-missing", "Pilih berkasnya, lalu kirim lagi."),
    refusals.CursorUnreadable: refused("cursor-unreadable", 400, "Mulailah dari halaman pertama."),
    refusals.RangeBeyond: refused("range-beyond", 416),
    refusals.TooOften: refused("too-often", 429),
    backups.BackupMissing: data("backup-missing", "Periksa nama dan letak berkas itu."),
    backups.BackupUnreadable: data("backup-unreadable", "Pakailah cadangan lain yang lengkap."),
    backups.BackupAltered: Outcome(
        ExitCode.ALTERED, 500, "backup-altered", "Pakailah cadangan lain yang utuh."
    ),
    backups.BackupStale: conflict(
        "backup-stale", "Jalankan `lontar rebuild`, lalu ulangi.", "Hubungi pengelola."
    ),
    backups.BackupHoled: Outcome(
        ExitCode.ALTERED,
        500,
        "backup-holed",
        "Pulihkan berkas itu dari cadangan sebelumnya, lalu ulangi.",
    ),
    backups.HomeTaken: conflict("home-taken", "Tunjuk folder yang kosong atau belum ada."),
    backups.DatabaseTaken: conflict(
        "database-taken", "Siapkan basis data kosong, atau kosongkan LONTAR_DATABASE_URL."
    ),
    forms.FormUnknown: unknown("form-unknown", "Lihat daftar templat, lalu ulangi."),
    forms.FormUnusable: data("form-unusable", "Perbaiki berkasnya di Word, lalu unggah lagi."),
    forms.FormUnsound: data("form-unsound", "Perbaiki di Word, lalu unggah sebagai versi baru."),
    forms.FormUnseen: conflict("form-unseen", "Cetak dan lihat pratinjaunya, lalu ulangi."),
    forms.FormInForce: conflict("form-in-force"),
    forms.FormOfficeMissing: data("form-office-missing", ""),
    forms.FormReasonMissing: data("form-reason-missing", ""),
    comparing.PrintMissing: unknown("print-missing"),
    comparing.PrintUnreadable: data("print-unreadable", "Bukalah PDF-nya sendiri-sendiri."),
    comparing.PrintTooLong: data("print-too-long", "Bukalah kedua PDF-nya berdampingan."),
    comparing.PrintTooHard: data("print-too-hard", "Bukalah PDF-nya sendiri-sendiri."),
    comparing.PageAbsent: unknown("page-absent"),
    comparing.ComparingBusy: later("comparing-busy"),
    comparing.KindsDiffer: data("kinds-differ", ""),
    hooks.HookUnknown: unknown("hook-unknown", "Lihat daftar webhook, lalu ulangi."),
    hooks.AddressUnusable: data("address-unusable", "Tulis alamat program di mesin lain."),
    templates.KindUnknown: unknown("kind-unknown"),
    templates.KindFormless: Outcome(
        ExitCode.USAGE,
        400,
        "kind-formless",
        "Berkas data tiap naskahnya dibuat dengan `lontar derive`.",
        "Pilih jenis naskah yang diturunkan darinya.",
    ),
    templates.KindMisnamed: fault("kind-misnamed"),
    templates.RegisterUnreadable: Outcome(
        ExitCode.USAGE, 500, "register-unreadable", "Perbaiki berkas register itu, lalu ulangi."
    ),
    templates.ProposalsConflict: conflict("proposals-conflict"),
    templates.ProfileUnknown: unknown("profile-unknown"),
    templates.ProfileUnreadable: data("profile-unreadable", "Perbaiki berkas profil itu."),
    templates.FormUnitUnknown: unknown("form-unit-unknown"),
    templates.FormEmpty: data(
        "form-empty", "Pilih unit lain, atau isi penanggung_jawab di data, lalu ulangi."
    ),
    templates.FormUnwritable: data("form-unwritable"),
    templates.MarkMissing: data("mark-missing", "Kembalikan penanda itu di Word, lalu ulangi."),
    templates.TextUnprintable: data("text-unprintable", "Hapus karakter itu, lalu ulangi."),
    templates.SheetTooSmall: data("sheet-too-small", "Ubah kertas atau lajurnya, lalu ulangi."),
    templates.NotImportable: unknown("not-importable"),
    templates.OldFileEmpty: data("old-file-empty", "Pastikan berkas yang ditunjuk benar."),
    templates.OldFormat: data(
        "old-format",
        "Buka di Word atau LibreOffice, simpan sebagai DOCX, lalu ulangi; naskah pindaian harus "
        "diketik ulang.",
    ),
    templates.OldFileLocked: data(
        "old-file-locked",
        "Buka dengan kata sandinya, simpan salinan tanpa kata sandi, lalu ulangi.",
    ),
    templates.OldFileDamaged: data(
        "old-file-damaged", "Buka di Word atau LibreOffice, simpan ulang sebagai DOCX, lalu ulangi."
    ),
    templates.OldFileTooLarge: data(
        "old-file-too-large", "Hapus gambar dan lampiran dari salinannya, lalu ulangi."
    ),
    templates.OldFileForeign: data(
        "old-file-foreign",
        "Pastikan berkasnya memuat lembar identitas atau tabel kegiatan, atau mulailah dari "
        "`lontar sample`.",
        "Pastikan berkasnya memuat lembar identitas atau tabel kegiatan.",
    ),
    templates.OldFileUnfit: data("old-file-unfit", "Ubah salinan naskah lama itu, lalu ulangi."),
    bad_values.BadDocumentId: Outcome(ExitCode.UNKNOWN, 400, "bad-document-id"),
    bad_values.BadVersionNumber: Outcome(ExitCode.UNKNOWN, 400, "bad-version-number"),
    bad_values.BadDigest: fault("bad-digest"),
    bad_values.BadFileName: Outcome(ExitCode.UNKNOWN, 400, "bad-file-name"),
    bad_values.BadTime: fault("bad-time"),
    bad_values.BadPattern: data("bad-pattern", "Perbaiki isian penomoran.pola, lalu ulangi."),
    bad_values.BadReason: data("bad-reason", ""),
    bad_values.BadStanding: data("bad-standing", ""),
    bad_values.BadKeeping: data("bad-keeping", ""),
    archive.NothingToKeep: fault("nothing-to-keep"),
    archive.SourceMissing: storage("source-missing"),
    archive.DocumentUnknown: unknown("document-unknown"),
    archive.VersionUnknown: unknown("version-unknown"),
    archive.FileUnknown: unknown("file-unknown"),
    archive.NameAmbiguous: Outcome(ExitCode.UNKNOWN, 409, "name-ambiguous"),
    archive.NotInForce: conflict("not-in-force"),
    archive.SuccessorUnfit: conflict("successor-unfit"),
    archive.DocumentChanged: conflict("document-changed"),
    archive.NumberTaken: conflict("number-taken"),
    archive.NumberUnknown: unknown("number-unknown"),
    archive.BookUnknown: unknown("book-unknown"),
    archive.NumberIssued: conflict("number-issued"),
    archive.NumberVoid: conflict("number-void"),
    archive.FileAltered: Outcome(ExitCode.ALTERED, 500, "file-altered"),
    signatures.CopyUnreadable: data(
        "copy-unreadable", "Unduh lagi dokumennya, tanda tangani, lalu kirim hasilnya."
    ),
    signatures.CopyUnlike: data(
        "copy-unlike", "Unduh dokumennya dari sini, tanda tangani berkas itu, lalu kirim hasilnya."
    ),
    signatures.CopyUnsigned: data("copy-unsigned", "Tanda tangani dahulu, lalu kirim hasilnya."),
    signatures.CopyBroken: data("copy-broken", "Tanda tangani lagi berkas yang diunduh."),
    archive.StorageFull: storage("storage-full"),
    archive.NotAStorageRoot: storage("not-a-storage-root"),
    archive.StagingElsewhere: storage("staging-elsewhere"),
    archive.InventoryUnreadable: Outcome(ExitCode.ALTERED, 500, "inventory-unreadable"),
    archive.IndexAhead: Outcome(ExitCode.ALTERED, 500, "index-ahead"),
    archive.ObjectBusy: later("object-busy", ""),
    archive.DatabaseUnavailable: later("database-unavailable", ""),
    archive.DatabaseUnprepared: storage("database-unprepared"),
    workers.LimitsOutOfOrder: Outcome(
        ExitCode.USAGE, 500, "limits-out-of-order", "Perbaiki pengaturan batas waktu itu."
    ),
    workers.JobUnknown: unknown(
        "job-unknown", "Periksa daftarnya dengan `lontar jobs`.", "Periksa daftar pekerjaan."
    ),
    workers.KeyTaken: conflict("key-taken"),
    workers.LeaseLost: fault("lease-lost"),
    workers.NotAskable: conflict("not-askable"),
    workers.NotCancellable: conflict("not-cancellable"),
    workers.OwnerUnreadable: fault("owner-unreadable"),
    workers.EngineDied: later("engine-died"),
    workers.EngineTimedOut: later("engine-timed-out"),
    workers.JobTimedOut: later("job-timed-out"),
    workers.EngineMissing: later("engine-missing", "Pasang LibreOffice, lalu ulangi."),
    workers.FillingFailed: later("filling-failed"),
    workers.StorageFull: storage("work-storage-full", "Kosongkan ruang, lalu ulangi."),
    workers.BrokerUnavailable: later("broker-unavailable"),
    workers.KindGone: rejected("kind-gone", "Pasang jenis itu pada pekerja, lalu ulangi."),
    workers.OfficeFormGone: rejected("office-form-gone"),
    workers.DataRefused: rejected("data-refused", FIX),
    workers.AttemptsSpent: rejected("attempts-spent", ""),
    workers.TemplateBroken: rejected("template-broken"),
    workers.TemplateUnsafe: rejected("template-unsafe"),
    workers.ValueUnprintable: rejected("value-unprintable", ""),
    workers.FieldUnknown: rejected("field-unknown"),
    workers.NotADocx: rejected("not-a-docx"),
    workers.FormOverran: rejected("form-overran"),
    workers.LayoutRefused: rejected("layout-refused"),
    workers.OutputRefused: rejected("output-refused"),
    workers.SignatureMarkMissing: rejected("signature-mark-missing"),
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
