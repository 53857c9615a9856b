"""English or not, and which language where it is not."""

from __future__ import annotations

import sys

import pytest

from stancedesk.importers.article import build
from stancedesk.importers.language import language

ENGLISH = (
    "The minister said on Monday that the strait would stay open, and that her government had told"
    " the others so. “We will not be moved by threats from anyone,” she said after the talks."
)
OTHERS = {
    "de": "Die Ministerin sagte am Montag, die Meerenge werde offen bleiben, und Oslo habe"
    " das den anderen mitgeteilt. „Wir lassen uns von niemandem drohen“, sagte sie danach.",
    "fr": "La ministre a déclaré lundi que le détroit resterait ouvert et que son gouvernement"
    " l'avait dit aux autres. « Nous ne céderons à aucune menace », a-t-elle ajouté ensuite.",
    "es": "La ministra dijo el lunes que el estrecho seguiría abierto y que su gobierno lo había"
    " dicho a los demás. «No cederemos ante las amenazas de nadie», añadió tras las reuniones.",
    "nl": "De minister zei maandag dat de zeestraat open zou blijven en dat haar regering dat de"
    " anderen had verteld. “Wij wijken voor niemand”, zei ze na afloop van het overleg in de stad.",
    "ru": "Министр заявила в понедельник, что пролив останется открытым и что её правительство"
    " сообщило об этом остальным. «Мы не уступим ничьим угрозам», — добавила она после встречи.",
    "zh": "外交部长星期一表示，海峡将继续开放，政府已经把这一点告诉了其他各方。"
    "她在会谈后说，我们不会屈服于任何人的威胁。",
}


def test_english_is_told_without_loading_a_model() -> None:
    loaded = "py3langid" in sys.modules
    assert language(ENGLISH) == "en"
    assert ("py3langid" in sys.modules) is loaded


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_named(code: str) -> None:
    assert language(OTHERS[code]) == code


@pytest.mark.parametrize("text", ["", "He said so.", "Kari Berg, Ola Nordmann, Xi Wang", "—", "12"])
def test_what_is_too_short_to_tell_stays_open(text: str) -> None:
    assert language(text) == ""


def test_english_full_of_foreign_names_and_quotations_is_english() -> None:
    names = (
        "Kari Bergström, Przemysław Żuławski and Đorđe Šarić told Aftenposten and Die Zeit that "
    )
    quoted = (
        "“Vi gir oss ikke”, the minister said in Norwegian, which means that they will not yield. "
    )
    assert language(names + ENGLISH + quoted) == "en"


def test_a_page_in_another_language_around_an_english_article_does_not_matter() -> None:
    form = "\n".join(["Leave a reply", "Name *", "E-Mail *", "Website"])
    assert build(f"{ENGLISH}\n\n{form}", importer="text", path="a.txt").language == "en"
    assert build(OTHERS["de"], importer="text", path="b.txt").language == "de"
