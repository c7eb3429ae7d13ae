"""Dates that are reckoned from another day: what each is worth, by the day on which the text was written."""

from __future__ import annotations

import calendar
from functools import cache
from itertools import pairwise

import pytest

from factx import Extractor
from factx.dates.calendar import Day, interval, last_of_month, shift_months, week_value
from factx.dates.feasts import holiday, lasts
from factx.dates.lasting import letters
from factx.dates.normalise import MONTHS, WEEKDAYS, count_value, ordinal_day, year_number

HISTORY = " ".join(f"In {year} the war went on." for year in range(1911, 1918))
"""What makes a text a tale of other years than its own."""

RECKONED: dict[str | None, list[tuple[str, str, str, bool]]] = {
    "2023-12-08": [
        ("They met over {the weekend}.", "2023-W48-WE", "DATE", True),
    ],
    "2023-12-09": [],
    "2023-08-14": [
        ("It burned {last spring}.", "2023-SP", "DATE", True),
        ("It burned {last summer}.", "2022-SU", "DATE", True),
    ],
    "2023-09-14": [
        ("It will burn {next fall}.", "2024-FA", "DATE", True),
        ("It burned {last summer}.", "2023-SU", "DATE", True),
    ],
    "2023-03-14": [
        ("It will burn {next spring}.", "2024-SP", "DATE", True),
    ],
    "2020-05-14": [
        ("It began {last decade}.", "201", "DATE", True),
    ],
    "0005-03-01": [
        ("It ended on {Feb. 29}.", "0004-02-29", "DATE", True),
    ],
    "2023-12-31": [
        ("Sales in Q4 2023 are high. {A year ago} they were low.", "2022-Q4", "DATE", True),
    ],
    "2023-10-01": [
        ("It rose in the fourth quarter. {A year ago} it fell.", "2022-Q4", "DATE", True),
    ],
    "2000-05-01": [
        ("It ends {this century}.", "20", "DATE", True),
    ],
    None: [
        ("It fell in 1989. It grew {this decade}.", "198", "DATE", True),
        ("It fell in 1989. It grew {this century}.", "19", "DATE", True),
        ("It fell on 3 May 2011. He left {this week}.", "2011-W18", "DATE", True),
        ("It began at 9 a.m. on 3 May 2011. He left on {Friday}.", "2011-04-29", "DATE", True),
        ("It rose in the fourth quarter of 1999. He left in {January}.", "2000-01", "DATE", True),
        ("It rose in the fourth quarter of 1999. He left in {February}.", "1999-02", "DATE", True),
        ("It fell in 1989. He left in {March}.", "1989-03", "DATE", True),
        ("It began in May 2011. He left {this month}.", "2011-05", "DATE", True),
        ("He left {two Fridays ago}.", "XXXX-WXX-5", "DATE", True),
        ("They met on {the last Friday of May}.", "XXXX-05", "DATE", True),
        ("It rose in {the second quarter}.", "XXXX-Q2", "DATE", True),
        ("It rose in {the first half}.", "XXXX-H1", "DATE", True),
        ("It began on {December 11}.", "XXXX-12-11", "DATE", True),
        ("It began on {February 29}.", "XXXX-02-29", "DATE", True),
        ("It began in {June}.", "XXXX-06", "DATE", True),
        ("It began {this quarter}.", "XXXX-QX", "DATE", True),
        ("It began {this decade}.", "XXX", "DATE", True),
        ("It began {last century}.", "XX", "DATE", True),
        ("It began {this weekend}.", "XXXX-WXX-WE", "DATE", True),
        ("It began {tomorrow}.", "FUTURE_REF", "DATE", True),
        ("It began {today}.", "PRESENT_REF", "DATE", True),
        ("It began {tonight}.", "PRESENT_REF", "DATE", True),
        ("He left at {9 a.m.}.", "XXXX-XX-XXT09:00", "TIME", True),
        ("It began {three hours ago}.", "XXXX-XX-XXTXX:XX", "TIME", True),
        ("He left {the following morning}.", "XXXX-XX-XXTMO", "TIME", True),
        ("They met in {the summer}.", "XXXX-SU", "DATE", True),
        ("It began on 3 May 2011. He left on {August 2}.", "2011-08-02", "DATE", True),
        ("OSLO (AP) — It began in 1999. He left in {August}.", "XXXX-08", "DATE", True),
        ("It fell on Monday and on Friday. It began in 1999. He left on {August 2}.", "XXXX-08-02", "DATE", True),
        ("It fell on Monday and on Friday. It began in 1999. It fell {last year}.", "XXXX", "DATE", True),
        ("It fell on Monday and on Friday. It began in May 1999 and broke in {June}.", "1999-06", "DATE", True),
        ("It fell on Monday and on Friday in May 1999.\n\nHe left in {June}.", "XXXX-06", "DATE", True),
        ("It fell on a Monday in May 1999.\n\nHe left in {June}.", "1999-06", "DATE", True),
        ("It began on 3 May 2011. He left in {June}.", "2011-06", "DATE", True),
        ("It began on 3 November 2011. He left in {February}.", "2012-02", "DATE", True),
        ("It began on 3 November 2011. He left in {March}.", "2011-03", "DATE", True),
        ("It began on 3 May 2011. He left on {Friday}.", "2011-04-29", "DATE", True),
        ("It began in May 2011. He left on {Friday}.", "XXXX-WXX-5", "DATE", True),
        ("It began on 3 May 2011. He left {last week}.", "2011-W17", "DATE", True),
        ("It began on 3 May 2011. He left {two days ago}.", "2011-05-01", "DATE", True),
        ("It began on 3 May 2011. He left at {9 a.m.}.", "2011-05-03T09:00", "TIME", True),
        ("It began on 3 May 2011. He left in {the morning}.", "2011-05-03TMO", "TIME", True),
        ("It began on 3 May 2011. He left on {the 13th}.", "2011-05-13", "DATE", True),
        ("It began on 3 May 2011. It rose in {the first quarter}.", "2011-Q1", "DATE", True),
        ("It began on 3 May 2011. It ended in {the summer}.", "2011-SU", "DATE", True),
        ("It began on 3 May 2011. It ended at {Easter}.", "2011-04-24", "DATE", True),
        ("He left on {Labor Day}.", "XXXX-XX-XX", "DATE", True),
        ("He left {the next day}.", "XXXX-XX-XX", "DATE", True),
        ("He left {that night}.", "XXXX-XX-XXTNI", "TIME", True),
        ("He left {the following month}.", "XXXX-XX", "DATE", True),
        ("He left {the previous week}.", "XXXX-WXX", "DATE", True),
        ("He left {two decades ago}.", "XXX", "DATE", True),
        ("It will end by {the end of the week}.", "XXXX-WXX", "DATE", True),
        ("He left in {the morning}.", "XXXX-XX-XXTMO", "TIME", True),
        ("It fell in 1989. He left {last week}.", "XXXX-WXX", "DATE", True),
        ("It fell in 1989. He left {two years ago}.", "XXXX", "DATE", True),
        ("It fell in 1989. He left {early this year}.", "1989", "DATE", True),
        ("It fell on 3 May 2011.\nHe left on {Friday}.", "XXXX-WXX-5", "DATE", True),
        ("It fell on 3 May 2011.\nHe left over {the weekend}.", "XXXX-WXX-WE", "DATE", True),
    ],
    "2023-12-17": [("It ended at {Christmas}.", "2022-12-25", "DATE", True)],
    "2023-12-18": [("It ended at {Christmas}.", "2023-12-25", "DATE", True)],
    "2008-12-14": [
        ("It ended on {Eid al-Adha}.", "2008-12-09", "DATE", True),
    ],
    "2023-01-14": [
        ("It began {last month}.", "2022-12", "DATE", True),
        ("It began {last quarter}.", "2022-Q4", "DATE", True),
    ],
    "2023-02-20": [
        ("It ended on {Feb. 29}.", "2020-02-29", "DATE", True),
    ],
    "2023-04-14": [
        ("It burned {last spring}.", "2022-SP", "DATE", True),
    ],
    "2023-05-14": [
        ("It began the {past August}.", "2022-08", "DATE", True),
        ("It begins the {coming March}.", "2024-03", "DATE", True),
        ("It burned in the {past summer}.", "2022-SU", "DATE", True),
        ("It will end at {Easter}.", "2024-03-31", "DATE", True),
        ("In {June}, a thaw.", "2023-06", "DATE", True),
        ("In {July}, a thaw.", "2023-07", "DATE", True),
        ("In {August}, a thaw.", "2022-08", "DATE", True),
        ("In {May}, a thaw.", "2023-05", "DATE", True),
        ("It ended in {June}.", "2022-06", "DATE", True),
        ("They leave by {October}.", "2023-10", "DATE", True),
        ("They leave by {November}.", "2022-11", "DATE", True),
        ("It will end in {April}.", "2024-04", "DATE", True),
        ("It will end in {June}.", "2023-06", "DATE", True),
        ("It began {last June}.", "2022-06", "DATE", True),
        ("It begins {next June}.", "2023-06", "DATE", True),
        ("It began {this past March}.", "2023-03", "DATE", True),
        ("It begins {this coming March}.", "2024-03", "DATE", True),
        ("It began the {past March}.", "2023-03", "DATE", True),
        ("It begins the {coming June}.", "2023-06", "DATE", True),
        ("It rose in {the third quarter}.", "2022-Q3", "DATE", True),
        ("It will rise in {the third quarter}.", "2023-Q3", "DATE", True),
        ("It rose in {the second quarter}.", "2023-Q2", "DATE", True),
        ("It rose in {the second half}.", "2022-H2", "DATE", True),
        ("It will rise in {the first quarter of next year}.", "2024-Q1", "DATE", True),
        ("It rose in {the final half of 2020}.", "2020-H2", "DATE", False),
        ("It rose in {the last quarter of 2020}.", "2020-Q4", "DATE", False),
        ("It burned {last summer}.", "2022-SU", "DATE", True),
        ("It burned {last spring}.", "2022-SP", "DATE", True),
        ("It will burn {next summer}.", "2023-SU", "DATE", True),
        ("It will burn {next spring}.", "2024-SP", "DATE", True),
        ("It burned {this summer}.", "2023-SU", "DATE", True),
        ("It burned in {the summer}.", "2022-SU", "DATE", True),
        ("It will burn in {the summer}.", "2023-SU", "DATE", True),
        ("It burned in {the spring of last year}.", "2022-SP", "DATE", True),
        ("It burns in {the spring of next year}.", "2024-SP", "DATE", True),
    ],
    "2023-06-01": [
        ("It will be on {Feb. 29}.", "2024-02-29", "DATE", True),
    ],
    "2023-06-14": [
        ("It will burn {next summer}.", "2024-SU", "DATE", True),
        ("It began {last June}.", "2022-06", "DATE", True),
        ("It begins {next June}.", "2024-06", "DATE", True),
        ("It burned {last spring}.", "2023-SP", "DATE", True),
    ],
    "2023-06-30": [
        ("It rose in {the third quarter}.", "2022-Q3", "DATE", True),
    ],
    "2023-07-01": [
        ("It rose in {the third quarter}.", "2023-Q3", "DATE", True),
    ],
    "2023-07-14": [
        ("It rose in {the second half}.", "2023-H2", "DATE", True),
    ],
    "2023-11-14": [
        ("It ended at {Christmas}.", "2022-12-25", "DATE", True),
        ("It burned {last fall}.", "2022-FA", "DATE", True),
        ("It begins {next quarter}.", "2024-Q1", "DATE", True),
    ],
    "2023-12-14": [
        ("They met on {the last Friday of May 2021}.", "2021-05-28", "DATE", False),
        ("It began on 3 May 2011. He left {two days earlier}.", "2023-12-12", "DATE", True),
        ("It ended on {10.12.2023}.", "2023-12-10", "DATE", False),
        ("It began on 12 May 2011. They left {the previous Thursday}.", "2011-05-05", "DATE", True),
        ("It began {a month ago today}.", "2023-11-14", "DATE", True),
        ("He left at {that time}.", "PAST_REF", "DATE", False),
        ("It began on 3 May 2011. It fell in {that quarter}.", "2011-Q2", "DATE", True),
        (
            "It rose in the third quarter of 1999. It will fall in {the current fiscal quarter}.",
            "2023-Q4",
            "DATE",
            True,
        ),
        ("It began on 3 May 2011. It fell in {the same period}.", "2011-05-03", "DATE", True),
        ("It fell in {the same period}.", "2023-Q4", "DATE", True),
        ("It fell from {the same three-month period last year}.", "2022", "DATE", True),
        ("It rose in the third quarter of 1999 from {the comparable quarter}.", "1998-Q3", "DATE", True),
        ("It rose in the third quarter of 1999 from {the corresponding quarter}.", "1998-Q3", "DATE", True),
        ("It rose in the third quarter of 1999 from {the same quarter last year}.", "1998-Q3", "DATE", True),
        ("It fell in {the same quarter last year}.", "2022-Q4", "DATE", True),
        ("It fell in {the comparable quarter}.", "2022-Q4", "DATE", True),
        ("It fell in {the corresponding month}.", "2022-12", "DATE", True),
        ("It began on 3 May 2011. It fell in {the corresponding month last year}.", "2022-12", "DATE", True),
        ("It rose in {the quarter} that ended Dec. 1.", "2023-Q4", "DATE", True),
        ("It will rise in {the quarter} ending Dec. 31.", "2023-Q4", "DATE", True),
        ("It will end {shortly}.", "FUTURE_REF", "DATE", False),
        ("A {3-and-a-half-year} war.", "P42M", "DURATION", False),
        ("It will end in {a few hours}.", "PTXH", "DURATION", False),
        ("It rose in the third quarter of 1999. {Last quarter}'s sales fell.", "1999-Q3", "DATE", True),
        ("They agreed on talks the {coming Sunday}.", "2023-12-17", "DATE", True),
        ("They agreed on talks {three weeks from Monday}.", "2024-01-08", "DATE", True),
        ("It rose in the third quarter of 1999. In {the 1998 period} it fell.", "1998-Q3", "DATE", True),
        ("It began {the previous December}.", "2022-12", "DATE", True),
        ("The camp is open daily on {July 13}.", "2024-07-13", "DATE", True),
        ("They leave by {July 13}.", "2024-07-13", "DATE", True),
        ("They leave by {July 14}.", "2023-07-14", "DATE", True),
        ("A vote, {June 14}.", "2023-06-14", "DATE", True),
        ("They meet on {weekends}.", "XXXX-WXX-WE", "SET", False),
        (
            "It rose in the third quarter of 1999. For a month it fell. {A year earlier} it rose.",
            "1998-Q3",
            "DATE",
            True,
        ),
        ("It moved in {daytime}.", "XXXX-XX-XXTDT", "TIME", True),
        ("They meet on {Saturday this week}.", "2023-12-16", "DATE", True),
        ("They meet on {Friday next week}.", "2023-12-22", "DATE", True),
        ("They met on {Friday last week}.", "2023-12-08", "DATE", True),
        ("It began {the past Thursday}.", "2023-12-07", "DATE", True),
        ("It began on 12 May 2011. They left {the preceding Thursday}.", "2011-05-05", "DATE", True),
        ("They agreed to talks {a week from Monday}.", "2023-12-25", "DATE", True),
        ("They agreed on talks {two weeks from Monday}.", "2024-01-01", "DATE", True),
        ("He left {two weeks ago Monday}.", "2023-11-27", "DATE", True),
        ("It began {2,022 years ago}.", "0001", "DATE", True),
        ("It began {2,023 years ago}.", "PAST_REF", "DATE", False),
        ("It will open {the year after next}.", "2025", "DATE", True),
        ("It opened {the week before last}.", "2023-W48", "DATE", True),
        ("It began on 3 May 2011. It ends {three weeks from now}.", "2024-W01", "DATE", True),
        ("It began {two and a half years ago}.", "2021", "DATE", True),
        ("It began {1.5 million years ago}.", "PAST_REF", "DATE", False),
        ("It rose in the third quarter of 1999. {A year later} it fell.", "2000-Q3", "DATE", True),
        ("Prices rose 2.8% in May from 2.7% {a month earlier}.", "2023-04", "DATE", True),
        ("It began in May 2011. He died {two days later}.", "2011-XX-XX", "DATE", True),
        ("It began in May 2011. He died {two weeks later}.", "2011-WXX", "DATE", True),
        ("It began {9,000 years ago today}.", "PAST_REF", "DATE", False),
        ("It will end in {two years and six months}.", "P2Y6M", "DURATION", False),
        ("It began in May 2011. He died {that day}.", "2011-05-XX", "DATE", True),
        ("It began on 3 May 2011. It fell in {the latest quarter}.", "2023-Q3", "DATE", True),
        ("It began on 3 May 2011. It fell from {the same period last year}.", "2022", "DATE", True),
        ("It began on 3 May 2011. It fell from {the year-ago period}.", "2022", "DATE", True),
        ("It began on 3 May 2011. It fell from {the year-ago quarter}.", "2022", "DATE", True),
        ("It began on 3 May 2011. It fell from {the comparable quarter last year}.", "2022-Q4", "DATE", True),
        (
            "It rose in the third quarter of 1999. The base closed on 3 May. It fell from {the year-ago quarter}.",
            "1998-Q3",
            "DATE",
            True,
        ),
        (
            "It rose in the third quarter of 1999. The base closed on 3 May. It fell in {the latest quarter}.",
            "1999-Q3",
            "DATE",
            True,
        ),
        ("It closed on 3 May. It fell in {the latest period}.", "2023-Q3", "DATE", True),
        ("It rose in {the latest year}.", "2022", "DATE", True),
        ("It rose in the third quarter of 1999 from {the year-earlier quarter}.", "1998-Q3", "DATE", True),
        ("It rose in the third quarter of 1999. Sales fell in {the quarter}.", "1999-Q3", "DATE", True),
        ("It rose in {the quarter} that ended Nov. 30.", "2023-Q4", "DATE", True),
        ("It rose in the quarter that ended Nov. 30 from {a year ago}.", "2022-Q4", "DATE", True),
        ("It will rise in the quarter ending Dec. 31 from {a year ago}.", "2022", "DATE", True),
        ("It rose in {the quarter} ended April 30.", "2023-Q1", "DATE", True),
        ("It fell in {the first year} of the war.", "P1Y", "DURATION", False),
        ("It rained for {a second day}.", "XXXX-XX-XX", "DATE", True),
        ("will {soon} end.", "FUTURE_REF", "DATE", False),
        ("He left at {10 p.m. EDT} on Nov. 5 last year.", "2022-11-05T22:00", "TIME", True),
        ("They met on {the last Friday of May}.", "2023-05-26", "DATE", True),
        ("They met on {the first Friday of May}.", "2023-05-05", "DATE", True),
        ("They met on {the last day of May}.", "2023-05-31", "DATE", True),
        ("They met from {4:30}-7:30 p.m.", "2023-12-14T16:30", "TIME", True),
        ("They met from {9:30} to 1:30 p.m.", "2023-12-14T09:30", "TIME", True),
        ("They met from {9:30} to 1:30 a.m.", "2023-12-14T21:30", "TIME", True),
        ("He left at {10 p.m. EDT} on Tuesday, Nov. 7. It rained in June.", "2023-11-07T22:00", "TIME", True),
        (
            "He left at {10 p.m. EDT} on Tuesday, Nov. 7, and slept at 9 a.m. before Friday.",
            "2023-11-07T22:00",
            "TIME",
            True,
        ),
        ("It was shut from {9 a.m. yesterday} to 5 p.m. today.", "2023-12-13T09:00", "TIME", True),
        ("It was shut from {9 a.m.} to 5 p.m. yesterday.", "2023-12-13T09:00", "TIME", True),
        ("It began {this past Thursday}.", "2023-12-07", "DATE", True),
        ("It lasted {a whole year}.", "P1Y", "DURATION", False),
        ("They will go on {October 14}.", "2024-10-14", "DATE", True),
        ("They will go on {October 15}.", "2023-10-15", "DATE", True),
        ("It rose in {the first quarter of next year}.", "2024-Q1", "DATE", True),
        ("It began in May 2011. He left in {the morning}.", "2023-12-14TMO", "TIME", True),
        ("They meet {this coming Thursday}.", "2023-12-21", "DATE", True),
        ("They meet {this coming Sunday}.", "2023-12-17", "DATE", True),
        ("It began on 3 May 2011. He died {the preceding day}.", "2011-05-02", "DATE", True),
        ("It began on 3 May 2011. He died {the preceding week}.", "2011-W17", "DATE", True),
        ("It began on 3 May 2011. He died {the ensuing week}.", "2011-W19", "DATE", True),
        ("They will meet over {the weekend}.", "2023-W50-WE", "DATE", True),
        ("They met over {the weekend}.", "2023-W49-WE", "DATE", True),
        ("He left at {midday}.", "2023-12-14T12:00", "TIME", True),
        ("It dates from {the twenty-first century}.", "20", "DATE", False),
        ("It dates from {the twentieth century}.", "19", "DATE", False),
        ("It dates from {the nineteenth century}.", "18", "DATE", False),
        ("It dates from {the seventeenth century}.", "16", "DATE", False),
        ("It dates from {the sixteenth century}.", "15", "DATE", False),
        ("It dates from {the fifteenth century}.", "14", "DATE", False),
        ("It rose in {the 4th quarter of 1999}.", "1999-Q4", "DATE", False),
        ("It rose in {the 2nd quarter of 1999}.", "1999-Q2", "DATE", False),
        ("It rose in {the 1st quarter of 1999}.", "1999-Q1", "DATE", False),
        ("It rose in {the 3rd quarter of 1999}.", "1999-Q3", "DATE", False),
        ("It was built in {the eighties}.", "198", "DATE", False),
        ("It was built in {the sixties}.", "196", "DATE", False),
        ("It was built in {the forties}.", "194", "DATE", False),
        ("It was built in {the thirties}.", "193", "DATE", False),
        ("It was built in {the twenties}.", "192", "DATE", False),
        ("It was built in {the seventies}.", "197", "DATE", False),
        ("It was built in {the fifties}.", "195", "DATE", False),
        ("A {two-and-a-half-year} war.", "P30M", "DURATION", False),
        ("A {five-and-a-half-hour} talk.", "PT5H30M", "DURATION", False),
        ("It rained in {June}, July and August 2016.", "2016-06", "DATE", False),
        ("It began on 3 May 2011. He left {two days ago}.", "2023-12-12", "DATE", True),
        ("He left {a fortnight ago}.", "2023-W48", "DATE", True),
        ("It will burn {next winter}.", "2024-WI", "DATE", True),
        ("HISTORY On 3 May 1918 it began (2 June 1920). He left {two days later}.", "1918-05-05", "DATE", True),
        (
            "HISTORY On 3 May 1918 it began, as she said last week. He left {two days later}.",
            "1918-05-05",
            "DATE",
            True,
        ),
        ("It burned in the {past summer}.", "2023-SU", "DATE", True),
        ("They left {the previous Friday}.", "2023-12-08", "DATE", True),
        ("It rained in June 2016 and {July last year}.", "2022-07", "DATE", True),
        ("It rained in {June 2015} and July 2016.", "2015-06", "DATE", False),
        ("It rained in {December} and January 2016.", "2015-12", "DATE", False),
        ("It rained in December 2015 and {January}.", "2016-01", "DATE", False),
        ("It rained in {summer} and autumn 2016.", "2016-SU", "DATE", False),
        ("It lasted from {3 May} to 7 June 2016.", "2016-05-03", "DATE", False),
        ("It rained in {June}, and in the north it snowed a little in July 2016.", "2023-06", "DATE", True),
        ("They meet {two weeks hence}.", "2023-W52", "DATE", True),
        ("It ended on {12/10/2023}.", "2023-12-10", "DATE", False),
        ("It ended on {13/12/2023}.", "2023-12-13", "DATE", False),
        ("It ended on {12/12/2023}.", "2023-12-12", "DATE", False),
        ("It ended on {February 28}.", "2023-02-28", "DATE", True),
        ("It ended in {August}.", "2023-08", "DATE", True),
        ("It ended in {December}.", "2023-12", "DATE", True),
        ("It will end in {December}.", "2023-12", "DATE", True),
        ("It will end in {November}.", "2024-11", "DATE", True),
        ("They leave by {April}.", "2024-04", "DATE", True),
        ("They leave by {June}.", "2023-06", "DATE", True),
        ("In {January}, a thaw.", "2024-01", "DATE", True),
        ("In {February}, a thaw.", "2024-02", "DATE", True),
        ("In {March}, a thaw.", "2023-03", "DATE", True),
        ("It ended in {January}.", "2023-01", "DATE", True),
        ("It ended on {January 20}.", "2024-01-20", "DATE", True),
        ("They will go on {October 20}.", "2023-10-20", "DATE", True),
        ("They will go on {October 10}.", "2024-10-10", "DATE", True),
        ("It ended on {January 29}.", "2023-01-29", "DATE", True),
        ("A vote, {January 29}.", "2024-01-29", "DATE", True),
        ("A vote, {July 10}.", "2023-07-10", "DATE", True),
        ("A vote, {June 10}.", "2024-06-10", "DATE", True),
        ("It began in {June this year}.", "2023-06", "DATE", True),
        ("It begins in {June next year}.", "2024-06", "DATE", True),
        ("It began in 2019 and ended in {June the following year}.", "2020-06", "DATE", True),
        ("It ended in 2019 after {June of the previous year}.", "2018-06", "DATE", True),
        ("It began {last June}.", "2023-06", "DATE", True),
        ("It began {last December}.", "2022-12", "DATE", True),
        ("It begins {next June}.", "2024-06", "DATE", True),
        ("It begins {next December}.", "2024-12", "DATE", True),
        ("It began {this June}.", "2023-06", "DATE", True),
        ("It rose in {the second quarter}.", "2023-Q2", "DATE", True),
        ("It rose in {the first half}.", "2023-H1", "DATE", True),
        ("It rose in {the second half of last year}.", "2022-H2", "DATE", True),
        ("It rose in {the fourth quarter of last year}.", "2022-Q4", "DATE", True),
        ("It burned {last summer}.", "2023-SU", "DATE", True),
        ("It burned {last winter}.", "2022-WI", "DATE", True),
        ("It burned in {the winter of 2019}.", "2019-WI", "DATE", False),
        ("It burned {this past spring}.", "2023-SP", "DATE", True),
        ("It ended {last Christmas}.", "2022-12-25", "DATE", True),
        ("It ends {next Christmas}.", "2023-12-25", "DATE", True),
        ("It ended at {Christmas}.", "2022-12-25", "DATE", True),
        ("It will end at {Easter}.", "2024-03-31", "DATE", True),
        ("It ended at {Easter}.", "2023-04-09", "DATE", True),
        ("It ended on {Good Friday 2022}.", "2022-04-15", "DATE", False),
        ("It ended on {Thanksgiving}.", "2023-11-23", "DATE", True),
        ("It ended on {Memorial Day}.", "2023-05-29", "DATE", True),
        ("It ended on {Labor Day}.", "2023-09-04", "DATE", True),
        ("It ended on {Christmas Eve night}.", "2022-12-24", "DATE", True),
        ("It ended on {Martin Luther King Day}.", "2023-01-16", "DATE", True),
        ("It ended on {Easter Monday}.", "2023-04-10", "DATE", True),
        ("A feast at {Christmas}.", "2023-12-25", "DATE", True),
        ("He left at {noon}.", "2023-12-14T12:00", "TIME", True),
        ("He left at {midnight}.", "2023-12-14T00:00", "TIME", True),
        ("He left at {12 a.m.}.", "2023-12-14T00:00", "TIME", True),
        ("He left at {12 p.m.}.", "2023-12-14T12:00", "TIME", True),
        ("He left at {12:30 a.m.}.", "2023-12-14T00:30", "TIME", True),
        ("He left at {1 p.m.}.", "2023-12-14T13:00", "TIME", True),
        ("He left at {11 pm Monday}.", "2023-12-11T23:00", "TIME", True),
        ("He left at {9 a.m. yesterday}.", "2023-12-13T09:00", "TIME", True),
        ("He left at {5 p.m. tomorrow}.", "2023-12-15T17:00", "TIME", True),
        ("He left at {0930 GMT}.", "2023-12-14T09:30", "TIME", True),
        ("He left at {7 in the morning}.", "2023-12-14T07:00", "TIME", True),
        ("He left at {8 in the evening}.", "2023-12-14T20:00", "TIME", True),
        ("He left in {the evening}.", "2023-12-14TEV", "TIME", True),
        ("They meet {every two weeks}.", "P2W", "SET", False),
        ("A truce of {a fortnight}.", "P2W", "DURATION", False),
        ("It lasted {two and a half hours}.", "PT2H30M", "DURATION", False),
        ("It lasted {1.5 hours}.", "PT1H30M", "DURATION", False),
        ("It lasted {half an hour}.", "PT30M", "DURATION", False),
        ("It lasted {1.5 decades}.", "P15Y", "DURATION", False),
        ("It lasted {two and a half decades}.", "P25Y", "DURATION", False),
        ("It lasted {one and a half centuries}.", "P150Y", "DURATION", False),
        ("It lasted {two centuries}.", "P2C", "DURATION", False),
        ("It lasted {2.5 weeks}.", "P2.5W", "DURATION", False),
        ("It lasted {a couple of days}.", "P2D", "DURATION", False),
        ("It lasted {half a dozen years}.", "P6Y", "DURATION", False),
        ("It lasted {a full year}.", "P1Y", "DURATION", False),
        ("It lasted {two years and a half}.", "P30M", "DURATION", False),
        ("It lasted {90 minutes}.", "PT90M", "DURATION", False),
        ("It lasted {30 seconds}.", "PT30S", "DURATION", False),
        ("It lasted {two nights}.", "P2D", "DURATION", False),
        ("A {3-1/2 hour} talk.", "PT3H30M", "DURATION", False),
        ("It lasted {3 1/2 hours}.", "PT3H30M", "DURATION", False),
        ("They meet {weekly}.", "P1W", "SET", False),
        ("They meet {monthly}.", "P1M", "SET", False),
        ("They meet {yearly}.", "P1Y", "SET", False),
        ("They meet {nightly}.", "P1D", "SET", False),
        ("They meet {every three years}.", "P3Y", "SET", False),
        ("They meet {each morning}.", "XXXX-XX-XXTMO", "SET", False),
        ("They meet {every Monday} morning.", "XXXX-WXX-1", "SET", False),
        ("They meet {each week}.", "P1W", "SET", False),
        ("They meet {every hour}.", "PT1H", "SET", False),
        ("It began {last Monday}.", "2023-12-11", "DATE", True),
        ("It began {last Thursday}.", "2023-12-07", "DATE", True),
        ("It begins {next Thursday}.", "2023-12-21", "DATE", True),
        ("It begins {next Friday}.", "2023-12-15", "DATE", True),
        ("It begins {this Saturday}.", "2023-12-16", "DATE", True),
        ("It begins {this Thursday}.", "2023-12-14", "DATE", True),
        ("It began {this past Sunday}.", "2023-12-10", "DATE", True),
        ("It begins the {coming Sunday}.", "2023-12-17", "DATE", True),
        ("It will begin {Thursday}.", "2023-12-14", "DATE", True),
        ("It began on {Thursday}.", "2023-12-14", "DATE", True),
        ("It began on {Friday}.", "2023-12-08", "DATE", True),
        ("It began {this morning}.", "2023-12-14TMO", "TIME", True),
        ("It began {this afternoon}.", "2023-12-14TAF", "TIME", True),
        ("It begins {this evening}.", "2023-12-14TEV", "TIME", True),
        ("It begins {tonight}.", "2023-12-14TNI", "TIME", True),
        ("It began {overnight}.", "2023-12-14TNI", "TIME", True),
        ("It began {yesterday morning}.", "2023-12-13TMO", "TIME", True),
        ("It begins {tomorrow evening}.", "2023-12-15TEV", "TIME", True),
        ("It began {the day before yesterday}.", "2023-12-12", "DATE", True),
        ("It begins {the day after tomorrow}.", "2023-12-16", "DATE", True),
        ("It begins {tomorrow night}.", "2023-12-15TNI", "TIME", True),
        ("It began {last month}.", "2023-11", "DATE", True),
        ("It begins {next quarter}.", "2024-Q1", "DATE", True),
        ("It began {last quarter}.", "2023-Q3", "DATE", True),
        ("It begins {next week}.", "2023-W51", "DATE", True),
        ("It begins {next weekend}.", "2023-W51-WE", "DATE", True),
        ("It began {last decade}.", "201", "DATE", True),
        ("It began {last century}.", "19", "DATE", True),
        ("It begins {next century}.", "21", "DATE", True),
        ("It began {this decade}.", "202", "DATE", True),
        ("It begins {next month}.", "2024-01", "DATE", True),
        ("It began {two weeks ago}.", "2023-W48", "DATE", True),
        ("It began {six months ago}.", "2023-06", "DATE", True),
        ("It began {13 months ago}.", "2022-11", "DATE", True),
        ("It began {three decades ago}.", "1993", "DATE", True),
        ("It began {two centuries ago}.", "1823", "DATE", True),
        ("It began {48 hours ago}.", "2023-12-12", "DATE", True),
        ("It began {36 hours ago}.", "2023-12-14TXX:XX", "TIME", True),
        ("It began {three hours ago}.", "2023-12-14TXX:XX", "TIME", True),
        ("It began {several days ago}.", "PAST_REF", "DATE", True),
        ("It began {days ago}.", "PAST_REF", "DATE", True),
        ("It began {three nights ago}.", "2023-12-11", "DATE", True),
        ("It begins {three weeks from now}.", "2024-W01", "DATE", True),
        ("It began {five years earlier}.", "2018", "DATE", True),
        ("It began {two days earlier}.", "2023-12-12", "DATE", True),
        ("It began {a month before}.", "2023-11", "DATE", True),
        ("It began on 3 May 2011 and ended {two weeks later}.", "2011-W20", "DATE", True),
        ("It began on 3 May 2011 and ended {two months later}.", "2011-07", "DATE", True),
        ("It began on 3 May 2011. He died {a day later}.", "2011-05-04", "DATE", True),
        ("It began on 3 May 2011. He died {the day before}.", "2011-05-02", "DATE", True),
        ("It began on 3 May 2011. He died {the night before}.", "2011-05-02TNI", "TIME", True),
        ("It began on 3 May 2011. He died {the next day}.", "2011-05-04", "DATE", True),
        ("It began on 3 May 2011. He died {the following month}.", "2011-06", "DATE", True),
        ("It began on 3 May 2011. He died {the previous month}.", "2011-04", "DATE", True),
        ("It began on 3 May 2011. He died {the next morning}.", "2011-05-04TMO", "TIME", True),
        ("It began on 3 May 2011. He died {that night}.", "2011-05-03TNI", "TIME", True),
        ("It began on 3 May 2011. He died {that evening}.", "2011-05-03TEV", "TIME", True),
        ("It began on 3 May 2011. He died {that afternoon}.", "2011-05-03TAF", "TIME", True),
        ("It began on 3 May 2011. He died {the same year}.", "2011", "DATE", True),
        ("It began on 3 May 2011. He died {the following year}.", "2012", "DATE", True),
        ("It began on 3 May 2011. He died {the previous year}.", "2010", "DATE", True),
        ("It began on 3 May 2011. He died {that week}.", "2011-W18", "DATE", True),
        ("It began on 3 May 2011. He died {weeks later}.", "FUTURE_REF", "DATE", True),
        ("It began on 3 May 2011. He died {five hours later}.", "2011-05-03TXX:XX", "TIME", True),
        ("It began in 2011. He died {two years later}.", "2013", "DATE", True),
        ("It rose from {the year-earlier quarter}.", "2022", "DATE", True),
        ("It rose from {the year-ago period}.", "2022", "DATE", True),
        ("It rose in the third quarter of 1999 from {the previous quarter}.", "1999-Q2", "DATE", True),
        ("It rose in the third quarter of 1999. {A year ago} it fell.", "1998-Q3", "DATE", True),
        ("It rose in the third quarter of 1999. {A year earlier} it fell.", "1998-Q3", "DATE", True),
        ("It rose in {the latest quarter}.", "2023-Q3", "DATE", True),
        ("It fell from {the comparable quarter last year}.", "2022-Q4", "DATE", True),
        ("It rose in {the current quarter}.", "2023-Q4", "DATE", True),
        ("It fell from {the same period last year}.", "2022", "DATE", True),
        ("It fell from {the same month last year}.", "2022-12", "DATE", True),
        ("It fell from {the corresponding period last year}.", "2022", "DATE", True),
        ("It will end by {the end of the week}.", "2023-W50", "DATE", True),
        ("It fell over {the past decade}.", "P1E", "DURATION", False),
        ("It fell over {the past three years}.", "P3Y", "DURATION", False),
        ("It fell in {the past few months}.", "PXM", "DURATION", False),
        ("It fell over {the last century}.", "P1C", "DURATION", False),
        ("He comes in {the coming days}.", "PXD", "DURATION", False),
        ("He came in {the past}.", "PAST_REF", "DATE", False),
        ("He will come in {the future}.", "FUTURE_REF", "DATE", False),
        ("It is open {at present}.", "PRESENT_REF", "DATE", False),
        ("They met on {the first day of June}.", "2023-06-01", "DATE", True),
        ("They met in {the last week of May 2021}.", "2021-W22", "DATE", False),
        ("They met in {the third week of May 2021}.", "2021-W19", "DATE", False),
        ("They met in {the fourth week of May 2021}.", "2021-W20", "DATE", False),
        ("They met on {the first weekend of May 2021}.", "2021-W17-WE", "DATE", False),
        ("They met in {the week of March 6, 2021}.", "2021-W09", "DATE", False),
        ("They met on 2 February 2021. He left on {the 28th}.", "2021-02-28", "DATE", True),
        ("It was built in {the 1880s}.", "188", "DATE", False),
        ("It was built in {the '50s}.", "195", "DATE", False),
        ("It was built in {the 21st century}.", "20", "DATE", False),
        ("It was built in {the eighteenth century}.", "17", "DATE", False),
        ("It was built in {nineteen eighty}.", "1980", "DATE", False),
        ("The war of 1947-{54} was long.", "1954", "DATE", False),
        ("It began on {the thirty-first of March}.", "2023-03-31", "DATE", True),
        ("It began on {the twentieth of March}.", "2023-03-20", "DATE", True),
        ("It began on {the thirtieth of March}.", "2023-03-30", "DATE", True),
        ("It began on {March twenty-second}.", "2023-03-22", "DATE", True),
        ("It began in {early June}.", "2023-06", "DATE", True),
        ("It began in {late June}.", "2023-06", "DATE", True),
        ("It began in {the middle of June}.", "2023-06", "DATE", True),
        ("It lasted {less than 10 years}.", "P10Y", "DURATION", False),
        ("It lasted {no more than 10 years}.", "P10Y", "DURATION", False),
        ("It lasted {no less than 10 years}.", "P10Y", "DURATION", False),
        ("It lasted {fewer than 10 days}.", "P10D", "DURATION", False),
        ("It lasted over {10 days}.", "P10D", "DURATION", False),
        ("It lasted {at most 10 days}.", "P10D", "DURATION", False),
        ("It lasted {no fewer than 10 days}.", "P10D", "DURATION", False),
        ("It began at {the start of 2010}.", "2010", "DATE", False),
        ("It began later {this year}.", "2023", "DATE", True),
        ("It began earlier {this year}.", "2023", "DATE", True),
        ("It began at {the beginning of June}.", "2023-06", "DATE", True),
        ("It ended on {December 11 at 9:30 p.m.}.", "2023-12-11T21:30", "TIME", True),
        ("It began at {noon this afternoon}.", "2023-12-14T12:00", "TIME", True),
        ("It ended on {Dec. 11, 2023, at noon}.", "2023-12-11T12:00", "TIME", False),
        ("It ended on {March 31 at 9 o'clock}.", "2023-03-31T09:00", "TIME", True),
        ("HISTORY In November 1918 it ended. He left in {February}.", "1919-02", "DATE", True),
        ("HISTORY In November 1918 it ended. He left in {March}.", "1918-03", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. He left in {June last year}.", "1917-06", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. He left {this year}.", "2023", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. He left at {Easter}.", "1918-03-31", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. It rose in {the second quarter}.", "1918-Q2", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. He left {two days earlier}.", "1918-05-01", "DATE", True),
        ("HISTORY On 3 May 1918 it ended. He left at {the end of the month}.", "1918-05", "DATE", True),
        ("It rose in the third quarter of 1999 from {the year-ago quarter}.", "1998-Q3", "DATE", True),
        ("It rose in the third quarter of 1999 and in {the following quarter}.", "1999-Q4", "DATE", True),
        ("It rose in the third quarter of 1999 and in {the current quarter}.", "2023-Q4", "DATE", True),
        ("It rose in the first half of 1999. {A year earlier} it fell.", "1998-H1", "DATE", True),
        (
            "It rose in the third quarter of 1999. The base closed on 3 May. {A year earlier} it fell.",
            "2022",
            "DATE",
            True,
        ),
        ("It ended by the {year-end}.", "2023", "DATE", True),
        ("It ends {next fiscal year}.", "2024", "DATE", True),
        ("It ended in {the early 1990s}.", "199", "DATE", False),
        ("They meet {twice a week}.", "P1W", "SET", False),
        ("They meet once {every two months}.", "P2M", "SET", False),
    ],
    "2023-12-25": [
        ("It ends {next Christmas}.", "2024-12-25", "DATE", True),
        ("It will end at {Christmas}.", "2023-12-25", "DATE", True),
        ("It ended at {Christmas}.", "2023-12-25", "DATE", True),
    ],
    "2024-05-14": [
        ("It ended on {Eid al-Fitr}.", "2024-04-10", "DATE", True),
    ],
    "2024-06-01": [
        ("It ended on {February 29}.", "2024-02-29", "DATE", True),
    ],
    "2024-07-14": [
        ("It ended on {Eid al-Adha}.", "2024-06-17", "DATE", True),
    ],
    "9999-03-14": [
        ("It ended in {February}.", "9999-02", "DATE", True),
    ],
    "9999-12-14": [
        ("It ended in {December}.", "9999-12", "DATE", True),
    ],
    "9999-12-31": [
        ("It ended on {the last day of December}.", "9999-12-31", "DATE", True),
    ],
}
"""By the document's date: a text with the date in braces, its value, its type, and whether another day was needed."""


@cache
def extractor() -> Extractor:
    return Extractor(kinds=["date"])


@pytest.mark.parametrize(
    ("date", "marked", "value", "type_", "anchored"),
    [(date, *case) for date, cases in RECKONED.items() for case in cases],
)
def test_value_by_the_day_of_writing(date: str | None, marked: str, value: str, type_: str, anchored: bool) -> None:
    marked = marked.replace("HISTORY", HISTORY)
    start, end = marked.index("{"), marked.index("}") - 1
    facts = extractor().extract(marked.replace("{", "").replace("}", ""), date=date).facts
    (found,) = [one for one in facts if one.start == start]
    assert (found.end, found.value, found.attributes["type"]) == (end, value, type_)
    assert found.attributes["anchored"] is anchored
    span = interval(value)
    assert (found.attributes["begin"], found.attributes["end_date"]) == (span or (None, None))


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (None, "It began on April 31."),
        (None, "He left on the 13th."),
        (None, "The war of 1954-47 was long."),
        (None, "The war of 1954-54 was long."),
        (None, "They shortly left."),
        (None, "They soon left."),
        ("2023-12-14", "It ended on 31/31/2023."),
        ("2023-12-14", "They met on the 30th of February."),
    ],
)
def test_what_is_no_day_has_no_value(date: str | None, text: str) -> None:
    assert [fact.text for fact in extractor().extract(text, date=date).facts if fact.text != "1954"] == []


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-12-11", "2023-12-11", "2023-12-11"),
        ("2023-12-11T09:30", "2023-12-11", "2023-12-11"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-04", "2023-04-01", "2023-04-30"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-02", "9999-02-01", "9999-02-28"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("9998-WI", "9998-12-01", "9999-02-28"),
        ("2023-W01", "2023-01-02", "2023-01-08"),
        ("2023-W50-WE", "2023-12-16", "2023-12-17"),
        ("2023-Q1", "2023-01-01", "2023-03-31"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023-SP", "2023-03-01", "2023-05-31"),
        ("2023-SU", "2023-06-01", "2023-08-31"),
        ("2023-FA", "2023-09-01", "2023-11-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2022-WI", "2022-12-01", "2023-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
    ],
)
def test_interval_of_a_value(value: str, first: str, last: str) -> None:
    assert interval(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["0000", "XXXX-12-11", "2023-W60", "P3D", "PAST_REF", "2023-Q5", "12023", "XXX", "XX", "a199X", "199XX"]
)
def test_what_is_no_interval(value: str) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("when", "year", "day"),
    [
        ("12-25", 2023, "2023-12-25"),
        ("easter+0", 2023, "2023-04-09"),
        ("easter-2", 2023, "2023-04-07"),
        ("easter+1", 2023, "2023-04-10"),
        ("4:11:4", 2023, "2023-11-23"),
        ("4:11:4", 2018, "2018-11-22"),
        ("1:9:1", 2025, "2025-09-01"),
        ("1:11:1+1", 2022, "2022-11-08"),
        ("1:5:-1", 2023, "2023-05-29"),
        ("1:5:-1", 2021, "2021-05-31"),
        ("7:12:-1", 2023, "2023-12-31"),
        ("hijri:10:1", 2023, "2023-04-22"),
        ("hijri:10:1", 2024, "2024-04-10"),
        ("hijri:12:10", 2024, "2024-06-17"),
        ("hijri:12:10", 2000, "2000-03-16"),
        ("hijri:1:1", 2008, "2008-01-10"),
        ("hijri:1:1", 630, "630-04-23"),
    ],
)
def test_day_of_a_holiday(when: str, year: int, day: str) -> None:
    assert holiday(when, year) == Day(*map(int, day.split("-")))


