"""HTML: the text of a page, and what its markup says of it."""

from pathlib import Path

import pytest

from tests.documents.reading import read_one

PAGES = [
    pytest.param("<p>One\n  two</p><p>Three</p>", "One two\n\nThree", id="paragraphs"),
    pytest.param("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree", id="nested blocks"),
    pytest.param("<p>One <b>t</b>wo <a href=x>three</a>.</p>", "One two three.", id="inline"),
    pytest.param("<p>One<br>Two<br/><br/>Three</p>", "One\nTwo\n\nThree", id="line ends"),
    pytest.param("<ul><li>a<li>b</ul>", "a\n\nb", id="list"),
    pytest.param("<table><tr><td>1919<td>Treaty<tr><td>1979</table>", "1919\tTreaty\n\n1979", id="table"),
    pytest.param("<p>1979 &ndash; 1989&nbsp;&amp; more</p>", "1979 – 1989 & more", id="entities"),
    pytest.param("<pre>a  b\r\nc</pre>d", "a b\nc\n\nd", id="preformatted"),
    pytest.param(
        "<head><title>T</title><style>x{}</style></head><body><nav>n</nav><header>h</header><script>s</script>"
        "<aside>a</aside><form>f</form><noscript>o</noscript><template>t</template><!-- c --><p>Text</p>"
        "<footer>2021</footer></body>",
        "Text",
        id="furniture",
    ),
    pytest.param("<form><p>The whole page</p></form>", "The whole page", id="a page inside a form"),
    pytest.param("<p>Unclosed <b>tags <i>everywhere", "Unclosed tags everywhere", id="unclosed"),
    pytest.param("<?xml version='1.0'?><html xmlns='x'><p>XHTML</p></html>", "XHTML", id="XHTML"),
    pytest.param("<p>Fewer < more in 1979", "Fewer < more in 1979", id="a sign"),
    pytest.param("Just text in 1979", "Just text in 1979", id="no markup"),
    pytest.param("<div>" * 5000 + "deep", "deep", id="deep"),
]


@pytest.mark.parametrize(("markup", "text"), PAGES)
def test_text_of_a_page(tmp_path: Path, markup: str, text: str) -> None:
    document = read_one(tmp_path, "a.html", markup)
    assert (document.skipped, document.text) == ("", text)


META = [
    pytest.param("<title> The\n title </title>", "title", "The title", id="title"),
    pytest.param("<title>T | Site</title><meta property=og:title content=T>", "title", "T", id="og:title"),
    pytest.param("<h1>In the page</h1>", "title", "In the page", id="h1"),
    pytest.param("", "title", "a", id="stem"),
    pytest.param(
        "<meta property='og:site_name' content='A Journal'>", "publisher", "A Journal", id="og:site_name"
    ),
    pytest.param("<meta name=author content='A. Writer'>", "publisher", "A. Writer", id="author"),
    pytest.param("<html lang='en-GB'>", "language", "en-GB", id="language"),
    pytest.param("<link rel=canonical href='https://a.org/x'>", "source", "https://a.org/x", id="canonical"),
    pytest.param(
        "<meta property=og:url content='https://a.org/y'>", "source", "https://a.org/y", id="og:url"
    ),
    pytest.param(
        "<meta property='article:published_time' content='2021-03-03T22:10:00-05:00'>",
        "created",
        "2021-03-03",
        id="published_time",
    ),
    pytest.param("<meta name='DC.date' content='3 March 2021'>", "created", "2021-03-03", id="dc.date"),
    pytest.param(
        "<meta itemprop=datePublished content=2021-03-03>", "created", "2021-03-03", id="datePublished"
    ),
    pytest.param("<meta name=date content=2021-03>", "created", "", id="a month only"),
    pytest.param(
        '<script type="application/ld+json">{"datePublished": "2021-03-03T01:00:00Z", broken</script>',
        "created",
        "2021-03-03",
        id="JSON-LD",
    ),
    pytest.param(
        "<header><time datetime='2021-03-03T10:00'>today</time></header>", "created", "2021-03-03", id="time"
    ),
    pytest.param("<p>In <time datetime=1979-12-24>1979</time>", "created", "", id="a time told in prose"),
    pytest.param("<li><time datetime=1979-12-24>1979</time>", "created", "", id="a time in a list of events"),
    pytest.param("<div>Published: 3 March 2021</div>", "created", "2021-03-03", id="a line of the text"),
]


@pytest.mark.parametrize(("markup", "field", "value"), META)
def test_what_a_page_says_of_itself(tmp_path: Path, markup: str, field: str, value: str) -> None:
    assert getattr(read_one(tmp_path, "a.htm", markup + "<p>Text in 1979.</p>"), field) == value
