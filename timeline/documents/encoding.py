"""Bytes → text: UTF-8, UTF-16, cp1251 or cp1252, told apart by what the text then looks like.

Only a byte order mark is removed; line ends and everything else stay, because offsets refer to this text.
"""

import codecs
import re

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive (or a Word, Excel or EPUB file)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("–—‘’‚“”„«»‹›…•·©®™°§¶№€£¥¢±²³½¼¾¿¡†‡×÷ªº\u00a0\u00ad")


class NotText(ValueError):
    """The bytes are no text; the message is the reason, for people."""


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark and otherwise unchanged; raises `NotText`."""
    for signature, looks_like in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(f"not a text: looks like {looks_like}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _sound(_strict(data[len(mark) :], encoding))
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        return _sound(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        beyond = re.findall(r"[^\x00-\x7f]", data.decode("utf-8", "replace"))
        good = len(beyond) - beyond.count("\ufffd")
        if good and 2 * good >= len(beyond):  # damaged UTF-8: bytes of a code page seldom pass for it
            raise NotText(_where(data, error)) from None
    return _sound(_code_page(data))


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotText(_where(data, error)) from None


def _where(data: bytes, error: UnicodeDecodeError) -> str:
    line = data[: error.start].decode(error.encoding, "ignore").count("\n") + 1
    return f"not valid {error.encoding.upper()} (line {line}): save it again as UTF-8"


def _sound(text: str) -> str:
    if "\0" in text:
        raise NotText("contains NUL bytes: not a text file")
    if len(_NO_TEXT.findall(text)) > len(text) / 20:
        raise NotText("not a text: full of control characters")
    return text


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark, if one byte order gives nothing but everyday European or Arabic script."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:20_000]
        everyday = sum(char < "\u0800" or "\u2000" <= char < "\u2300" for char in sample)
        if everyday >= 0.97 * len(sample) and not _NO_TEXT.search(text):
            return text
    raise NotText("contains NUL bytes: not a text file")


def _code_page(data: bytes) -> str:
    """cp1251 or cp1252: which of them makes words.

    The bytes of curly quotes and dashes are the same in both, so letters decide. Read as cp1251, a Russian
    text has words of Cyrillic letters alone, a Western one Cyrillic letters inside Latin words ("cafй"). A
    lone letter says nothing: charset-normalizer 3.5 took "Il arrive à Kaboul à midi" for Russian.
    """
    readings = {}
    for encoding in ("cp1251", "cp1252"):
        try:
            readings[encoding] = data.decode(encoding)
        except UnicodeDecodeError:
            continue
    if not readings:
        raise NotText("not a text in UTF-8, UTF-16, cp1251 or cp1252: save it again as UTF-8")
    text = readings.get("cp1252", "")
    if "cp1251" in readings:
        words = [word for word in _WORD.findall(readings["cp1251"]) if len(word) > 1 and not word.isascii()]
        foreign = sum(len(word) for word in words if not any(char.isascii() for char in word))
        mixed = sum(len(word) for word in words if any(char.isascii() for char in word))
        if foreign > mixed or not text:
            text = readings["cp1251"]
    beyond = [char for char in text if not char.isascii()]
    if sum(char.isalpha() or char in _SIGNS for char in beyond) < 0.75 * len(beyond):
        raise NotText("not a text in UTF-8, UTF-16, cp1251 or cp1252: save it again as UTF-8")
    return text
