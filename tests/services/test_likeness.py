"""Who may be the same person: by name, country and articles."""

from __future__ import annotations

from stancedesk.services.likeness import Person, likeness, ranked


def test_the_same_family_name_country_and_articles_come_first() -> None:
    one = Person("Barack Obama", "USA", 40, frozenset({1, 2, 3}))
    others = [
        Person("Angela Merkel", "DEU", 90, frozenset({1, 2, 3})),
        Person("Michelle Obama", "USA", 4, frozenset({9})),
        Person("Obama", "USA", 3, frozenset({2, 3})),
        Person("Barak Obama", "", 1, frozenset()),
        Person("John Kerry", "USA", 30, frozenset()),
        one,
    ]
    names = [each.person.name for each in ranked([one], others)]
    assert names == ["Obama", "Barak Obama", "Michelle Obama", "Angela Merkel", "John Kerry"]


def test_marks_on_letters_and_case_do_not_part_two_names() -> None:
    found = likeness(Person("Recep Tayyip Erdoğan"), Person("ERDOGAN"))
    assert found.part
    assert found.family


def test_nothing_speaks_for_two_strangers() -> None:
    found = likeness(Person("Ilse Haran", "VAR"), Person("Jonas Petrik", "OST"))
    assert found.score == 0


def test_an_unknown_country_is_no_common_country() -> None:
    assert not likeness(Person("A B"), Person("C D")).country
