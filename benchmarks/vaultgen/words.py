"""The word lists everything is invented from; all of it fictional."""

from __future__ import annotations


def _listed(words: str) -> list[str]:
    return words.split()


FIRST = _listed("""
Ada Alba Anders Anouk Arlo Åsa Bea Bram Bruno Caro Cato Chloe Dario Dina Edda Elio
Emre Esme Fanny Farid Filip Freya Gita Greta Hanno Hugo Ida Ilias Imke Ines Iris Ivo
Jana Jonas Juno Kaito Kamal Karin Kofi Lale Lena Leo Lina Lior Mads Maren Mateo Mina
Nadia Nils Noor Odile Olek Oona Otto Paola Pia Priya Rafi Remi Rosa Sami Sanna Signe
Søren Tara Teo Thea Tomas Uma Vera Viggo Wanda Yara Yusuf Zeno Zoë Zora
""")
LAST_HEAD = _listed("""
Ald Ams Bern Birk Borg Brand Dal Eik Elm Fal Fern Fjell Gran Grim Hag Hald Holt Ister
Karr Kel Lind Lor Mar Mers Nor Oak Ost Quen Rav Ros Sel Sil Sten Tarn Thor Ul Vest Wil
""")
LAST_TAIL = _listed("""
berg by dahl den dorf eld er ford gaard green ham holm ing ler lund man mark mond
nes qvist rath rose sen son stad strand thal ton vik wood worth
""")

ADJECTIVES = _listed("""
amber arctic blue bright calm cedar copper coral crimson early east fern glass golden
granite green harbour high indigo iron ivory juniper late linden low maple meadow misty
north oak ochre open pine quiet red river round silver slate south spruce stone sunny
tall tidal upper velvet warm west white wild winter
""")
NOUNS = {
    "team": "rowing choir board sailing band relay crew chess-club orchestra founders",
    "unit": "platform payments research design-studio lab press-desk grid-office",
    "practice": "typography logistics security acoustics hydrology ethics robotics",
    "employer": "works labs freight optics foods energy mutual instruments systems",
    "school": "college institute academy polytechnic conservatory",
    "community": "makers forum meetup guild network commons",
    "place": "haven bridge valley quay hill town",
    "heritage": "diaspora society association",
    "faith": "parish congregation fellowship",
}
ROLES = [
    "Engineer",
    "Head of Platform",
    "Editor",
    "Producer",
    "Research Lead",
    "Founder",
    "Analyst",
    "VP Operations",
    "Designer",
    "Product Manager",
    "Architect",
    "Curator",
    "Partner",
    "Programme Director",
    "Buyer",
]
ZONES = ["Europe/Stockholm", "Europe/Berlin", "America/New_York", "Asia/Tokyo"]
LANGUAGES = ["en", "sv", "de", "fr", "ja"]
CHANNELS = ["email", "linkedin", "phone", "in-person"]
TAGS = _listed("platform nordics climate publishing music hiring funding research alumni")
TIE_TEXTS = [
    "rowed together",
    "same office for years",
    "wrote a paper together",
    "old flatmates",
    "sat on the same jury",
    "neighbours",
    "worked on the harbour project",
]
GOALS = [
    "Thirty minutes on how they migrated the build platform",
    "A look at the draft of the grant application",
    "Fifteen minutes on what went wrong with the pilot",
    "One name of somebody who buys measuring instruments",
    "A visit to the workshop in the new year",
    "Twenty minutes on hiring a first editor",
]
WHYS = [
    "We measured three of the tools they are choosing between",
    "Our figures on the same question are not published yet",
    "We can lend the equipment they are looking for",
    "Two of our people know the site from the inside",
]
SENTENCES = [
    "Likes short mails with one question.",
    "Runs the group since the move to the new building.",
    "Asked twice about the survey, so send it when it is out.",
    "Prefers a call on a Thursday afternoon.",
    "Reads everything, answers what is concrete.",
    "Has two children and a very old boat.",
    "Left the committee last spring and does not miss it.",
    "Knows more about pumps than anybody should.",
    "Is looking for a place to show the collection.",
    "We met over a broken projector and have laughed about it since.",
]
LOG_TEXTS = [
    "coffee near the station",
    "talked about migrations",
    "sent the article, got a kind answer",
    "short call about the programme",
    "met at the autumn fair",
]
LOG_WORDS = ["", "", "", " call", " met", " mail"]
INTRO_SENTENCES = [
    "Offered this over lunch without being asked.",
    "They sat on the same panel last year.",
    "Keep it short and mention the measurements.",
    "The best moment is after the quarter closes.",
]
TEXTS = {
    "asked": ["over lunch", "by mail", "after the talk"],
    "agreed": ["gladly", "after the holidays"],
    "introduced": ["warm mail to both", "three lines to both of us"],
    "wrote": ["thanked them, offered two dates", "sent the one-pager"],
    "nudged": ["sent the benchmark they asked about", "asked whether next week is better"],
    "interrupted": ["two-line message on LinkedIn", "a postcard"],
    "replied": ["would love to, swamped right now", "sounds good, send dates"],
    "proposed": ["three slots", "any morning next week"],
    "passed": ["does not know them well enough"],
    "thanked": ["told them how it went", "thanked them all the same"],
    "met": ["forty minutes, very open"],
}
