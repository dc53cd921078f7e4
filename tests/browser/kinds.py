"""Every kind of page, by its template, at addresses of the demo's site."""

KINDS = {
    "404.html": ("404.html",),
    "about.html": ("about.html",),
    "connectors.html": ("connectors.html",),
    "contact.html": ("contacts/ben-ito.html", "contacts/mira-halvorsen.html"),
    "contacts.html": ("contacts/index.html",),
    "door.html": ("threads/tara-lindqvist.html", "threads/ruta-girdvaine.html"),
    "doors.html": ("threads/index.html", "threads/part/2.html"),
    "evidence.html": ("evidence.html",),
    "group.html": ("groups/team-oslo-rowing.html",),
    "groups.html": ("groups/index.html",),
    "intro.html": (
        "intros/2026-09-28-tara-via-sam.html",
        "intros/2026-08-13-esra-via-ben.html",  # a list of tasks
    ),
    "intros.html": ("intros/index.html",),
    "network.html": ("network.html",),
    "problems.html": ("problems.html",),
    "tag.html": ("tags/pilot.html",),
    "tags.html": ("tags/index.html",),
    "today.html": ("index.html",),
}
ADDRESSES = tuple(address for kind in KINDS.values() for address in kind)
