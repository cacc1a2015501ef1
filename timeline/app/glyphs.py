"""The marks as small pictures: the address of an SVG image, for the page's key, buttons, card and list."""

from __future__ import annotations

from urllib.parse import quote

from timeline.app.marks import BAR, FADES, TAIL, Mark, path

_BOX = 18  # pixels; the pictures are as high as a line of text


def glyph(mark: Mark, precision: str = "day", about: bool = False, box: int = _BOX) -> str:
    """The mark itself."""
    r = mark.size / 2
    dash = ' stroke-dasharray="2.2 1.8"' if about else ""
    inner = ""
    if precision == "day":
        fill = "none" if about else mark.colour
        if about:
            scale = f"scale({r * 0.5:.2f})"
            inner = f'<path d="{mark.path}" fill="{mark.colour}" transform="{scale}"/>'
    else:
        fill = "none"
        if precision == "month":
            inner = f'<circle r="{r * 0.36:.2f}" fill="{mark.colour}"/>'
    outline = path(tuple((x * r, y * r) for x, y in mark.shape.outline))
    return _image(
        box, box,
        f'<g transform="translate({box / 2} {box / 2})">{inner}<path d="{outline}" fill="{fill}" '
        f'stroke="{mark.colour}" stroke-width="1.6" stroke-linejoin="round"{dash}/></g>',
    )  # fmt: skip


def fading_glyph(colour: str) -> str:
    """A span's bar whose end is uncertain."""
    return _strip(36, _bar(colour, 2, 16) + _fading(colour, 18, 5, BAR))


def open_glyph(colour: str, side: str) -> str:
    """The known end of a date that is open on this ``side``: "before" or "since"."""
    circle, tail = _circle(colour, 24, _BOX / 2, 5), _fading(colour, 18, -5, TAIL)
    if side == "since":
        circle, tail = _circle(colour, 7, _BOX / 2, 5), _fading(colour, 13, 5, TAIL)
    return _strip(31, circle + tail)


def period_glyph(colour: str) -> str:
    """The line beneath a mark, over its period."""
    return _strip(30, _circle(colour, 15, _BOX / 2 - 2, 5) + _stroke(colour, f"M1,{_BOX - 1.5}H29"))


def between_glyph(colour: str) -> str:
    """The line between the dates that sources give."""
    low = _BOX - 3.5
    ends = f"M2,{low}H28M2,{low - 3}V{low + 3}M28,{low - 3}V{low + 3}"
    return _strip(30, _circle(colour, 10, _BOX / 2 - 3, 4.5, filled=True) + _stroke(colour, ends))


def chip_glyph(colour: str) -> str:
    """A crowd of marks."""
    return _strip(
        28,
        f'<rect x="1" y="2" width="26" height="{_BOX - 4}" rx="5" fill="none" stroke="{colour}" stroke-width="1.2"/>'
        f'<text x="14" y="{_BOX - 5}" font-size="10.5" font-family="sans-serif" text-anchor="middle" fill="{colour}">+12</text>',
    )  # fmt: skip


def _circle(colour: str, x: float, y: float, r: float, *, filled: bool = False) -> str:
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{colour if filled else "none"}" stroke="{colour}" stroke-width="1.6"/>'


def _stroke(colour: str, way: str) -> str:
    return f'<path d="{way}" stroke="{colour}" stroke-width="1.5"/>'


def _bar(colour: str, x: float, width: float, high: float = BAR, opacity: float = 1.0) -> str:
    top = (_BOX - high) / 2
    return f'<rect x="{x}" y="{top}" width="{width}" height="{high}" fill="{colour}" opacity="{opacity}"/>'


def _fading(colour: str, x: float, step: float, high: float) -> str:
    """From ``x`` in steps, each fainter; a ``step`` below zero goes to the left."""
    starts = (x + step * number + min(step, 0) for number in range(3))
    return "".join(
        _bar(colour, at, abs(step), high, opacity) for at, opacity in zip(starts, FADES, strict=True)
    )


def _strip(width: float, body: str) -> str:
    return _image(width, _BOX, body)


def _image(width: float, height: float, body: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="/:='<> ,.-")
