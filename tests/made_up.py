"""Timelines made up for tests: six events written by hand, or any number by a seeded generator."""

from __future__ import annotations

import random
from collections import Counter

import pandas as pd

from timeline.dates.value import DateValue
from timeline.table import schema
from timeline.table.schema import Timeline
from timeline.topic import load

SIX = (
    # event_id, edtf, earliest, latest, precision, title, category, actors, place, importance, sentence
    ("ev_bbbbbbbbbb", "1839~", "1839-01-01", "1839-12-31", "year", "Envoy Petrov reaches the northern court",
     "diplomacy", "Russian Empire; Afghanistan", "Kabul", 2, "About 1839 the envoy Petrov reached the court."),
    ("ev_cccccccccc", "1919", "1919-01-01", "1919-12-31", "year", "Soviet Russia recognises Afghan independence",
     "diplomacy", "Soviet Russia; Afghanistan", "", 3, "In 1919 Soviet Russia recognised Afghan independence."),
    ("ev_dddddddddd", "1950/1973", "1950-01-01", "1973-12-31", "range", "Soviet engineers build roads and dams",
     "aid-trade", "Soviet Union; Afghanistan", "", 2, "From 1950 to 1973 Soviet engineers built roads and dams."),
    ("ev_ffffffffff", "1979-12", "1979-12-01", "1979-12-31", "month", "Soviet troops enter Afghanistan",
     "war", "Soviet Union; Afghanistan", "Kabul", 3, "In December 1979 Soviet troops entered Afghanistan."),
    ("ev_gggggggggg", "2021-08-15", "2021-08-15", "2021-08-15", "day", "Taliban take Kabul",
     "politics", "Taliban; Afghanistan", "Kabul", 3, "On 15 August 2021 the Taliban took Kabul."),
    ("ev_hhhhhhhhhh", "XXXX-12-05", "", "", "day", "Two countries sign a friendship treaty",
     "treaty", "Soviet Union; Afghanistan", "Moscow", 3, "On December 5 both countries signed a treaty of friendship."),
)  # fmt: skip

# Who acts in the made-up events: a list of its own, so that they stay the same when the topic learns a name.
NAMES = (
    "Russian Empire", "Soviet Russia", "Soviet Union", "Russia", "Afghanistan", "Taliban", "Mujahideen", "Northern Alliance",
    "Dost Mohammad Khan", "Sher Ali Khan", "Abdur Rahman Khan", "Amanullah Khan", "Zahir Shah", "Mohammad Daoud Khan",
    "Nur Muhammad Taraki", "Babrak Karmal", "Mohammad Najibullah", "Hamid Karzai", "Vladimir Lenin", "Nikita Khrushchev",
    "Leonid Brezhnev", "Mikhail Gorbachev", "Boris Yeltsin", "Vladimir Putin", "Zamir Kabulov", "British Empire", "Iran",
    "Pakistan", "United States", "United Nations", "NATO", "China", "India",
)  # fmt: skip


def six() -> Timeline:
    """Six events in two documents; the fourth is told by both, the last has lost its year."""
    columns = ("event_id", "edtf", "earliest", "latest", "precision", "title", "category", "actors", "place",
               "importance", "sentence")  # fmt: skip
    events = [dict(zip(columns, row, strict=True)) for row in SIX]
    for number, event in enumerate(events):
        event["document"] = "alpha.txt" if number % 2 else "beta.md"
    extra = dict(events[3], document="beta.md", sentence="The troops came in December 1979, <b>at night</b>.",
                 mention_id="ev_jjjjjjjjjj")  # fmt: skip
    return _timeline(events, [extra])


def with_one_by_hand(note: str = "A letter in the family’s papers.") -> Timeline:
    """Six events and one that an editor added by hand: it has no mention and no document."""
    made = six()
    row = made.events.iloc[3].to_dict() | {
        "event_id": "ev_kkkkkkkkkk", "title": "A mission arrives", "edtf": "1921-05-03", "earliest": "1921-05-03",
        "latest": "1921-05-03", "precision": "day", "sentence": "", "document": "", "mentions": 0, "note": note, "review": "",
    }  # fmt: skip
    events = pd.concat([made.events, pd.DataFrame([row])], ignore_index=True).astype(made.events.dtypes)
    return Timeline(events, made.mentions, made.documents, made.hidden, made.texts)


