"""The topic as data: what Afghanistan–Russia relations are made of.

No fact of history stands in code. Another pair of countries is another folder with the same CSV files.
"""

from timeline.topic.load import LAST_DAY, THIRD, Act, Actor, Category, Era, NamedDay, Place, Topic, load, slug

__all__ = [
    "LAST_DAY",
    "THIRD",
    "Act",
    "Actor",
    "Category",
    "Era",
    "NamedDay",
    "Place",
    "Topic",
    "load",
    "slug",
]
