"""What stands below a programme, at the foot of a page or behind a word for notes, is none of its last session."""

from collections.abc import Callable

import pytest

Shown = Callable[..., list[str]]
TITLES = ("9:00 Opening", "10:00 Tides", "11:00 Songs")
FOOT = "Fair Ltd, Mill Lane 3"


def paragraphs(more: str = "") -> str:
    return "".join(f"<p>{each}</p><p>Bring a pen.</p>{more}" for each in TITLES)


LAYOUTS = {
    "paragraphs": paragraphs(),
    "list": f"<ul>{''.join(f'<li>{each}<p>Bring a pen.</p></li>' for each in TITLES)}</ul>",
    "cards": "".join(f"<article><h3>{each}</h3><footer>Bring a pen.</footer></article>" for each in TITLES),
    "rules": paragraphs("<hr>"),
    "times apart": "".join(
        f"<div><div><div>{time}</div></div><div>{title}</div><div>Bring a pen.</div></div>"
        for time, title in (each.split() for each in TITLES)
    ),
}
READ = [
    "2026-06-06 09:00- Opening ~Bring a pen.",
    "2026-06-06 10:00- Tides ~Bring a pen.",
    "2026-06-06 11:00- Songs ~Bring a pen.",
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "foot",
    [
        f"<footer><p>{FOOT}</p></footer>",
        f"<div class='site-footer'><p>{FOOT}</p><p>Ida Weir</p></div>",
        f"<address>{FOOT}</address>",
        f"</div></ul><hr><p>{FOOT}</p>",
        f"<p>Impressum</p><p>{FOOT}</p>",
        f"<p><b>Travel</b></p><p>{FOOT}</p>",
        f"<p>Contact: Jane Hall</p><p>{FOOT}</p>",
    ],
)
def test_the_foot_of_a_page(shown: Shown, layout: str, foot: str) -> None:
    assert shown(f"<html><body><h2>6 June 2026</h2>{LAYOUTS[layout]}{foot}</body></html>", "x.html") == READ


@pytest.mark.parametrize("layout", ["list", "cards", "times apart"])
def test_a_paragraph_outside_of_the_elements_of_all_sessions(shown: Shown, layout: str) -> None:
    assert shown(f"<h2>6 June 2026</h2>{LAYOUTS[layout]}<p>{FOOT}</p>", "x.html") == READ


@pytest.mark.parametrize("foot", ["Contact: Jane Hall", "Imprint"])
def test_a_word_for_notes_below_a_text(shown: Shown, foot: str) -> None:
    text = "6 June 2026\n" + "\n".join(f"{each}\nBring a pen." for each in TITLES)
    assert shown(f"{text}\n{foot}\n{FOOT}\n") == READ


def test_what_every_session_says_is_a_note(shown: Shown) -> None:
    text = "6 June 2026\n" + "\n".join(f"{each}\nContact: Jane Hall" for each in TITLES)
    assert [each.rpartition("~")[2] for each in shown(text)] == ["Contact: Jane Hall"] * 3