@pytest.mark.parametrize(("when", "year"), [("hijri:10:1", 600), ("hijri:10:1", 629), ("2-29", 2023)])
def test_a_year_without_the_holiday(when: str, year: int) -> None:
    with pytest.raises(ValueError, match=r"no hijri:10:1 in|day"):
        holiday(when, year)


@pytest.mark.parametrize(
    ("year", "new_year", "hanukkah"),
    [
        (1973, "09-27", "12-20"), (1999, "09-11", "12-04"), (2010, "09-09", "12-02"), (2013, "09-05", "11-28"),
        (2016, "10-03", "12-25"), (2019, "09-30", "12-23"), (2020, "09-19", "12-11"), (2021, "09-07", "11-29"),
        (2022, "09-26", "12-19"), (2023, "09-16", "12-08"), (2024, "10-03", "12-26"), (2025, "09-23", "12-15"),
    ],
)  # fmt: skip
def test_feasts_of_the_jewish_calendar(year: int, new_year: str, hanukkah: str) -> None:
    assert holiday("tishri+0..2", year) == Day.fromisoformat(f"{year}-{new_year}")
    assert holiday("kislev+24..8", year) == Day.fromisoformat(f"{year}-{hanukkah}")


@pytest.mark.parametrize(("year", "passover"), [(1948, "04-24"), (2002, "03-28"), (2008, "04-20"), (2024, "04-23")])
def test_passover(year: int, passover: str) -> None:
    assert holiday("tishri-163..8", year) == Day.fromisoformat(f"{year}-{passover}")


