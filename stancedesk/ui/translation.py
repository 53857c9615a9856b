"""The language of the desktop: the user's or the system's, by Qt's own translation files.

`tr` marks and translates a text; `marked` only marks a constant that is translated where it is
shown. `packaging/translations.py` collects both into `resources/translations/*.ts`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from stancedesk import paths
from stancedesk.services.language import Language, marked

LANGUAGES = (("", marked("As the system")), ("en", "English"), ("de", "Deutsch"))
"""ISO 639-1 codes and each language's own name; "" follows the system."""

ONE, MANY = "", "s"


def tr(text: str, comment: str = "", n: int = -1) -> str:
    """The text in the desktop's language.

    Args:
        text: English; "(s)" ends a noun that is counted, "{n}" is its number.
        comment: What tells apart two texts that are the same in English.
        n: The number, for a text that counts.
    """
    found = QCoreApplication.translate("", text, comment or None, n)
    if n < 0:
        return found
    found = found.replace("(s)", ONE if n == 1 else MANY)
    return found.replace("{n}", locale().toString(n))


def locale() -> QLocale:
    """The user's locale; English where the system names none."""
    default = QLocale()
    if default.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return default


def language() -> str:
    """ISO 639-1 code of the desktop's language."""
    return locale().name().partition("_")[0]


def install(app: QCoreApplication, chosen: str = "") -> list[QTranslator]:
    """Give the application its language, numbers and dates; before any window is made.

    Args:
        app: The application.
        chosen: ISO 639-1, or "" for the language of the system.

    Returns:
        What translates; none in English.
    """
    system = QLocale.system()
    wanted = chosen or system.name().partition("_")[0]
    if wanted not in [code for code, _ in LANGUAGES]:
        wanted = "en"
    QLocale.setDefault(_locale(wanted, system))
    if wanted == "en":
        return []
    own = paths.resources() / "translations"
    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for folder, name in ((of_qt, f"qtbase_{wanted}"), (str(own), f"stancedesk_{wanted}")):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            made.append(translator)
    return made


def _locale(wanted: str, system: QLocale) -> QLocale:
    """The system's own locale where it is of that language, else the language's."""
    if system.name().partition("_")[0] == wanted:
        return system
    return QLocale("en_GB") if wanted == "en" else QLocale(wanted)


def spoken_language() -> Language:
    """What services say titles and captions with."""
    from stancedesk.ui import words

    return Language(tr, words.day_number, words.count)
