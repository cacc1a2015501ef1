"""The marks as small pictures: the address of an SVG image, for the page's key, buttons, card and list."""

from __future__ import annotations

from urllib.parse import quote

from timeline.app.marks import BAR, Mark, path


def glyph(mark: Mark, precision: str = "day", about: bool = False, box: int = 18) -> str:
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


def fading_glyph(colour: str, box: int = 18) -> str:
    """A span's bar whose end is uncertain."""
    top = box / 2 - BAR / 2
    parts = ((2, 16, 1.0), (18, 5, 0.75), (23, 5, 0.5), (28, 5, 0.28))
    return _image(
        36, box,
        "".join(f'<rect x="{x}" y="{top}" width="{w}" height="{BAR}" fill="{colour}" opacity="{a}"/>' for x, w, a in parts),
    )  # fmt: skip


def period_glyph(colour: str, box: int = 18) -> str:
    """The line beneath a mark, over its period."""
    return _image(
        30, box,
        f'<circle cx="15" cy="{box / 2 - 2}" r="5" fill="none" stroke="{colour}" stroke-width="1.6"/>'
        f'<path d="M1,{box - 1.5}H29" stroke="{colour}" stroke-width="1.5"/>',
    )  # fmt: skip


def between_glyph(colour: str, box: int = 18) -> str:
    """The line between the dates that sources give."""
    low = box - 3.5
    return _image(
        30, box,
        f'<circle cx="10" cy="{box / 2 - 3}" r="4.5" fill="{colour}"/>'
        f'<path d="M2,{low}H28M2,{low - 3}V{low + 3}M28,{low - 3}V{low + 3}" stroke="{colour}" stroke-width="1.5"/>',
    )  # fmt: skip


def chip_glyph(colour: str, box: int = 18) -> str:
    """A crowd of marks."""
    return _image(
        28, box,
        f'<rect x="1" y="2" width="26" height="{box - 4}" rx="5" fill="none" stroke="{colour}" stroke-width="1.2"/>'
        f'<text x="14" y="{box - 5}" font-size="10.5" font-family="sans-serif" text-anchor="middle" fill="{colour}">+12</text>',
    )  # fmt: skip


def _image(width: float, height: float, body: str) -> str:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    return "data:image/svg+xml," + quote(svg, safe="/:='<> ,.-")
