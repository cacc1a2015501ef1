"""The ids of everything on the page that a callback or a script speaks to."""

ADDRESS = "address"  # dcc.Location
ASKED = "asked"  # the address, when something else is to be drawn: {"query", "view", "rows"}
OPENED = "opened"  # the address as the card reads it: {"query", "view"}
DRAWING = "drawing"  # the figure as Python makes it, before labels are placed
KNOWN = "known"  # {"query", "known", "ignored", "heading"}: what was asked, what of it is understood, and its name
LISTED = "listed"  # the list as HTML
CHOICES = "choices"  # the filter buttons as HTML
CHOSEN = "chosen"  # the event whose card is open: {"event", "html"}, both "" for none

CHART = "timeline"  # the chart itself: part of the contract
STAGE = "stage"  # what holds the chart; the scripts measure it
LIST = "list"
CARD = "card"
FILTERS = "filter-buttons"
STATUS = "status"
NOTE = "note"
EMPTY = "empty"
IGNORED = "ignored"  # the line that says what of the address is nothing here
WORDS = "words"
FIRST_YEAR = "first-year"
LAST_YEAR = "last-year"
YEARS = "years"  # the slider of the filter by years
OVERVIEW = "overview"  # the strip beneath the chart
BRUSH = "brush"  # on it: the stretch in sight
HELP = "help"
SPOKEN = "spoken"  # what the chart says to a screen reader while stepping
