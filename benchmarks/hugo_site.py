"""The same vault as a Hugo site: a page for everybody, every introduction and every circle.

Hugo computes no threads, stalls or introducers and draws nothing; it renders the files with layouts
that show what ours show of them: facts, circles, ties in both directions, the introductions of a
person, the people of an introduction, notes and log. What is the same on all pages is made once, as
somebody who knows Hugo would do.
"""

import re
from pathlib import Path

CONFIG = """\
baseURL = "/"
title = "Vault"
disableKinds = ["rss", "sitemap"]
[taxonomies]
circle = "circles"
"""

BASE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head><body>
<nav>{{ partialCached "nav.html" . }}</nav>
<main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main></body></html>
"""

NAV = """\
<ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ len .RegularPages }}</li>{{ end }}</ul>
"""

INDEX = """\
{{ $found := newScratch }}
{{ range where site.RegularPages "Section" "contacts" }}{{ $page := . }}
{{ range .Params.knows }}{{ $found.Add (index (split . " ") 0) (slice $page) }}{{ end }}{{ end }}
{{ range where site.RegularPages "Section" "intros" }}
{{ $found.Add (printf "to %s" .Params.target) (slice .) }}
{{ $found.Add (printf "by %s" .Params.introducer) (slice .) }}{{ end }}
{{ return $found.Values }}
"""

PERSON = """\
{{ with site.GetPage (printf "/contacts/%s" .) }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.org }}, {{ .Params.role }}{{ end }}
"""

INTRO = """\
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ partial "person.html" .Params.target }}
through {{ partial "person.html" .Params.introducer }}: {{ .Params.goal }}</li>
"""

SINGLE = """\
{{ define "main" }}{{ $index := partialCached "index.html" . }}{{ $id := .File.ContentBaseName }}
<dl>{{ range $key, $value := .Params }}
<dt>{{ $key }}</dt><dd>{{ if reflect.IsSlice $value }}{{ range $value }}{{ . }}; {{ end }}{{ else }}
{{ $value }}{{ end }}</dd>{{ end }}</dl>
<ul>{{ range .Params.knows }}
<li>{{ partial "person.html" (index (split . " ") 0) }} {{ . }}</li>{{ end }}
{{ range index $index $id }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.org }}</li>{{ end }}</ul>
<ul>{{ range index $index (printf "to %s" $id) }}{{ partial "intro.html" . }}{{ end }}
{{ range index $index (printf "by %s" $id) }}{{ partial "intro.html" . }}{{ end }}
{{ with .Params.target }}{{ range index $index (printf "to %s" .) }}
{{ partial "intro.html" . }}{{ end }}{{ end }}</ul>
<ul>{{ range .GetTerms "circles" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul><article>{{ .Content }}</article>{{ end }}
"""

LIST = """\
{{ define "main" }}<table>{{ range .Pages }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a>
</td><td>{{ .Params.org }}</td><td>{{ .Params.role }}</td><td>{{ .Params.closeness }}</td></tr>
{{ end }}</table>{{ end }}
"""

LAYOUTS = {
    "_default/baseof.html": BASE,
    "_default/single.html": SINGLE,
    "_default/list.html": LIST,
    "_default/home.html": LIST,
    "partials/nav.html": NAV,
    "partials/index.html": INDEX,
    "partials/person.html": PERSON,
    "partials/intro.html": INTRO,
}
GROUP = re.compile(r"^\s*-\s+([a-z]+/[\w.-]+)", re.MULTILINE)


def write_hugo_site(vault: Path, site: Path) -> int:
    """Write the site's sources; return the number of content files."""
    files = {f"layouts/{name}": text for name, text in LAYOUTS.items()}
    files["hugo.toml"] = CONFIG
    for source in sorted(vault.glob("*/**/*.md")):
        files[f"content/{source.relative_to(vault)}"] = _page(source)
    for path, text in files.items():
        place = site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return len(files) - len(LAYOUTS) - 1


def _page(source: Path) -> str:
    """Return a file with the title and the circles that Hugo needs."""
    _, front, body = source.read_text("utf-8").split("---\n", 2)
    name = re.search(r"^name: (.*)$", front, re.MULTILINE)
    title = name[1].strip("\"'") if name else source.stem
    circles = sorted({group.replace("/", "-") for group in GROUP.findall(front)})
    listed = "".join(f"  - {circle}\n" for circle in circles)
    added = f'title: "{title}"\n' + (f"circles:\n{listed}" if circles else "")
    front = re.sub(r"^(date|url|slug|type|layout|next|draft):.*\n", "", front, flags=re.MULTILINE)
    return f"---\n{front}{added}---\n{body}"