def test_jewish_years_begin_on_the_days_that_they_may() -> None:
    days = [holiday("tishri+0", year) for year in range(1900, 2100)]
    assert {day.isoweekday() for day in days} == {1, 2, 4, 6}
    assert {(after - before).days for before, after in pairwise(days)} == {353, 354, 355, 383, 384, 385}


@pytest.mark.parametrize(("year", "day"), [(2016, "05-01"), (2019, "04-28"), (2023, "04-16"), (2025, "04-20")])
def test_orthodox_easter(year: int, day: str) -> None:
    assert holiday("orthodox+0", year) == Day.fromisoformat(f"{year}-{day}")
    assert holiday("orthodox-2", year).isoweekday() == 5


@pytest.mark.parametrize(("when", "days"), [("12-25", 1), ("", 1), ("hijri:9:1..30", 30), ("easter-46..46", 46)])
def test_how_long_a_feast_lasts(when: str, days: int) -> None:
    assert lasts(when) == days


def test_every_year_has_an_eid_of_its_own() -> None:
    days = [holiday("hijri:10:1", year) for year in range(1900, 2100)]
    assert [day.year for day in days] == list(range(1900, 2100))
    assert {(after - before).days for before, after in pairwise(days)} <= {354, 355, 708, 709}


@pytest.mark.parametrize(
    ("start", "by", "month"),
    [
        ((2023, 12), 1, (2024, 1)), ((2023, 1), -1, (2022, 12)), ((2023, 6), 0, (2023, 6)),
        ((2023, 6), 18, (2024, 12)), ((2023, 6), -18, (2021, 12)), ((2023, 12), -12, (2022, 12)),
    ],
)  # fmt: skip
def test_months_from_a_month(start: tuple[int, int], by: int, month: tuple[int, int]) -> None:
    assert shift_months(*start, by) == month


