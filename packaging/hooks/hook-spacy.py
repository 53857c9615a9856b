"""What spaCy's compiled modules import unseen; of its languages only what the base class needs.

StanceDesk uses spaCy's Doc, Vocab and component protocol with a blank vocabulary: no trained model.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules

NEEDED = {
    "char_classes",
    "lex_attrs",
    "norm_exceptions",
    "punctuation",
    "tokenizer_exceptions",
    "xx",
}


def wanted(module: str) -> bool:
    """Whether a module belongs into the package."""
    parts = module.split(".")
    if parts[1:2] == ["tests"]:
        return False
    return parts[1:2] != ["lang"] or len(parts) == 2 or parts[2] in NEEDED


hiddenimports = collect_submodules("spacy", filter=wanted)
datas = collect_data_files("spacy", includes=["**/*.cfg", "**/*.json", "**/*.jinja", "**/*.yml"])
