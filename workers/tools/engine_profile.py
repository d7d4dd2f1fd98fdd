"""The private, hardened LibreOffice profile of one engine.

A profile is written from this table alone, never taken over from a person's home: two engines with
equal tables lay out equally.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from pathlib import Path

_COMMON: Final = "/org.openoffice.Office.Common"
_SECURITY: Final = f"{_COMMON}/Security/Scripting"
_RECOVERY: Final = "/org.openoffice.Office.Recovery"

SETTINGS: Final = (
    # Pictures and links that point outside the document are never fetched: a default profile
    # fetches http:// and reads file:// into the page.
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),  # since 7.5; older ones pass over it
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    (f"{_COMMON}/Misc", "FirstRun", "false"),
    (f"{_COMMON}/Misc", "CrashReport", "false"),
    (f"{_COMMON}/Misc", "UseOpenCL", "false"),
    # The file is ours alone; the lock of a killed engine would stop the next one.
    (f"{_COMMON}/Misc", "UseLocking", "false"),
    (f"{_COMMON}/Misc", "UseDocumentOOoLockFile", "false"),
    (f"{_COMMON}/Save/Document", "AutoSave", "false"),
    (f"{_COMMON}/Save/Document", "CreateBackup", "false"),
    (f"{_COMMON}/Save/Document", "GenerateThumbnail", "false"),
    (f"{_RECOVERY}/RecoveryInfo", "Enabled", "false"),
    (f"{_RECOVERY}/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"),
)
"""Place in LibreOffice's configuration, property, value."""


SIDEBAR: Final = (
    "PropertyDeck",
    "InspectorDeck",
    "WriterPageDeck",
    "ShapesDeck",
    "GalleryDeck",
    "SdMasterPagesDeck",
    "SdCustomAnimationDeck",
    "SdSlideTransitionDeck",
    "NavigatorDeck",
    "StyleListDeck",
    "ScFunctionsDeck",
    "SwManageChangesDeck",
    "SwDesignDeck",
    "ElementsDeck",
)
"""Decks that are taken away: LibreOfficeKit opens each document in a window that nobody sees, and
building its sidebar took a quarter of the whole time (129 against 96 ms for an agreement)."""


BARS: Final = (
    "menubar/menubar",
    "statusbar/statusbar",
    "toolbar/standardbar",
    "toolbar/textobjectbar",
    "toolbar/findbar",
)
"""Bars of that window that are not shown: 91 against 85 ms, lower in five of five pairs."""


def write_profile(folder: Path) -> Path:
    """Write the profile into a folder that does not exist yet; gives that folder."""
    user = folder / "user"
    user.mkdir(parents=True, mode=0o700)
    (user / "registrymodifications.xcu").write_text(_registry(), encoding="utf-8")
    return folder


def _registry() -> str:
    items = "\n".join(
        (*(_item(*setting) for setting in SETTINGS), _without(SIDEBAR), _hidden(BARS))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}\n</oor:items>\n"
    )


def _without(decks: tuple[str, ...]) -> str:
    removed = "".join(f'<node oor:name="{deck}" oor:op="remove"/>' for deck in decks)
    return f'<item oor:path="/org.openoffice.Office.UI.Sidebar/Content/DeckList">{removed}</item>'


def _hidden(bars: tuple[str, ...]) -> str:
    unseen = '<prop oor:name="Visible" oor:op="fuse"><value>false</value></prop>'
    nodes = "".join(
        f'<node oor:name="private:resource/{bar}" oor:op="fuse">{unseen}</node>' for bar in bars
    )
    place = "/org.openoffice.Office.UI.WriterWindowState/UIElements/States"
    return f'<item oor:path="{place}">{nodes}</item>'


def _item(place: str, name: str, value: str) -> str:
    return (
        f"<item oor:path={quoteattr(place)}><prop oor:name={quoteattr(name)}"
        f' oor:op="fuse"><value>{escape(value)}</value></prop></item>'
    )