def test_days_of_months_and_weeks_of_days() -> None:
    assert [last_of_month(2023, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert (last_of_month(2024, 2), last_of_month(9999, 12), last_of_month(9999, 11)) == (29, 31, 30)
    assert week_value(Day(2021, 1, 3)) == "2020-W53"


@pytest.mark.parametrize(
    ("unit", "count", "written"),
    [("TH", "3", "T3H"), ("FN", "1", "2W"), ("FN", "X", "XW"), ("C", "2", "2C"), ("WE", "2", "2WE"), ("D", "5", "5D")],
)
def test_units_as_timex3_writes_them(unit: str, count: str, written: str) -> None:
    assert letters(unit, count) == written


@pytest.mark.parametrize(
    ("head", "date", "source", "roles"),
    [
        ("By Anna Berg\n12 December 2023", "2023-12-12", "published", ["published", "event"]),
        ("Published 12 December", None, None, ["published", "event"]),
        ("Published 13/12/2023", "2023-12-13", "published", ["published", "event"]),
        ("By Anna Berg, 12 December 2023", "2023-12-12", "byline", ["published", "event"]),
        ("Dec. 12, 2023 KIDAL, Mali -- It is open.", "2023-12-12", "published", ["published", "event"]),
        ("GAO, Mali, Dec. 12, 2023 (Wire) - The road is open.", "2023-12-12", "dateline", ["published", "event"]),
        ("Published 12/12/2023\nUpdated 10 December 2023", "2023-12-12", "published", ["published"] * 2 + ["event"]),
        ("This story is from December 12, 2023", "2023-12-12", "published", ["published", "event"]),
        ("Camp profile Published duration 12 December 2023", "2023-12-12", "published", ["published", "event"]),
        (
            "By ANNA BERG Writer Dec. 12, 2023 GAO -- It is open.",
            "2023-12-12",
            "published",
            ["published", "event"],
        ),
        ("Anna Berg aberg@wire.example Dec. 12, 2023 It is open.", "2023-12-12", "published", ["published", "event"]),
        ("A report published on 12 December 2023 was long.", None, None, ["event", "event"]),
    ],
)
def test_the_head_of_an_article_gives_its_date(
    head: str, date: str | None, source: str | None, roles: list[str]
) -> None:
    found = extractor().extract(f"Camp is closed\n\n{head}\n\nThe camp closed on Monday.\n")
    assert (str(found.document.date) if date else found.document.date) == date
    assert found.document.date_source == source
    assert [fact.attributes["role"] for fact in found.facts] == roles
    assert found.facts[-1].value == ("2023-12-11" if date else "XXXX-WXX-1")


def test_a_foot_that_is_older_than_the_head_is_told() -> None:
    text = "Camp is closed\n\nPublished 12 December 2023\n\nThe camp closed on Monday.\n\nPosted Dec. 10, 2023\n"
    found = extractor().extract(text)
    assert str(found.document.date) == "2023-12-12"
    (notice,) = found.warnings
    assert (notice.code, text[notice.start : notice.end]) == ("date-conflict", "Dec. 10, 2023")
    assert notice.message == (
        "the posted line says 'Dec. 10, 2023' (2023-12-10), before the document's date 2023-12-12 by its published"
    )
    assert extractor().extract(text.replace("Dec. 10", "Dec. 12")).warnings == []


@pytest.mark.parametrize(
    ("date", "text", "first", "last"),
    [
        (None, "They fasted during Ramadan in 2014.", "2014-06-29", "2014-07-28"),
        (None, "They met on Christmas Day, 2014.", "2014-12-25", "2014-12-25"),
        ("2023-04-21", "They will fast in Ramadan.", "2023-03-23", "2023-04-21"),
        ("2023-04-22", "They will fast in Ramadan.", "2024-03-11", "2024-04-09"),
    ],
)
def test_a_feast_lasts_its_days(date: str | None, text: str, first: str, last: str) -> None:
    fact = extractor().extract(text, date=date).facts[0]
    assert (fact.value, fact.attributes["begin"], fact.attributes["end_date"]) == (first, first, last)


@pytest.mark.parametrize(
    ("years", "own", "days", "history"),
    [(5, 0, 0, False), (6, 0, 0, True), (6, 3, 0, False), (6, 2, 0, True), (6, 0, 2, False), (6, 0, 1, True)],
)
def test_a_history_names_other_years_and_seldom_its_own_days(years: int, own: int, days: int, history: bool) -> None:
    text = "It is 2023. " * own + "It goes on, as she said on Monday. " * days
    text += "".join(f"In {year} the war went on. " for year in range(1911, 1911 + years)) + "It ended in June."
    assert (extractor().extract(text, date="2023-12-14").facts[-1].value < "1920") is history


@pytest.mark.parametrize("value", ["9999-W52", "9999-W52-WE", "9999-WI", "0000", "0000-05", "2023-W60", "2023-13"])
def test_no_interval_leaves_the_calendar(value: str) -> None:
    assert interval(value) is None


@pytest.mark.parametrize(
    ("date", "text", "values"),
    [
        ("9999-12-31", "It rose this week. It will fall next week.", ["9999-W52"]),
        ("9999-12-31", "It will end next month, next quarter, next year or next winter.", []),
        ("9999-12-31", "It began last month, last quarter or last winter.", ["9999-11", "9999-Q3", "9998-WI"]),
        ("0001-01-01", "They met over the weekend.", []),
        ("0001-01-01", "It began last month, last quarter, last year, last week or last winter.", []),
        ("0001-01-04", "It rose this week. It will end next month.", ["0001-W01", "0001-02"]),
    ],
)
def test_the_ends_of_the_calendar(date: str, text: str, values: list[str]) -> None:
    assert [fact.value for fact in extractor().extract(text, date=date).facts] == values


def test_a_title_tells_a_day_too() -> None:
    found = extractor().extract("Fort falls on 3 May 2011\n\nHe died two days later, in the tower.\n").facts
    assert [fact.value for fact in found] == ["2011-05-03", "2011-05-05"]


def test_ordinals_of_days() -> None:
    words = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    words += " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-ninth thirtieth"
    assert [ordinal_day(word) for word in f"{words} thirty-first".split()] == [*range(1, 22), 29, 30, 31]


def test_units_seasons_and_months_by_any_of_their_names() -> None:
    assert [MONTHS.index(name[:3].lower()) + 1 for name in calendar.month_name[1:]] == list(range(1, 13))
    assert [WEEKDAYS.index(name[:3].lower()) + 1 for name in calendar.day_name] == list(range(1, 8))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a", 1), ("an", 1), ("one", 1), ("a full", 1), ("another", 1), ("half", 0.5), ("half a", 0.5), ("a half", 0.5),
        ("half a dozen", 6), ("a half dozen", 6), ("a couple of", 2), ("other", 2), ("3 1/2", 3.5), ("3-1/2", 3.5),
        ("2 3/4", 2.75), ("two and a half", 2.5), ("two-and-a-half", 2.5), ("1,000", 1000), ("10-12", 10), ("3-4", 3),
        ("3 - 4", 3), ("2-and-a-half", 2.5),
        ("twenty-five", 25), ("several", None), ("some and a half", None),
    ],
)  # fmt: skip
def test_how_many_units(text: str, count: float | None) -> None:
    assert count_value(text) == count


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2016", 2016), ("100", 100), ("99", 1999), ("'68", 1968), ("'39", 2039), ("'40", 1940), ("05", 2005),
        ("nineteen ninety-one", 1991), ("nineteen eighty", 1980), ("two thousand", 2000),
    ],
)  # fmt: skip
def test_years_in_digits_and_words(text: str, year: int) -> None:
    assert year_number(text) == year
