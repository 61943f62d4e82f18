import pytest

from agendacli.words.honorifics import gendered, is_honorific, name_and_honorifics, names_somebody


@pytest.mark.parametrize(
    ("text", "name", "honorific"),
    [
        ("H.E. Mr. Jo Doe", "Jo Doe", "H.E. Mr."),
        ("Sra. Ana Ruiz", "Ana Ruiz", "Sra."),
        ("M. Jean Dupont", "Jean Dupont", "M."),
        ("M. Lauber", "M. Lauber", None),
        ("Mme Curie", "Curie", "Mme"),
        ("Prof. Dr. Hans Vogel", "Hans Vogel", "Prof. Dr."),
        ("Dott.ssa Anna Rossi", "Anna Rossi", "Dott.ssa"),
        ("د. أحمد علي", "أحمد علي", "د."),
        ("王先生", "王", "先生"),
        ("田中さん", "田中", "さん"),
        ("Pan Jianwei", "Pan Jianwei", None),
        ("Maître Hélène Courtois", "Hélène Courtois", "Maître"),
        ("Me Julien Prat", "Julien Prat", "Me"),
        ("Me Too", "Me Too", None),
        ("Bro. Anselm", "Anselm", "Bro."),
        ("Dipl.-Rest. Agnieszka Zielińska", "Agnieszka Zielińska", "Dipl.-Rest."),
        ("Dipl.-Wirt.-Ing. Lea Wolf", "Lea Wolf", "Dipl.-Wirt.-Ing."),
        ("Dipl. Ing. Lea Wolf", "Lea Wolf", "Dipl. Ing."),
        ("Dr.-Ing. Thorben Jahnke", "Thorben Jahnke", "Dr.-Ing."),
        ("Priv.-Doz. Dr. Lea Wolf", "Lea Wolf", "Priv.-Doz. Dr."),
        ("Dr. rer. nat. Ida Holm", "Ida Holm", "Dr. rer. nat."),
        ("Prof. em. Dr. h.c. mult. Ida Holm", "Ida Holm", "Prof. em. Dr. h.c. mult."),
        ("Hr. i. R. Ida Holm", "Ida Holm", "Hr. i. R."),
        ("Mag. (FH) Karl Maier", "Karl Maier", "Mag. (FH)"),
        ("Eng. (Dr.) Nimal Jayawardena", "Nimal Jayawardena", "Eng. (Dr.)"),
        ("Dr. (Mrs) Funke Ojo", "Funke Ojo", "Dr. (Mrs)"),
        ("Ir. Nurul Huda", "Nurul Huda", "Ir."),
        ("Engr. Tunde Bello", "Tunde Bello", "Engr."),
        ("Drs. Jan de Vries", "Jan de Vries", "Drs."),
        ("M.Sc. Lea Wolf", "Lea Wolf", "M.Sc."),
        ("Assoc. Prof. Grace Nakato", "Grace Nakato", "Assoc. Prof."),
        ("A/Prof Grace Nakato", "Grace Nakato", "A/Prof"),
        ("Jun.-Prof. Lea Wolf", "Lea Wolf", "Jun.-Prof."),
        ("Ilma. Sra. D.ª María Ortega", "María Ortega", "Ilma. Sra. D.ª"),
        ("Capt. Ida Holm", "Ida Holm", "Capt."),
        ("Sen. Holm", "Sen. Holm", None),
        ("Assoc. of Friends", "Assoc. of Friends", None),
        ("Ir de excursión", "Ir de excursión", None),
        ("The Ven. Rosalind Keogh", "Rosalind Keogh", "The Ven."),
        ("Dr.", "Dr.", None),
        ("先生", "先生", None),
    ],
)
def test_honorifics_are_parted_from_a_name(text: str, name: str, honorific: str | None) -> None:
    assert name_and_honorifics(text) == (name, honorific)


@pytest.mark.parametrize(
    ("text", "gender"), [("H.E. Mrs", "ms"), ("Sr.", "mr"), ("Frau", "ms"), ("Dr.", None), (None, None)]
)
def test_some_honorifics_tell_two_of_a_surname_apart(text: str | None, gender: str | None) -> None:
    assert gendered(text) == gender


def test_honorific_is_nothing_but_honorifics() -> None:
    assert [is_honorific(each) for each in ("H.E. Mr.", "", "Jo")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Speaker: Jo Doe", True),
        ("Bees\n- Moderated by: Al Roe", True),
        ("With Dr. Jo Doe of the club", True),
        ("Room: M2", False),
        ("Dr. Bees", False),
        ("A talk on speakers: how loud", False),
        ("", False),
    ],
)
def test_text_that_seems_to_name_somebody(text: str, named: bool) -> None:  # noqa: FBT001
    assert names_somebody(text) is named
