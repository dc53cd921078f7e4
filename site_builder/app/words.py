"""The words to send for a door, composed from the vault's own or the theme's drafts."""

from site_builder.app.run import Run
from site_builder.diagnostics import Diagnostic
from site_builder.insights.candidate import Candidate, Suggestion
from site_builder.insights.insight import Door, Insights
from site_builder.pages.drafts import Draft, candidate_draft, chosen_draft, first_draft
from site_builder.pages.one_ask import in_peace, kept_note, peace_note
from site_builder.pages.words import NO_BREAK
from site_builder.reading.theme_files import read_themes
from site_builder.rendering.draft_compose import Letter
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_draft
from site_builder.rendering.theme import Theme, build_theme
from site_builder.source import FILE_START


class WordsError(Exception):
    """The drafts cannot be composed; the theme's finding says why."""

    def __init__(self, found: Diagnostic) -> None:
        """Name the template and its line."""
        super().__init__(f"{found.path}:{found.span.line}: {found.message}")


def words_for(run: Run, insights: Insights, suggestion: Suggestion) -> Letter | str:
    """Return the letter to whom I chose or who is suggested first, or why there is none."""
    door = _door(insights, suggestion)
    chosen = door.allotment.chosen if door is not None else None
    people = [one.contact for one in suggestion.suggested]
    first = next((one for one in suggestion.suggested if not in_peace(insights, one.contact)), None)
    if first is None and chosen is None:
        return peace_note(insights, people) if people else suggestion.nobody_because
    if door is not None and not door.open and door.thread.introduced:
        name = insights.vault.people[suggestion.target].first_name
        return (
            f"You were introduced to {name} before, and that pursuit is over: write to {name} "
            "yourself, or begin a new one with a file in intros/, and there will be words to send."
        )
    themes = read_themes(run.root)
    place = run.settings.theme_span or FILE_START
    theme = build_theme(run.settings.theme, themes.by_name, drafts=themes.drafts, place=place)
    if not isinstance(theme, Theme):
        raise WordsError(theme[0])
    draft = _draft(insights, suggestion, door, first)
    letter = render_draft(make_environment(theme), draft)
    if isinstance(letter, Diagnostic):
        raise WordsError(letter)
    return letter


def _draft(
    insights: Insights, suggestion: Suggestion, door: Door | None, first: Candidate | None
) -> Draft:
    if door is not None and (chosen := door.allotment.chosen) is not None:
        return chosen_draft(insights, door, chosen)
    assert first is not None
    if door is not None and door.open:
        return candidate_draft(insights, door, first)
    return first_draft(insights.vault, suggestion.target, first)


def first_things(insights: Insights, suggestion: Suggestion) -> str:
    """Return what ought to be done before anybody else is asked, or nothing."""
    door = _door(insights, suggestion)
    if door is None:
        return ""
    first = f"First: {door.move.because}" if door.move.name == "close-loop" else ""
    kept = kept_note(insights, door).replace(NO_BREAK, " ")
    return "\n".join(filter(None, (first, kept)))


def _door(insights: Insights, suggestion: Suggestion) -> Door | None:
    """Return the door that is spoken of; none where nobody was ever asked."""
    return insights.by_thread.get(suggestion.thread) if suggestion.thread else None
