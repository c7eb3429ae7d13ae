"""Dates of the news of one day, each sentence with its expressions and their TIMEX3 values; written for the purpose."""

from __future__ import annotations

import pytest

from factx import Extractor

NEWS = """
Lawmakers will vote Monday on the plan. | Monday = 2013-03-25
Police arrested two men Wednesday night. | Wednesday night = 2013-03-20TNI
The pope, who was elected last week, will be installed on Tuesday. | last week = 2013-W11; Tuesday = 2013-03-26
First-quarter earnings will be released on April 24. | First-quarter = 2013-Q1; April 24 = 2013-04-24
Net income fell to $12 million in the three months through February. | the three months = P3M; February = 2013-02
He scored 12 points in the third quarter as the Heat beat Cleveland. | 
They lost 2-0 after conceding twice in the second half. | 
The fund has lost a third of its value since the start of the year. | the start of the year = 2013
Since the beginning of the year, 60 people have been killed. | the beginning of the year = 2013
It is expected to be completed by the end of this month. | the end of this month = 2013-03
The talks are to resume early next week. | early next week = 2013-W13
He was jailed for seven years in 2010. | seven years = P7Y; 2010 = 2010
The two-year conflict has killed 70,000 people. | two-year = P2Y
The war began 10 years ago this week. | 10 years ago = 2003; this week = 2013-W12
Sales have fallen in recent months. | recent months = PXM
For several months, officials refused to comment. | several months = PXM
He spent years in exile before returning last year. | years = PXY; last year = 2012
The bank will meet twice a year. | twice a year = P1Y
The ministers meet every three months. | every three months = P3M
The plane left at 9:30 a.m. on Saturday. | 9:30 a.m. on Saturday = 2013-03-16T09:30
Shares closed at $12.40 on Friday, down 3% this year. | Friday = 2013-03-22; this year = 2013
In a statement on Friday morning, the ministry apologised. | Friday morning = 2013-03-22TMO
The following day, he resigned. | The following day = 2013-03-23
She now lives in Paris, where she recently opened a shop. | now = PRESENT_REF; recently = PAST_REF
The currency is currently trading at 1.29. | currently = PRESENT_REF
At the time, the president denied it. | the time = PAST_REF
In the past, such crimes went unpunished. | the past = PAST_REF
Nobody knows what will happen in the future. | the future = FUTURE_REF
In the near future there will be no change. | the near future = FUTURE_REF
In the past decade, China has built 30 airports. | the past decade = P1E
Over the past 24 hours, 12 people have died. | the past 24 hours = PT24H
In December, the court ruled against him. | December = 2012-12
The elections in June will be observed by the EU. | June = 2013-06
The law takes effect in January. | January = 2014-01
They were married in May. | May = 2012-05
He was born on 3 July 1971 in Lahore. | 3 July 1971 = 1971-07-03
On 14 March, a bomb exploded in the capital. | 14 March = 2013-03-14
The deadline is midnight on Monday. | midnight on Monday = 2013-03-25T00:00
Some 400 people died in the 1980s. | the 1980s = 198
By the mid-1990s the town was empty. | the mid-1990s = 199
It was the worst crash in two decades. | two decades = P2E
It was a 19th-century house. | 19th-century = 18
The 45-year-old man was released after three days. | three days = P3D
Tens of thousands marched over the weekend. | the weekend = 2013-W11-WE
He will travel to Israel this weekend. | this weekend = 2013-W12-WE
She met him six months later. | six months later = 2013-09
The storm is due to hit overnight. | overnight = 2013-03-22TNI
Prices rose 0.3% last month, after a 0.1% fall in January. | last month = 2013-02; January = 2013-01
Inflation hit 2.8% in February from 2.7% a month earlier. | February = 2013-02; a month earlier = 2013-01
The meeting, scheduled for late April, was postponed. | late April = 2013-04
It was the first such case since 2008. | 2008 = 2008
The 2012 election was disputed. | 2012 = 2012
In the 2011-12 season he scored twice. | 2011 = 2011; 12 = 2012
Four days after the quake, rescuers found a survivor. | Four days = P4D
A year after the revolution, little had changed. | A year = P1Y
The trial is expected to last two to three weeks. | two to three weeks = P2W
About a dozen people gathered earlier in the day. | earlier in the day = 2013-03-22
Earlier on Friday, rebels shelled the town. | Friday = 2013-03-22
That year, 300 people were killed. | That year = 2013
In the summer of 2011 riots broke out. | the summer of 2011 = 2011-SU
Last summer he toured Europe. | Last summer = 2012-SU
This spring the river flooded. | This spring = 2013-SP
The company said it expects sales to grow this quarter. | this quarter = 2013-Q1
The next day police found the car. | The next day = 2013-03-23
Yesterday afternoon, the minister resigned. | Yesterday afternoon = 2013-03-21TAF
Today, more than half live in cities. | Today = 2013-03-22
He is serving a life sentence for the Sept. 11 attacks. | Sept. 11 = 2001-09-11
The nation marked the 10th anniversary of the invasion on March 20. | March 20 = 2013-03-20
It has been three weeks since he was seen. | three weeks = P3W
No one was hurt in the incident, which happened just before noon. | noon = 2013-03-22T12:00
Prime Minister Ali Khan Tuesday met the king. | Tuesday = 2013-03-19
Secretary of State John Kerry March 3 signed the accord. | March 3 = 2013-03-03
In 2009, a year after the war, the base closed. | 2009 = 2009; a year = P1Y
The index has risen every day this week. | every day = P1D; this week = 2013-W12
The trains run daily. | daily = P1D
The monthly survey showed a fall. | monthly = P1M
Gas costs $3 a gallon and he works 60 hours a week. | 60 hours = PT60H; a week = P1W
They held a minute of silence at 2:49 p.m. Monday. | a minute = PT1M; 2:49 p.m. Monday = 2013-03-18T14:49
The former prime minister, in office from 1997 to 2007, said so. | 1997 = 1997; 2007 = 2007
He said he would step down within six months. | six months = P6M
Officials had two days to respond. | two days = P2D
The half-hour meeting ended without result. | half-hour = PT30M
The 90-minute film opens in the fall. | 90-minute = PT90M; the fall = 2013-FA
Congress has until March 27 to act. | March 27 = 2013-03-27
The budget for fiscal 2014 was passed. | fiscal 2014 = 2014
The EU said Friday's vote was a step forward. | Friday = 2013-03-22
In his Thursday speech, Mr. Obama urged peace. | Thursday = 2013-03-21
A previous attempt failed in the early hours of Sunday. | the early hours of Sunday = 2013-03-17TMO
The fire started shortly after 3 a.m. | 3 a.m. = 2013-03-22T03:00
The coalition has been in power since last November. | last November = 2012-11
They plan to reopen next Wednesday. | next Wednesday = 2013-03-27
The army retook the city a few days ago. | a few days ago = PAST_REF
Two weeks ago, they agreed to a truce. | Two weeks ago = 2013-W10
He has been in custody for more than a year. | more than a year = P1Y
For the first time in nearly 20 years, voters had a choice. | nearly 20 years = P20Y
It has taken years, he said. | years = PXY
Decades of war have left it poor. | Decades = PXE
Hours after the vote, protesters stormed the building. | Hours = PTXH
Months of negotiations ended in failure. | Months = PXM
The crisis is now in its third year. | now = PRESENT_REF
On the eve of the summit, he spoke to reporters late Thursday. | late Thursday = 2013-03-21
The attack came on Christmas Eve. | Christmas Eve = 2012-12-24
Good Friday is a holiday. | Good Friday = 2013-03-29
The Cyprus parliament voted on Tuesday night. | Tuesday night = 2013-03-19TNI
Last Friday's bailout deal sparked anger. | Last Friday = 2013-03-15
The agency's first report is due in two weeks. | two weeks = P2W
In the second half of the year growth slowed. | the second half of the year = 2012-H2
Earnings per share will grow in the second half of 2013. | the second half of 2013 = 2013-H2
Mr. Kenyatta, 51, won the March 4 vote. | March 4 = 2013-03-04
Their son was killed in Nov. 2008. | Nov. 2008 = 2008-11
She worked nights at a hospital. | 
It was the biggest one-day fall in a year. | one-day = P1D; a year = P1Y
Once a week they gather to pray. | Once a week = P1W
The suspects appeared in court this morning. | this morning = 2013-03-22TMO
Last night's raid killed six. | Last night = 2013-03-21TNI
Unemployment among under-25s has reached 55 percent, up from 20 percent five years ago. | five years ago = 2008
The ship sank in the spring of 1942. | the spring of 1942 = 1942-SP
Not since the 1930s had so many been out of work. | the 1930s = 193
The year before, he had lost his job. | The year before = 2012
Until recently, she taught at Oxford. | recently = PAST_REF
A spokesman for the group said some time ago that it would not. | some time ago = PAST_REF
Long ago the lake dried up. | Long ago = PAST_REF
It will soon be over. | soon = FUTURE_REF
At the moment there is no plan. | the moment = PRESENT_REF
The decision is expected in the coming days. | the coming days = PXD
The two sides last met in 2010 and have not spoken since then. | 2010 = 2010
By then the fighting had spread. | 
The ceasefire lasted all day. | 
He spent the whole week in bed. | the whole week = P1W
The two leaders met for three hours on Thursday evening. | three hours = PT3H; Thursday evening = 2013-03-21TEV
An earthquake struck at 5.30am on Sunday. | 5.30am on Sunday = 2013-03-17T05:30
Mr. Chen, 62, has been held since Jan. 31. | Jan. 31 = 2013-01-31
He will face trial on Nov. 4. | Nov. 4 = 2013-11-04
She resigned on Nov. 4. | Nov. 4 = 2012-11-04
The festival runs from 14 to 20 April. | 14 = 2013-04-14; 20 April = 2013-04-20
The ban, which takes effect next month, was announced Tuesday. | next month = 2013-04; Tuesday = 2013-03-19
In mid-February the river rose. | mid-February = 2013-02
By Friday afternoon, 30 bodies had been found. | Friday afternoon = 2013-03-22TAF
A 22-year-old student died on Tuesday after 10 days in a coma. | Tuesday = 2013-03-19; 10 days = P10D
The bank has until the end of March to find the money. | the end of March = 2013-03
From 1998 until 2003 he ran the army. | 1998 = 1998; 2003 = 2003
The firm has cut 1,200 jobs so far this year. | this year = 2013
It sold 4.5 million cars in 2012, up from 4.1 million the year before. | 2012 = 2012; the year before = 2011
It sold 4.5 million cars in 2012, compared with 4.1 million the previous year. | 2012 = 2012; the previous year = 2011
In 2007 he moved to London, and two years later he married. | 2007 = 2007; two years later = 2009
On Monday the rebels attacked; a day later they withdrew. | Monday = 2013-03-18; a day later = 2013-03-19
On Monday, the rebels attacked. The next day they withdrew. | Monday = 2013-03-18; The next day = 2013-03-19
The six-month-old baby survived. | 
He has served a 12-year sentence. | 12-year = P12Y
A five-day, 500-mile trek ended there. | five-day = P5D
They waited 30 minutes for help. | 30 minutes = PT30M
The flight takes two and a half hours. | two and a half hours = PT2H30M
It took a year and a half. | a year and a half = P18M
He ruled for nearly half a century. | nearly half a century = P50Y
Thousands of years ago the sea covered it. | Thousands of years ago = PAST_REF
Two decades ago it was a village. | Two decades ago = 1993
The temple was built centuries ago. | centuries ago = PAST_REF
More than 40 years ago, he fled. | More than 40 years ago = 1973
A couple of weeks ago I met him. | A couple of weeks ago = 2013-W10
The previous week, 40 had died. | The previous week = 2013-W11
Earlier in the week he denied it. | Earlier in the week = 2013-W12
Over the next few days, the snow will melt. | the next few days = PXD
In the next five years, we will build 40 schools. | the next five years = P5Y
In five years it will be ready. | five years = P5Y
For years, scientists have warned of this. | years = PXY
For much of the past decade he lived abroad. | the past decade = P1E
Every Sunday she goes to church. | Every Sunday = XXXX-WXX-7
On Sundays the shops are shut. | Sundays = XXXX-WXX-7
About 300 children die each day. | each day = P1D
It costs $200 a month. | a month = P1M
Elections are held every four years. | every four years = P4Y
The group holds yearly talks. | yearly = P1Y
The price of oil fell on Monday, its third drop in four days. | Monday = 2013-03-18; four days = P4D
He said yesterday's ruling was wrong. | yesterday = 2013-03-21
Tomorrow morning the pope will fly home. | Tomorrow morning = 2013-03-23TMO
Tonight the team plays Spain. | Tonight = 2013-03-22TNI
The vote is set for Sunday. | Sunday = 2013-03-24
Voters go to the polls on Sunday. | Sunday = 2013-03-24
Talks resume Monday in Geneva. | Monday = 2013-03-25
President Obama arrives in Jordan on Saturday. | Saturday = 2013-03-23
Mr Cameron is expected to announce the plan on Wednesday. | Wednesday = 2013-03-27
They have been told to leave by Saturday. | Saturday = 2013-03-23
The hearing was adjourned until Monday. | Monday = 2013-03-25
The storm could reach the coast by Sunday night. | Sunday night = 2013-03-24TNI
In the third quarter of last year the firm lost $3 million. | the third quarter of last year = 2012-Q3
It lost $2 billion in 2008's fourth quarter. | 2008's fourth quarter = 2008-Q4
Orders were down 12% year over year. | 
In the latest quarter, the bank earned $5 billion. | the latest quarter = 2012-Q4
He became mayor in the early 1970s. | the early 1970s = 197
At the turn of the century it was rebuilt. | 
In the 21st century, this is a scandal. | the 21st century = 20
As of Thursday, 1,200 were missing. | Thursday = 2013-03-21
The army has been on alert since Sunday's attack. | Sunday = 2013-03-17
The pact was signed in October 2011, effective January 2012. | October 2011 = 2011-10; January 2012 = 2012-01
The tax will be raised in 2015 and again in 2017. | 2015 = 2015; 2017 = 2017
Some 2,000 people were there; flight 2013 was late. | 
He drew 1,987 votes in Room 2010. | 
The Arab Spring began in Tunisia. | 
The winter of 1941 was harsh. | The winter of 1941 = 1941-WI
Last Christmas they met in Rome. | Last Christmas = 2012-12-25
Easter Sunday is March 31. | Easter Sunday = 2013-03-31; March 31 = 2013-03-31
It is half past three. | 
Moments later, he was dead. | 
The deadline has since passed; since then nothing happened. | 
He is currently in his second term, which ends in 2016. | currently = PRESENT_REF; 2016 = 2016
He is due in court at 10:00 GMT on Monday. | 10:00 GMT on Monday = 2013-03-25T10:00
Published 22 March 2013, last updated at 14:15 GMT. | 22 March 2013 = 2013-03-22; 14:15 GMT = 2013-03-22T14:15
The men were shot at around 11 pm Friday. | 11 pm Friday = 2013-03-22T23:00
They will meet this afternoon at 4. | this afternoon = 2013-03-22TAF
That same month, he bought a boat. | That same month = 2013-03
He was, until last week, a clerk. | last week = 2013-W11
The company's fiscal year ends on Sept. 30. | Sept. 30 = 2013-09-30
Growth for all of 2012 was 2.2%; for all of last year it was 2.2%. | 2012 = 2012; last year = 2012
The March 11, 2011, tsunami killed 19,000. | March 11, 2011 = 2011-03-11
It happened 20 years before the war. | 20 years = P20Y
The 30-day ultimatum expired Thursday. | 30-day = P30D; Thursday = 2013-03-21
He had two weeks' leave and three days of rain. | two weeks = P2W; three days = P3D
The trial opened in late 2011 and ended three months ago. | late 2011 = 2011; three months ago = 2012-12
The 1990-91 Gulf War. | 1990 = 1990; 91 = 1991
WASHINGTON (AP) _ Congress voted Wednesday to extend the law for 18 months. | Wednesday = 2013-03-20; 18 months = P18M
He pitched for the Yankees from 1951-58. | 1951 = 1951; 58 = 1958
The firm posted a loss in the year ended June 30, 2012. | the year = 2012; June 30, 2012 = 2012-06-30
Last year's storm was worse. | Last year = 2012
Two years ago, in March 2011, protests began. | Two years ago = 2011; March 2011 = 2011-03
He died on the night of Feb. 14. | the night of Feb. 14 = 2013-02-14TNI
Police said Friday they arrested him a day earlier. | Friday = 2013-03-22; a day earlier = 2013-03-21
A study published in Monday's Lancet says so. | Monday = 2013-03-18
They won in 1994, 1998 and 2002. | 1994 = 1994; 1998 = 1998; 2002 = 2002
The 1967 Middle East war. | 1967 = 1967
It has killed 70,000 people since March 2011. | March 2011 = 2011-03
Voters approved it last November by 52 to 48 percent. | last November = 2012-11
About 1,900 people a day cross the border. | a day = P1D
The euro rose to $1.2989 from $1.2909 late Thursday. | late Thursday = 2013-03-21
In early trading Friday, shares fell. | Friday = 2013-03-22
The contract for May delivery rose 40 cents. | May = 2013-05
Analysts expect earnings of 40 cents a share for the first quarter. | the first quarter = 2013-Q1
Sales for the full year are seen at $4 billion. | the full year = 2013
In fiscal year 2012 it lost $3 million. | fiscal year 2012 = 2012
The decision comes four months after the shooting. | four months = P4M
It was built in the 12th century. | the 12th century = 11
Until now, no one knew. | now = PRESENT_REF
Now 80, he lives in Bonn. | Now = PRESENT_REF
Previously, the limit was five. | 
Within hours, troops were in the streets. | hours = PTXH
In a matter of days the city fell. | days = PXD
The 24-hour curfew was lifted. | 24-hour = PT24H
He won a third straight four-year term. | four-year = P4Y
She was 25 years old. | 
He, at age 40, and 33-year-old Ann left. | 
The Nov. 6 election was close. | Nov. 6 = 2012-11-06
He won't return before April 8. | April 8 = 2013-04-08
A 2010 study found little. | 2010 = 2010
By 2020 there will be 3 million. | 2020 = 2020
The plan calls for cuts over 10 years. | 10 years = P10Y
A report due out Friday will say so. | Friday = 2013-03-22
The Mideast tour ended Saturday. | Saturday = 2013-03-16
"We will know on Monday," he said. | Monday = 2013-03-25
"I saw him on Monday," she said. | Monday = 2013-03-18
The pope will celebrate Mass on Palm Sunday. | Palm Sunday = 2013-03-24
Holy Week ends on Easter. | Easter = 2013-03-31
The court is to rule in June. | June = 2013-06
The ruling is expected by late June. | late June = 2013-06
In the 12 months to February, prices rose 2.8%. | the 12 months = P12M; February = 2013-02
They arrived in 2009 — the year the crisis hit. | 2009 = 2009
The Class of '98 met in '03. | '98 = 1998; '03 = 2003
Back in the '60s it was fields. | the '60s = 196
He is in his 60s and she is in her early thirties. | 
Temperatures hit the 80s. | 
In the first week of March it snowed. | the first week of March = 2013-W09
At the end of last week he fled. | the end of last week = 2013-W11
In the middle of last month he fled. | the middle of last month = 2013-02
An hour and a half passed. | An hour and a half = PT1H30M
It lasted 2 hours 30 minutes. | 2 hours 30 minutes = PT2H30M
He finished in two hours and five minutes. | two hours and five minutes = PT2H5M
Between 2000 and 2010, output doubled. | 2000 = 2000; 2010 = 2010
From Monday to Wednesday it rained. | Monday = 2013-03-18; Wednesday = 2013-03-20
Three months on, the wound is fresh. | Three months = P3M
It had been raining for days on end. | days = PXD
The same day, a bomb killed two. | The same day = 2013-03-22
It will be ready sometime next year. | next year = 2014
Every other day, he runs. | Every other day = P2D
It opened on New Year's Eve 1999. | New Year's Eve 1999 = 1999-12-31
The deal expires at the end of the year. | the end of the year = 2013
At year's end he will go. | year's end = 2013
In 1999 alone, 300 died; that is up from 1998. | 1999 = 1999; 1998 = 1998
"""
"""A sentence a line, as of Friday, 22 March 2013: its words, and what stands in them, by `;`."""


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(kinds=["date"])


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_news_of_one_day(line: str, reader: Extractor) -> None:
    text, _, wanted = line.partition(" | ")
    found = reader.extract(text, date="2013-03-22").facts
    assert "; ".join(f"{fact.text} = {fact.value}" for fact in found) == wanted.strip()
