"""In which encoding a document is: told from its bytes, and its text kept to the letter."""

from pathlib import Path

import pytest

from tests.documents.reading import read_one

ENGLISH = "Title\r\n\r\nThe “envoy” said – in 1979 – “no”…\r\nSecond line\n"


RUSSIAN = (
    "Советско-афганский договор\r\n\r\nДоговор подписан 28 февраля 1921 года в Москве. Это — «начало».\r\n"
)


MIXED = "The paper Правда wrote on 27 December 1979: “no comment”, and Известия agreed."
FRENCH = "Le président à Kaboul\r\n\r\nLa visite a été décidée après l’arrivée du général, « dit-il ».\r\n"
LONE = "Il arrive à Kaboul à midi, le 3 mai 1988."
CAPITALS = "LE PRÉSIDENT À KABOUL, ÉTÉ 1979"
NAMES = "The café of Señor Núñez stood in Kabul until 1979."
ACCIDENT = "L'été au café”–, à la santé du général."  # é”– in cp1252 is a character of UTF-8
DARI = "کابل Kabul 1979 – افغانستان"


ENCODED = [
    *((text, "utf-8") for text in (ENGLISH, RUSSIAN, MIXED, FRENCH, LONE, CAPITALS, NAMES, DARI)),
    *((text, "utf-8-sig") for text in (ENGLISH, RUSSIAN, FRENCH)),
    *((text, "utf-16") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),  # with its mark
    *((text, "utf-16-le") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),  # without
    *((text, "utf-16-be") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),
    *((text, "utf-32") for text in (ENGLISH, RUSSIAN)),
    *((text, "cp1251") for text in (ENGLISH, RUSSIAN, MIXED, "Да, в 1979 г.")),
    *((text, "cp1252") for text in (ENGLISH, FRENCH, LONE, CAPITALS, NAMES, ACCIDENT, "L'été 1979, où? là.")),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_the_text_is_the_decoded_file_unchanged(tmp_path: Path, text: str, encoding: str) -> None:
    document = read_one(tmp_path, "a.txt", text.encode(encoding))
    assert (document.skipped, document.text) == ("", text)


def test_a_big_endian_mark_is_read_and_only_one_mark_removed(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.txt", b"\xfe\xff" + "\ufeffIn 1979".encode("utf-16-be"))
    assert document.text == "\ufeffIn 1979"


def test_markdown_keeps_every_character(tmp_path: Path) -> None:
    text = "---\r\ntitle: T\r\n---\r\n\r\nIn 1979\x0c[^1].\r\r\n[^1]: N\u2028ote\r\n"
    assert read_one(tmp_path, "a.md", text).text == text
