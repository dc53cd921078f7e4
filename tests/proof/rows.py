"""The rows of the proof: what could go wrong, what is promised, how it is tried, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One threat."""

    id: str
    """Its anchor in docs/proof.md, and what `make proof ROW=…` takes."""
    threat: str
    promise: str
    method: str
    tests: tuple[str, ...]
    """Files or folders below `tests` whose marks name this row."""


ROWS = (
    Row(
        id="publish",
        threat="a build is killed while it publishes",
        promise="The folder holds the whole old or the whole new site; the next build clears up.",
        method="SIGKILL at random moments and, by `ptrace`, before every call to the system",
        tests=("writing/test_interruptions.py",),
    ),
    Row(
        id="faults",
        threat="the disk is full, fails or turns read-only",
        promise="The whole old or the whole new site stays; the next build needs no help.",
        method="nine faults and Ctrl-C at every call; small disks that run full page by page",
        tests=("writing/test_interruptions.py",),
    ),
    Row(
        id="foreign",
        threat="the output folder holds something else",
        promise="A builder never removes or changes what it did not make.",
        method="home-like folders, the vault, what is above it, links, files, pipes, odd markers",
        tests=("writing/test_refusals.py",),
    ),
    Row(
        id="builders",
        threat="several builds and a watch write at once",
        promise="One writes, the others say who; the site is whole, and in the end the newest.",
        method="four builders × 50 rounds; two builds and `--watch --publish` while notes change",
        tests=("writing/test_together.py",),
    ),
    Row(
        id="readers",
        threat="somebody reads while a site is published",
        promise="Every file of the manifest is there and has its digest.",
        method="two readers check all files against the manifest while site follows site",
        tests=("writing/test_readers.py",),
    ),
    Row(
        id="watch",
        threat="the preview drifts from what a build gives",
        promise="`--watch` shows byte for byte what a build from nothing gives.",
        method="3,000 edits, moves, checkouts, mistakes, midnights; compared every ten",
        tests=("watch/test_soak.py",),
    ),
    Row(
        id="mistakes",
        threat="one bad file hides others or spoils the site",
        promise="Every mistake is found once, at its place, with a cure; the old site stays.",
        method="60 kinds of mistake among 1,000 files, and each alone; the site before and after",
        tests=("checks/test_sixty_mistakes.py", "checks/test_old_site.py"),
    ),
    Row(
        id="hostile",
        threat="a file is made to crash or to stall the program",
        promise="Any YAML or Markdown is read or refused, in 50 ms and 50 MB for a small file.",
        method="YAML test suite, CommonMark, naughty strings, slow Markdown, odd values, salads",
        tests=(
            *("proof/test_corpora.py", "proof/test_markdown_cost.py"),
            *("proof/test_extremes.py", "proof/test_salads.py"),
        ),
    ),
    Row(
        id="outside",
        threat="links, pipes and devices lie among the notes",
        promise="Nothing outside the vault is read, nothing hangs, and each is named.",
        method="eleven odd things in every folder that is read",
        tests=("proof/test_odd_files.py",),
    ),
    Row(
        id="names",
        threat="two people would share a page",
        promise="Every legal name has its own page; names that cannot be told apart are refused.",
        method="case, NFC and NFD, device names, 255 bytes, dots, right-to-left, shell signs",
        tests=("proof/test_odd_files.py", "writing/test_output_names.py"),
    ),
    Row(
        id="payloads",
        threat="text of a note runs as a script or asks another site",
        promise="Nothing runs, nothing is asked for, and the policy has nothing to stop.",
        method="payload lists × every field × Markdown contexts, opened and touched in Chromium",
        tests=("proof/test_payloads.py",),
    ),
    Row(
        id="themes",
        threat="a theme puts data where escaping does not protect it",
        promise="Packaged templates put data only where it is escaped.",
        method="every template read for attributes without quotes, inline code, unescaped text",
        tests=("proof/test_theme_output.py",),
    ),
    Row(
        id="terminal",
        threat="a note moves the cursor or hides text in a terminal",
        promise="Commands print no character that cannot be seen.",
        method="control, bidi and zero-width characters in every field, name and argument",
        tests=("proof/test_terminal.py",),
    ),
    Row(
        id="preview",
        threat="another site or machine reads the preview",
        promise="A foreign host or origin gets no byte of a page; the server stays alive.",
        method="lists of hosts, origins, ways out of the folder, and noise, over raw sockets",
        tests=("preview/test_security.py", "preview/test_odd_requests.py"),
    ),
    Row(
        id="audiences",
        threat="a site for others depends on what is hidden from them",
        promise="Vaults that differ only in what is hidden give the same bytes.",
        method="pairs of random vaults, all names and bytes compared",
        tests=(
            "proof/test_audiences.py",
            "audience/test_noninterference.py",
            "audience/test_exports.py",
        ),
    ),
    Row(
        id="canaries",
        threat="a hidden word leaks in some encoding",
        promise="No word of a hidden place stands in any byte of an audience's site.",
        method="a word of its own in every hidden place, looked for in twenty encodings",
        tests=("audience/test_canaries.py",),
    ),
    Row(
        id="hosting",
        threat="a host shows the site to strangers",
        promise="The printed kits guard every file; `doctor --url` names what a host does wrong.",
        method="nginx and Caddy with our kits, asked for every file and ways around the password",
        tests=("hosting/test_examine.py", "hosting/test_kits_served.py"),
    ),
    Row(
        id="bundle",
        threat="an exported file is read or changed on its way",
        promise="Nothing of the vault stands in clear; a changed bit does not open.",
        method="the vault's words looked for; bits, blocks and parameters changed, in Chromium",
        tests=("interop/test_bundle.py", "interop/test_bundle_in_browser.py"),
    ),
    Row(
        id="determinism",
        threat="the same vault gives another site elsewhere",
        promise="Same files, same day: same bytes.",
        method="hash seeds, time zones, locales, folders, umasks, orders of files, processes",
        tests=("proof/test_determinism.py",),
    ),
    Row(
        id="network",
        threat="the program talks to somebody",
        promise="No command opens a connection, but `doctor --url` to the host it is told.",
        method="all commands with sockets shut; imports of all modules",
        tests=("proof/test_network.py",),
    ),
    Row(
        id="memory",
        threat="what is remembered between builds is damaged or foreign",
        promise="A memory that this very program did not write for this user counts for nothing.",
        method="memories cut short, emptied, of another program, from a checkout",
        tests=("app/test_known_documents.py", "cli/test_last_build.py"),
    ),
    Row(
        id="untouched",
        threat="a command changes a note that it should leave alone",
        promise="Notes, settings and attachments stay as they are, but what an edit is for.",
        method="bytes, times, modes and names compared before and after every command",
        tests=("proof/test_untouched.py",),
    ),
    Row(
        id="edits",
        threat="an edit is torn, or tells an untruth",
        promise="A kill or a failing call leaves all old or all new; what is said is so.",
        method="a kill at each call to the system, faults at each call; random notes renamed",
        tests=(
            "editing/test_interruptions.py",
            "editing/test_move_interruptions.py",
            "editing/test_random_moves.py",
        ),
    ),
    Row(
        id="saves",
        threat="a save in the moment of an edit is lost",
        promise="What an editor saves meanwhile is in the file, or kept and told.",
        method="edits against three kinds of saving, begun within milliseconds of each other",
        tests=("editing/test_races.py", "editing/test_move_interruptions.py"),
    ),
)
