"""The checks: one rule per module, each with its page in `docs/checks`."""

from functools import partial

from site_builder.checks import (
    ambiguous_contact,
    ask_says_no,
    broken_link,
    connector_overasked,
    contradictory_ties,
    control_character,
    curly_quotes,
    draft_contact,
    duplicate_id,
    duplicate_key,
    duplicate_person,
    duplicate_tie,
    early_reply,
    event_order,
    front_matter_missing,
    future_event,
    hidden_name,
    hidden_reference,
    impossible_years,
    invalid_log_line,
    invalid_value,
    invalid_yaml,
    loop_open,
    merge_conflict,
    missing_field,
    nested_value,
    no_double_opt_in,
    no_goal,
    not_utf8,
    second_note,
    self_reference,
    several_owners,
    several_targets,
    slow_pickup,
    stray_log_line,
    target_declined,
    third_spoke,
    too_large,
    unclear_circle,
    unknown_audience,
    unknown_contact,
    unknown_event,
    unknown_key,
    unknown_kind,
    unknown_tie,
    unlikely_date,
    unquoted_hash,
    unquoted_link,
    unreadable_file,
    unused_waiver,
    waiver_without_reason,
)
from site_builder.checks.rule import Check
from site_builder.checks.run import run

READING: tuple[Check, ...] = (
    unreadable_file.check,
    not_utf8.check,
    too_large.check,
    control_character.check,
    merge_conflict.check,
    front_matter_missing.check,
    second_note.check,
    invalid_yaml.check,
    duplicate_key.check,
    nested_value.check,
    unknown_key.check,
    missing_field.check,
    invalid_value.check,
    unquoted_hash.check,
    unquoted_link.check,
    curly_quotes.check,
    unknown_event.check,
    invalid_log_line.check,
    stray_log_line.check,
)
"""What reading one file met with."""

VAULT: tuple[Check, ...] = (
    unknown_contact.check,
    ambiguous_contact.check,
    duplicate_id.check,
    duplicate_person.check,
    duplicate_tie.check,
    self_reference.check,
    several_owners.check,
    unknown_kind.check,
    unclear_circle.check,
    impossible_years.check,
    broken_link.check,
    contradictory_ties.check,
    unknown_audience.check,
    hidden_name.check,
    hidden_reference.check,
    draft_contact.check,
    event_order.check,
    early_reply.check,
    future_event.check,
    unlikely_date.check,
    waiver_without_reason.check,
    unused_waiver.check,
)
"""What does not fit together."""

ETIQUETTE: tuple[Check, ...] = (
    no_goal.check,
    no_double_opt_in.check,
    target_declined.check,
    slow_pickup.check,
    loop_open.check,
    connector_overasked.check,
    third_spoke.check,
    ask_says_no.check,
    unknown_tie.check,
    several_targets.check,
)
"""What may cost me a friend: my own introductions only, drafts left out."""

CHECKS: tuple[Check, ...] = (*READING, *VAULT, *ETIQUETTE)

run_checks = partial(run, CHECKS)
"""Return what all checks find in a vault on a day."""
