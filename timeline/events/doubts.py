"""What may be doubtful about a title, and how much it counts against it."""

from __future__ import annotations

NO_SUBJECT = "no subject"
PRONOUN = "a pronoun for a name"
WHOM = "done to a pronoun"
NO_NAME = "names nobody"
CUT = "cut off"
SHORT = "too short"
LOSSY = "shortened"
STATE = "tells a state"

WEIGHT = {
    NO_SUBJECT: 3.0,
    PRONOUN: 2.0,
    CUT: 2.0,
    SHORT: 2.0,
    NO_NAME: 1.0,
    LOSSY: 1.0,
    STATE: 0.5,
    WHOM: 0.0,
}
SLIGHT = (LOSSY, STATE)  # not worth asking a person to look
