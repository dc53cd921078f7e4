"""Small vaults and what an audience sees of them."""

from collections.abc import Mapping

from site_builder.audience.vault_filter import shown_to, shown_vault
from site_builder.model.audience import Audience
from site_builder.model.contact import Contact, ContactId
from site_builder.model.intro import Intro
from site_builder.model.settings import Settings
from site_builder.model.vault import Vault
from tests.support.vaults import vault_of

ALL_KEYS = (
    "name",
    "org",
    "role",
    "groups",
    "knows",
    "standing",
    "strangers",
    "introduced_by",
    "goal",
    "called",
    "aliases",
)
TEAM = Audience("team", ("contacts", "intros", "body", "log"), ALL_KEYS)


def person(text: str = "", *, seen: bool = True, body: str = "") -> str:
    """Write a contact; `text` are further lines of front matter."""
    lines = text if "name:" in text else f"name: Somebody\n{text}"
    shown = "visibility: [team]\n" if seen else ""
    return f"---\n{lines.strip()}\n{shown}---\n\n{body}\n"


def seen_vault(
    files: Mapping[str, str],
    audience: Audience = TEAM,
    settings: Settings | None = None,
    *,
    drafts: bool = False,
) -> Vault:
    """Return the vault that an audience sees."""
    settings = settings or Settings()
    whole = vault_of(files, settings, drafts=drafts)
    shown = shown_to(audience, whole, drafts=drafts)
    assert shown is not None
    return shown_vault(shown, settings, drafts=drafts)


def seen_contact(files: Mapping[str, str], who: str, audience: Audience = TEAM) -> Contact:
    """Return a contact as an audience sees it."""
    return seen_vault(files, audience).records[ContactId(who)]


def seen_intro(files: Mapping[str, str], audience: Audience = TEAM) -> Intro:
    """Return the only introduction that an audience sees."""
    (spoke,) = seen_vault(files, audience).spokes
    return spoke.intro
