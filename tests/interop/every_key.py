"""A vault in which every key of the format is used."""

TARA = """\
---
name: Tara Lindqvist
called: Tare
aliases: [TL]
email: [t@x.example, tara@x.example]
phone: +47 22 33
url: https://x.example
org: X
role: head of tools
location: Tromsø
timezone: Europe/Oslo
language: nb
closeness: 2
last_contact: 2026-01-02
cadence: 3m
met_on: 2019-05
introduced_by: "[[sam|Sammy]]"
groups: [team/rowing 2009-2012 first eight, employer/x 2019-]
knows: [Sam Okafor 4? shared a lab, me]
standing: [sam 0.8]
strangers: [sam]
ask: sparingly
channel: phone
tags: [tools]
ignore: [unknown-tie met today]
x_pets: [cat, dog]
---

Likes *short* mails.

- one question, says [[sam]]

## Log

- 2026-06-03 call: about [[sam|Sam]]
"""
INTRO = """\
---
target: tara
introducer: Sam Okafor
goal: Coffee
why: We measured it
channel: mail
tags: [spring]
deadline: 2026-12-15
thread: Hiring
next: 2026-12-01 write again
x_place: the quay
---

Both like *short* mails.

## Log

- 2026-09-01 asked
- 2026-09-20 scheduled 2026-10-01: at noon
"""
FILES = {
    "contacts/me.md": "---\nname: Mo\nme: true\n---\n",
    "contacts/sam.md": "---\nname: Sam Okafor\n---\n",
    "contacts/tara.md": TARA,
    "contacts/zed.md": "---\nname: Zed\ndraft: true\n---\n",
    "intros/t.md": INTRO,
}
