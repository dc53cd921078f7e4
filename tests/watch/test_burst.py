"""When a burst of events is over, in plain figures."""

from site_builder.watch.burst import LONGEST, QUICK, QUIET, Burst


def test_one_whole_file_is_waited_for_only_a_moment() -> None:
    burst = Burst()
    burst.note("contacts/tara.md", 10.0)
    assert burst.due() == 10.0 + QUIET
    burst.note("contacts/tara.md", 10.001, whole=True)
    assert burst.due() == 10.001 + QUICK
    assert burst.named == frozenset({"contacts/tara.md"})


def test_a_file_that_goes_on_being_written_is_waited_for() -> None:
    burst = Burst()
    burst.note("contacts/tara.md", 10.0, whole=True)
    burst.note("contacts/tara.md", 10.005)
    assert burst.due() == 10.005 + QUIET


def test_two_files_may_be_the_first_of_many() -> None:
    burst = Burst()
    burst.note("contacts/tara.md", 10.0, whole=True)
    burst.note("contacts/sam.md", 10.001, whole=True)
    assert burst.due() == 10.001 + QUIET
    assert burst.named == frozenset({"contacts/tara.md", "contacts/sam.md"})


def test_a_folder_makes_everything_doubtful() -> None:
    burst = Burst()
    burst.note("contacts/tara.md", 10.0, whole=True)
    burst.note_everywhere(10.001)
    burst.note("contacts/tara.md", 10.002, whole=True)
    assert burst.due() == 10.002 + QUIET
    assert burst.named is None


def test_an_event_of_no_known_file_asks_for_a_look_everywhere() -> None:
    burst = Burst()
    burst.note("", 10.0, whole=True)
    assert burst.due() == 10.0 + QUIET
    assert burst.named is None


def test_an_endless_burst_ends() -> None:
    burst = Burst()
    for number in range(400):
        burst.note(f"contacts/{number}.md", 10.0 + number * 0.01)
    assert burst.due() == 10.0 + LONGEST


def test_a_program_known_to_go_on_is_waited_for_up_to_the_same_end() -> None:
    burst = Burst()
    burst.note("contacts/tara.md", 10.0, whole=True)
    assert burst.due(hold=True) == 10.0 + LONGEST
