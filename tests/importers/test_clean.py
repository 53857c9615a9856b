"""Boilerplate is masked by spans, and prose is not."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.importers.clean import masks, unmasked

PROSE = "The envoy said that the harbour would stay open through the winter."


def masked(text: str) -> list[str]:
    return [text[start:end] for start, end in masks(text)]


@pytest.mark.parametrize(
    "line",
    [
        "[ad_1]",
        "[ad_2]",
        "Source link",
        "Leave a Reply",
        "Advertisement",
        "ADVERTISEMENT",
        "Story Continued Below",
        "Downloaded from examnotes.example",
        "Please check out the following website for further news articles:",
        "Do check out our video channel:",
        "Our code of editorial values",
        "© 2031 The Harbour Post. All rights reserved.",
        "Copyright © 2031 The Harbour Post, LLC. Click here for reprint permission.",
        "IMAGE: AP | Image:self",
        "(Image: AP)",
        "Photo credit: Ana Lind",
        "Updated November 3rd, 2031 at 08:50 IST",
        "Updated at 22.15 BST",
        "Posted on",
        "Published: Mon 3 Nov 2031 07.00 GMT",
        "6 years ago",
        "Reported by: Ana Lind",
        "By Ana Lind",
        "By Ana Lind and Ivo Brandt, Kessel Tribune",
        "Source: www.harbourpost.example Date: 2031-11-03",
        "Source: The Harbour Post",
        "Relevant for: International Relations | Topic: The Strait",
        "Share Tweet Post Email",
        "SHARE THIS ARTICLE Share Tweet Post Email",
        "Sign up for our daily newsletter",
        "Sign up to Morning Tide, our free briefing – every weekday at 7am",
        "Get the day's stories in your inbox. By signing up, you agree to our Privacy Policy",
        "CLICK HERE TO GET THE HARBOUR APP",
        "READ MORE: Haran opens the port",
        "SEE ALSO: Petrik: ‘We are not at war’",
        "Ivo Brandt in Kessel and the Meridian Wire contributed to this report.",
        "Additional reporting by Ivo Brandt in Kessel",
        "We use cookies to improve your visit. Accept all",
        "FILE PHOTO: President Ilse Haran speaks in the harbour, June 2, 2031.",
        "A patrol boat leaves the harbour on Monday. Photograph: Ana Lind/AFP/Getty Images",
        "Fictional sample article, written for StanceDesk.",
    ],
)
def test_litter_on_its_own_line_is_masked_whole(line: str) -> None:
    text = f"{line}\n\n{PROSE}\n\n{PROSE}"
    assert masked(text) == [line]


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "“We will not share this table,” the minister said.",
        "Share the burden or leave the room, she told them, and then she left it herself.",
        "Published reports of a second blockade were denied by the ministry on Monday.",
        "Updated rules for the strait would follow at the end of the day.",
        "Posted on the gate was a note: “Closed until the talks resume.”",
        "Reporting by the tribune showed that two ships had turned back.",
        "By Tuesday the minister had changed his mind.",
        "By law, the council must meet within a week.",
        "Follow the money, the prosecutor said, and you will find the ministry.",
        "Subscribe to that view, he said, and there is no way back.",
        "Photos showed the tanker listing, the coast guard said.",
        "More ships would follow, Haran said.",
        "Watch what they do, Petrik said, not what they say.",
        "Source country rules apply, the ministry said.",
        "The union set a policy on cookies and other data last year.",
        "“Leave a reply,” she said, “and we will read it.”",
        "Get out of the strait, the admiral told them.",
        "Sanctions contributed to this crisis, said the envoy.",
        "END THE BLOCKADE, PROTESTERS TELL THE PALACE",
    ],
)
def test_prose_that_looks_like_litter_stays(line: str) -> None:
    assert masked(f"{PROSE}\n{line}\n{PROSE}") == []


def test_credits_inside_a_line_are_masked_without_its_words() -> None:
    text = "“We stay,” the minister wrote. | Ana Lind/Getty Images Envoys meet again"
    assert masked(text) == ["| Ana Lind/Getty Images"]
    assert masked("The two have laid out their demands.File Photo") == ["File Photo"]
    assert masked(f"{PROSE} (AP Photo/Ana Lind) {PROSE * 6}") == ["(AP Photo/Ana Lind)"]


def test_a_comment_form_is_masked_to_its_end() -> None:
    form = (
        "Leave a Reply\n\nYour email address will not be published. Required fields are marked *"
        "\nComment *\nName *\nPost Comment"
    )
    assert masked(f"{PROSE}\n{form}") == [form]


def test_a_form_field_without_a_form_stays() -> None:
    assert masked(f"{PROSE}\nName\n{PROSE}") == []


def test_a_menu_after_an_article_in_one_line_is_masked_alone() -> None:
    menu = " Source: WireAbout UsPrivacy PolicyTerms and ConditionsSitemapContact UsWork for us"
    assert masked(PROSE * 9 + menu) == [menu.strip()]


def test_a_gallery_in_the_middle_of_a_line_is_masked_alone() -> None:
    gallery = (
        "Photos: Strait A boat. Hide Caption 1 of 2 Photos: Strait A port. Hide Caption 2 of 2"
    )
    assert masked(f"{PROSE} {gallery} {PROSE}") == [gallery]


def test_what_is_not_masked_is_what_remains() -> None:
    assert list(unmasked(((2, 4), (6, 8)), 0, 10)) == [(0, 2), (4, 6), (8, 10)]
    assert list(unmasked(((0, 4),), 2, 9)) == [(4, 9)]
    assert list(unmasked((), 3, 3)) == []


LINES = st.sampled_from(
    ["[ad_1]", "Advertisement", PROSE, "  ", "", "Leave a Reply", "Name *", "(Image: AP)", "END",
     "| A/AFP", "Hide Caption 1 of 2", "Photos: ", "By A",
     "\u2028", "\t", "\x85",
     "\ud800", "ß" * 30]
)  # fmt: skip


@given(st.one_of(st.text(max_size=400), st.lists(LINES, max_size=20).map("\n".join)))
def test_spans_are_sorted_disjoint_tight_and_inside(text: str) -> None:
    spans = masks(text)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert all(left[1] < right[0] for left, right in pairwise(spans))


def test_the_list_of_countries_of_a_sign_up_form_is_masked() -> None:
    names = " ".join(f"{letter}land" * 4 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY" for _ in "12")
    form = (
        "Sign up to receive the top stories you need to know right now. Choose your country "
        f"United States of America Afghanistan {names} Yemen Zambia Zimbabwe"
        " Please enter a valid email address."
    )
    assert masked(f"{PROSE} {form} {PROSE}") == [form]
    asked = "Choose your country, the minister told them, or Zambia and Zimbabwe will."
    assert masked(f"{PROSE}\n{asked}\n{PROSE}") == []


@pytest.mark.parametrize(
    "line",
    [
        " " * 200_000,
        "share tweet " * 33 + "!",
        "updated at on " * 28 + "!",
        "by A, A and A, " * 25 + "!",
        "(image " + "a " * 200,
        "contact us " * 18_000,
        "(image: " * 25_000,
        "| A" + " A" * 100_000,
        "hide " + " " * 100_000 + "caption",
        "this site is protected by recaptcha " * 5_000,
        "contributed to this " * 20,
        "choose your country " * 10_000,
    ],
)
def test_lines_made_to_slow_the_patterns_do_not(line: str) -> None:
    text = "\n".join([line] * max(1, 200_000 // len(line)))
    started = time.process_time()
    masks(text)
    assert time.process_time() - started < 5
