"""A page below one of the lists: what there is to say of it to whoever searches, without making it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page below the list that `kind` names. `address` is relative to the root of the site.

    `year`, `department` and `unit` say what it is about, by their keys; they are empty where it is about all of them.
    """

    address: str
    title: str
    kind: str
    year: str = ""
    department: str = ""
    unit: str = ""
