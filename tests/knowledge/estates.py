"""Estates as staff may have filled them in."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from knowledge.content import PHASES, Cafe, Contact, Estate, Happening

TODAY = dt.date(2026, 3, 10)
CONTACTS = ("staff", "office", "rehousing", "board")

EMPTY = Estate("Værebro Park", "Europe/Copenhagen")
COMING = Happening(dt.date(2026, 3, 17), dt.time(18, 30), "Beboerhuset", "Møde")
FULL = Estate(
    "Værebro Park",
    "Europe/Copenhagen",
    vote=COMING,
    vote_result="yes",
    meeting=COMING,
    events=(COMING,),
    activities=(COMING,),
    cafe=Cafe("11.30-13.00", (0, 4), "17.00-18.30", "Frikadeller", TODAY),
    contacts={who: Contact("12 34 56 78", "a@example.dk", "9-15", "Centret") for who in CONTACTS},
)

_words = st.none() | st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), min_size=1)
_dates = st.none() | st.dates(TODAY - dt.timedelta(400), TODAY + dt.timedelta(400))
_times = st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))
_happenings = st.builds(Happening, _dates, _times, _words, _words)
_several = st.lists(_happenings, max_size=3).map(tuple)
_days = st.lists(st.integers(0, 6), unique=True, max_size=7).map(tuple)
_contacts = st.builds(Contact, _words, _words, _words, _words)


def any_estate() -> st.SearchStrategy[Estate]:
    """Whatever staff may fill in, also halfway."""
    return st.builds(
        Estate,
        name=st.just("Værebro Park"),
        timezone=st.just("Europe/Copenhagen"),
        phase=st.none() | st.sampled_from(PHASES),
        vote=_happenings,
        vote_result=st.sampled_from([None, "yes", "no"]),
        meeting=_happenings,
        events=_several,
        activities=_several,
        cafe=st.builds(Cafe, _words, _days, _words, _words, _dates),
        contacts=st.dictionaries(st.sampled_from(CONTACTS), _contacts),
    )
