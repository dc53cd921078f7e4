"""A small vault with one door for every move, as its owner would write it, and what follows."""

from functools import cache

from site_builder.insights.insight import Door, Insights
from site_builder.model.settings import GroupInfo, Settings
from tests.support.vaults import Files, insights_of

TODAY = "2026-11-22"

SAMPLE = """
== contacts/me.md
name: Robin Vale
me: true
role: engineer
org: Fjordlight
groups: [team/oslo-rowing 2008-2013]
== contacts/tara-lindqvist.md
name: Tara Lindqvist
role: VP Platform
org: Northwind
location: Stockholm
email: tara@northwind.example
closeness: 2
groups: [team/oslo-rowing 2009-2012, school/kth 2001-2006, employer/northwind 2019-]
knows: [sam-okafor 4 rowed together, mina-park 3]
== contacts/sam-okafor.md
name: Sam Okafor
email: sam@example.org
closeness: 4
last_contact: 2026-11-06
groups: [employer/northwind 2017-]
== contacts/ben-ito.md
name: Ben Ito
email: ben@example.org
closeness: 4
last_contact: 2026-10-30
groups: [employer/northwind 2020-]
knows: [tara-lindqvist 3 platform group]
== contacts/chloe-dubois.md
name: Chloe Dubois
closeness: 3
last_contact: 2026-05-06
groups: [team/oslo-rowing 2009-2012]
knows: [sam-okafor 3]
== contacts/dev-rao.md
name: Dev Rao
closeness: 2
last_contact: 2026-11-10
knows: [tara-lindqvist 2 conference dinners]
== contacts/mina-park.md
name: Mina Park
ask: no
== contacts/noor-haddad.md
name: Noor Haddad
role: Head of Data
org: Havn
email: noor@havn.example
== contacts/priya-nair.md
name: Priya Nair
email: priya@example.org
closeness: 4
knows: [noor-haddad 4]
== contacts/jonas-keller.md
name: Jonas Keller
== contacts/lena-fischer.md
name: Lena Fischer
email: lena@example.org
closeness: 5
knows: [jonas-keller 3, esra-yilmaz 4 neighbours]
== contacts/omar-ali.md
name: Omar Ali
org: Delta Works
== contacts/katya-ivanov.md
name: Katya Ivanov
closeness: 3
knows: [omar-ali 4 wrote a paper together]
== contacts/wen-park.md
name: Wen Park
== contacts/gus-moreno.md
name: Gus Moreno
email: gus@example.org
closeness: 3
knows: [wen-park 3]
== contacts/esra-yilmaz.md
name: Esra Yilmaz
== contacts/vic-weber.md
name: Vic Weber
== contacts/ines-costa.md
name: Ines Costa
== contacts/leo-brandt.md
name: Leo Brandt
== contacts/pavel-sorokin.md
name: Pavel Sorokin
== contacts/hana-novak.md
name: Hana Novak
closeness: 4
cadence: 3m
last_contact: 2026-07-14
== intros/tara.md
target: tara-lindqvist
introducer: sam-okafor
goal: Thirty minutes on how Northwind migrated its build platform
why: We measured three of the tools she is choosing between
deadline: 2026-12-15
- 2026-09-20 asked: over lunch
- 2026-09-23 agreed
- 2026-09-26 opted-in
- 2026-09-28 introduced: warm mail to both
- 2026-09-28 wrote: thanked Sam, offered two dates
- 2026-10-02 replied: would love to, swamped until mid October
- 2026-10-14 proposed: three slots
- 2026-10-28 nudged: sent the benchmark she asked about
- 2026-11-06 interrupted: two-line message on LinkedIn
- 2026-11-06 thanked: told him how it went
== intros/noor.md
target: noor-haddad
introducer: priya-nair
goal: What Havn learned from its data contracts
- 2026-11-18 asked
- 2026-11-20 introduced
== intros/jonas.md
target: jonas-keller
introducer: lena-fischer
- 2026-10-20 introduced
- 2026-10-21 wrote
- 2026-10-24 replied
- 2026-11-01 scheduled 2026-11-17
- 2026-11-17 met: he will try the tool on one team
== intros/omar.md
target: omar-ali
introducer: dev-rao
- 2026-09-30 asked
- 2026-10-01 introduced
- 2026-10-02 wrote
- 2026-10-10 replied
- 2026-10-12 wrote
- 2026-10-20 nudged
- 2026-10-30 nudged
== intros/wen.md
target: wen-park
introducer: gus-moreno
goal: Advice on opening an office in Busan
- 2026-11-10 asked
- 2026-11-12 agreed
== intros/esra.md
target: esra-yilmaz
introducer: lena-fischer
- 2026-11-01 introduced
- 2026-11-02 wrote
- 2026-11-05 replied
- 2026-11-10 scheduled 2026-11-24: coffee
== intros/vic.md
target: vic-weber
introducer: gus-moreno
- 2026-11-01 introduced
- 2026-11-02 wrote
- 2026-11-12 nudged
== intros/ines.md
target: ines-costa
introducer: sam-okafor
goal: How Ines hires
== intros/leo.md
target: leo-brandt
introducer: ben-ito
- 2026-05-04 asked
- 2026-05-06 introduced
- 2026-05-06 wrote
- 2026-05-09 replied
- 2026-05-20 met
- 2026-05-21 thanked
== intros/pavel.md
target: pavel-sorokin
introducer: chloe-dubois
- 2026-10-20 asked
"""

PAIR = "== contacts/t.md\nname: Tara\n== contacts/s.md\nname: Sam\n"
"""Two people without anything known of them."""
DOOR = f"{PAIR}== intros/t.md\ntarget: t\nintroducer: s\n"
"""The door to one through the other; lines of its log may follow."""


def files_of(text: str) -> Files:
    """Read files written below each other: `== PATH`, front matter, log lines."""
    files = {}
    for part in text.split("== ")[1:]:
        path, _, lines = part.partition("\n")
        log = [line for line in lines.splitlines() if line.startswith("- ")]
        facts = [line for line in lines.splitlines() if not line.startswith("- ")]
        files[path] = "\n".join(("---", *facts, "---", "", "## Log", "", *log, ""))
    return files


def insights_in(text: str, *, today: str = TODAY) -> Insights:
    """Analyse files written below each other."""
    names = {"team/oslo-rowing": GroupInfo("Oslo Rowing Club, first eight", 8)}
    return insights_of(files_of(text), today, Settings(groups=names))


@cache
def sample_insights() -> Insights:
    """Analyse the sample vault on 22 November 2026."""
    return insights_in(SAMPLE)


def door_in(insights: Insights, thread: str) -> Door:
    """Return the door with this id."""
    return next(door for door in insights.doors if door.thread.id == thread)
