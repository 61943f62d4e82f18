"""Tables of plain text that are drawn with bars and rules, whose cells go over several lines."""

from collections.abc import Callable

Shown = Callable[..., list[str]]
BOX = """\
Lunes 4 y martes 5 de mayo de 2026

+---------------+------------------------+------------------------+
| Hora          | Lunes 4                | Martes 5               |
+---------------+------------------------+------------------------+
| 9:00 - 10:15  | Acto de bienvenida     | Taller de cerámica     |
|               | Salón de actos         | Aula de plástica       |
+---------------+------------------------+------------------------+
| 10:30 - 11:45 | Juegos                 |                        |
|               | Gimnasio               |                        |
+---------------+------------------------+------------------------+
| 12:00 - 13:00 |                        | Torneo                 |
+---------------+------------------------+------------------------+
"""


def test_the_lines_between_two_rules_are_one_row(shown: Shown) -> None:
    assert [each.split(" ?")[0] for each in shown(BOX)] == [
        "2026-05-04 09:00-10:15 Acto de bienvenida @Salón de actos",
        "2026-05-05 09:00-10:15 Taller de cerámica @Aula de plástica",
        "2026-05-04 10:30-11:45 Juegos @Gimnasio",
        "2026-05-05 12:00-13:00 Torneo",
    ]


def test_a_rule_below_the_head_alone_leaves_each_line_a_row(shown: Shown) -> None:
    rule = "+------+-------+\n"
    rows = f"{rule}| Time | What  |\n{rule}| 9:00 | Boats |\n| 9:30 | Walk  |\n{rule}"
    assert [each.split(" ?")[0] for each in shown(f"9 March 2026\n\n{rows}")] == [
        "2026-03-09 09:00- Boats",
        "2026-03-09 09:30- Walk",
    ]
