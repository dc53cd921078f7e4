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
from site_builder.checks.check import Check
from site_builder.checks.run import run

READING: tuple[Check, ...] = (
    unreadable_file,
    not_utf8,
    too_large,
    control_character,
    merge_conflict,
    front_matter_missing,
    second_note,
    invalid_yaml,
    duplicate_key,
    nested_value,
    unknown_key,
    missing_field,
    invalid_value,
    unquoted_hash,
    unquoted_link,
    curly_quotes,
    unknown_event,
    invalid_log_line,
    stray_log_line,
)
"""What reading one file met with."""

VAULT: tuple[Check, ...] = (
    unknown_contact,
    ambiguous_contact,
    duplicate_id,
    duplicate_person,
    duplicate_tie,
    self_reference,
    several_owners,
    unknown_kind,
    unclear_circle,
    impossible_years,
    broken_link,
    contradictory_ties,
    unknown_audience,
    hidden_name,
    hidden_reference,
    draft_contact,
    event_order,
    early_reply,
    future_event,
    unlikely_date,
    waiver_without_reason,
    unused_waiver,
)
"""What does not fit together."""

ETIQUETTE: tuple[Check, ...] = (
    no_goal,
    no_double_opt_in,
    target_declined,
    slow_pickup,
    loop_open,
    connector_overasked,
    third_spoke,
    ask_says_no,
    unknown_tie,
    several_targets,
)
"""What may cost me a friend: my own introductions only, drafts left out."""

CHECKS: tuple[Check, ...] = (*READING, *VAULT, *ETIQUETTE)

run_checks = partial(run, CHECKS)
"""Return what all checks find in a vault on a day."""
