"""Dates that a text states about itself, and those that it does not."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stancedesk.importers.dates import find_date, parse_date

BODY = (
    "\n\nThe envoy said on Monday that the harbour would stay open through the winter months.\n"
    * 30
)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Source: www.harbourpost.example Date: 2031-11-03", "2031-11-03"),
        ("Published February 16th, 2022 at 08:15 IST", "2022-02-16"),
        ("Published: 16 February 2022, 23:50 GMT-5", "2022-02-16"),
        ("Posted on 15 February 2022", "2022-02-15"),
        ("Posted on: Tuesday, 15 Feb. 2022 by staff", "2022-02-15"),
        ("First published on Tue 15 Feb 2022 07.00 GMT", "2022-02-15"),
        ("Last updated on 2022-02-16T23:59:00+05:30", "2022-02-16"),
        ("Date: 20220216", "2022-02-16"),
        ("Published 16/02/2022", "2022-02-16"),
        ("Published 02/16/2022", "2022-02-16"),
        ("Stand: 03.02.2022, 10:15 Uhr", "2022-02-03"),
        ("Veröffentlicht am 3. März 2022", "2022-03-03"),
        ("Publié le 1er février 2022 à 10h15", "2022-02-01"),
        ("Publicado el 5 de enero de 2022", "2022-01-05"),
        ("January 21, 2023", "2023-01-21"),
        ("By Ana Lind | January 21, 2023", "2023-01-21"),
        ("GENEVA, Jan. 21, 2023 (Wire) — The delegations met for the second day.", "2023-01-21"),
    ],
)
def test_a_labelled_date_in_the_head_is_found_as_printed(line: str, day: str) -> None:
    text = f"Envoys meet again in the harbour town\n{line}{BODY}"
    found = find_date(text)
    assert found is not None
    iso, (start, end) = found
    assert iso == day
    assert text[start:end] in line


def test_a_labelled_date_in_the_foot_is_found() -> None:
    assert (
        find_date(f"{BODY}\nAdvertisement\n\nPublished February 16th, 2022 at 08:15 IST")
        is not None
    )


def test_published_beats_updated_wherever_they_stand() -> None:
    text = f"Updated February 18th, 2022 at 08:50 IST{BODY}\nPublished February 16th, 2022"
    found = find_date(text)
    assert found is not None
    assert found[0] == "2022-02-16"


@pytest.mark.parametrize(
    "text",
    [
        "On 21 January 2023 the minister said that the treaty was dead." + BODY,
        "The drill is set to end on February 20, 2022, the ministry said." + BODY,
        "A plan published on 3 March 2021 in the capital said otherwise, he noted." + BODY * 2,
        "The letter, dated 3 March 2021, was posted to the embassy." + BODY,
        "Posted on\n\nThe harbour stays open" + BODY,
        "Updated at 5:45 p.m. ET\n\nThe harbour stays open" + BODY,
        "Published 03/04/2022" + BODY,
        "Published February 30, 2022" + BODY,
        "Published 14 May 2931" + BODY,
        "Published in May 2022" + BODY,
        "© 2022 The Harbour Post" + BODY,
        "The harbour stays open\n" + BODY + "\nMarch 3, 2021\n" + BODY,
        "",
    ],
)
def test_prose_uncertain_and_impossible_dates_are_no_dates(text: str) -> None:
    assert find_date(text) is None


def test_a_date_alone_on_a_line_counts_only_before_the_prose() -> None:
    prose = "The envoy said that the harbour would stay open, whatever the other side may do."
    assert find_date(f"Envoys meet\nMarch 3, 2021\n{prose}") is not None
    assert find_date(f"Envoys meet\n{prose}\nMarch 3, 2021\n{prose}") is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-02-15", "2022-02-15"),
        ("2022-02-15T23:30:00-05:00", "2022-02-15"),
        ("Tue, 15 Feb 2022 08:15:00 GMT", "2022-02-15"),
        ("20220215T081500Z", "2022-02-15"),
        ("20220215081500", "2022-02-15"),
        ("Feb 15, 2022, 8:15am", "2022-02-15"),
        (1644883200, "2022-02-15"),
        (1644883200000, "2022-02-15"),
        ("1644883200", "2022-02-15"),
        (date(2022, 2, 15), "2022-02-15"),
        ("2022-02", None),
        ("2022", None),
        ("03/04/2022", None),
        ("2022-13-40", None),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("yesterday", None),
        (True, None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**4_000, None),
        (-(10**4_000), None),
    ],
)
def test_a_field_of_metadata_gives_a_whole_day_or_nothing(value: object, day: str | None) -> None:
    assert parse_date(value) == day


FRAGMENTS = st.sampled_from(
    ["Published ", "Updated", "Date: ", "2022-02-15", "31/31/2022", "15.02.2022", "February ",
     "30, ", "2022", " at ", "08:15 IST", "\n", "\n\n", "by A", " | ", "GENEVA, ", "—",
     "٣", "²", "\x00", "\ud800"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=300), st.lists(FRAGMENTS, max_size=30).map("".join)))
@example("Published ²/²/2022")
@example("Date: ٣٣٣٣-٠٢-١٥")
def test_any_text_gives_a_real_day_inside_it_or_nothing(text: str) -> None:
    found = find_date(text)
    if found is not None:
        iso, (start, end) = found
        assert date.fromisoformat(iso).isoformat() == iso
        assert 0 <= start < end <= len(text)
    assert parse_date(text) is None or date.fromisoformat(str(parse_date(text)))


def test_long_runs_of_blanks_after_a_label_take_no_time() -> None:
    line = " " * 40 + "Published" + " " * 90 + "ch 5, 2031"
    began = time.process_time()
    assert find_date("\n".join([line] * 14)) is None
    assert time.process_time() - began < 1