def with_date(event_id: str, edtf: str) -> Timeline:
    """Six events, of which this one has another date; as in the tables, an open end has no day."""
    made, value = six(), DateValue.parse(edtf)
    events = made.events.copy()
    days = ((value.earliest.iso() if value.earliest else ""), (value.latest.iso() if value.latest else ""))
    events.loc[events["event_id"] == event_id, ["edtf", "earliest", "latest", "precision"]] = [
        edtf,
        *days,
        str(value.precision),
    ]
    return Timeline(events, made.mentions, made.documents, made.hidden, made.texts)


def many(count: int, seed: int = 1) -> Timeline:
    """``count`` events between 1837 and 2025, crowded towards the end as real ones are."""
    draw = random.Random(seed)
    letters = "bcdfghjkmnpqrstvwxyz23456789"
    topic = load()
    verbs = ("receives", "warns", "signs with", "supplies", "attacks", "meets", "recognises", "accuses")
    events = []
    for number in range(count):
        year = 1837 + int(188 * draw.random() ** 0.4)
        month, day = draw.randint(1, 12), draw.randint(1, 28)
        start = f"{year}-{month:02d}-{day:02d}"
        kind = draw.choice(("day", "day", "day", "month", "year", "range"))
        one, other = draw.sample(NAMES, 2)
        bounds = {
            "day": (start, start, start),
            "month": (start[:7], start[:7] + "-01", start[:7] + "-28"),
            "year": (start[:4], f"{year}-01-01", f"{year}-12-31"),
            "range": (f"{year}/{year + 3}", f"{year}-01-01", f"{year + 3}-12-31"),
        }[kind]
        title = f"{one} {draw.choice(verbs)} {other} in matter {number}"
        events.append(
            {
                "event_id": "ev_" + "".join(draw.choices(letters, k=10)),
                "edtf": bounds[0], "earliest": bounds[1], "latest": bounds[2], "precision": kind,
                "title": title, "category": draw.choice(topic.categories).key, "actors": f"{one}; {other}",
                "place": draw.choice(("", "Kabul", "Moscow")), "importance": draw.choice((1, 1, 2, 2, 3)),
                "sentence": f"On {start} {title}.", "document": f"doc{number % 7}.txt",
            }
        )  # fmt: skip
    return _timeline(events, [])


def _timeline(events: list[dict[str, object]], extra: list[dict[str, object]]) -> Timeline:
    topic = load()
    mentions, documents = [], {}
    for event in [*events, *extra]:
        sentence = str(event["sentence"])
        words = sentence[:12]
        mentions.append(
            dict(event, mention_id=event.get("mention_id", event["event_id"]), start_char=0,
                 end_char=len(words), date_text=words, rule="made up")
        )  # fmt: skip
        documents[str(event["document"])] = sentence
    often = Counter(mention["event_id"] for mention in mentions)
    for event in events:
        event["era"] = "; ".join(topic.eras_touched(str(event["earliest"]), str(event["latest"])))
        event["confidence"] = 0.9
        event["review"] = "" if event["earliest"] else "year lost"
        event["mentions"] = often[event["event_id"]]
    events = sorted(events, key=lambda e: (e["earliest"] == "", str(e["earliest"])))
    return Timeline(
        events=schema.frame(events, schema.EVENTS),
        mentions=schema.frame(mentions, schema.MENTIONS),
        documents=schema.frame(
            [
                {
                    "document": name,
                    "title": f"About {name}",
                    "publisher": "The press",
                    "characters": len(text),
                }
                for name, text in sorted(documents.items())
            ],
            schema.DOCUMENTS,
        ),
        hidden=schema.frame([], schema.HIDDEN),
        texts=dict(documents),
    )
