"""Read a YAML file, or the front matter of a Markdown file: text values with their places."""

from bisect import bisect_right
from functools import cached_property

import yaml

from ppid.diagnostics.model import Diagnostic, diagnose
from ppid.diagnostics.span import Route, SourceText, Span
from ppid.reading.files.requirements import BRK_003
from ppid.reading.files.yaml_syntax import syntax_diagnostic
from ppid.reading.files.yaml_tree import MAX_DEPTH, Place, TooDeepError, TreeBuilder, YamlValue

if not yaml.__with_libyaml__:
    # The pure Python parser is ten times slower and its marks and messages differ.
    message = "PyYAML was installed without libyaml; install the wheel from PyPI"
    raise ImportError(message)

LOADER = yaml.CSafeLoader
MAX_CHARACTERS = 5_000_000


class YamlFile:
    """The values of one YAML text and the places where they are written."""

    def __init__(
        self, source: SourceText, data: YamlValue, places: dict[Route, Place], start: int = 0
    ) -> None:
        """Keep `data` as read; `start` is the offset in the source at which the YAML begins."""
        self.source = source
        self.data = data
        self._places = places
        self._start = start

    def span(self, route: Route = ()) -> Span:
        """Give the place of a value; of its key when the value is left empty."""
        place = self._nearest(route)
        if place.start == place.end:
            return self.source.span_between(place.key_start, place.key_end)
        return self.source.span_between(place.start, place.end)

    def key_span(self, route: Route) -> Span:
        """Give the place of the key that ends `route`, or of the nearest key above it."""
        while route and self._nearest(route).key_start == self._nearest(route).key_end:
            route = route[:-1]
        place = self._nearest(route)
        if place.key_start == place.key_end:
            return self.source.span_between(place.start, place.end)
        return self.source.span_between(place.key_start, place.key_end)

    def route_at(self, offset: int) -> Route:
        """Give the route of the innermost value at `offset`; a key belongs to its value."""
        starts, routes = self._by_start
        found = bisect_right(starts, offset) - 1
        route = routes[found] if found >= 0 else ()
        while route and offset >= self._places[route].end:
            route = route[:-1]
        return route

    def texts(self) -> list[tuple[Route, str]]:
        """Give every scalar that is not empty, with its route, in the order of the file."""
        return [
            (route, value)
            for route in self._by_start[1]
            if isinstance(value := self._at(route), str)
        ]

    def _at(self, route: Route) -> YamlValue:
        value = self.data
        for step in route:
            if isinstance(value, dict):
                value = value[str(step)]
            elif isinstance(value, list):
                value = value[int(step)]
        return value

    def _nearest(self, route: Route) -> Place:
        while route and route not in self._places:
            route = route[:-1]
        return self._places.get(route) or Place(self._start, self._start, self._start, self._start)

    @cached_property
    def _by_start(self) -> tuple[list[int], list[Route]]:
        # Parents before children where both begin at the same character.
        ordered = sorted(self._places, key=lambda at: (self._places[at].key_start, len(at)))
        return [self._places[route].key_start for route in ordered], ordered


def read_yaml(
    source: SourceText, start: int = 0, end: int | None = None
) -> tuple[YamlFile | None, list[Diagnostic]]:
    """Read the YAML between two offsets of `source`; None when its values cannot be trusted."""
    text = source.text[start:end]
    if len(text) > MAX_CHARACTERS:
        message = f"Berkas ini {len(text):,} karakter, lebih dari 5 juta".replace(",", ".")
        return None, [diagnose(BRK_003, source.span_between(start, start), message)]
    if text.startswith("\ufeff"):  # libyaml skips it without counting it
        text, start = text[1:], start + 1
    if not text.isascii():
        # Lone surrogates cannot be handed to libyaml; the check of characters reports them.
        text = text.encode("utf-8", "replace").decode("utf-8")
    builder = TreeBuilder(source, start, yaml.parse(text, Loader=LOADER))
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        return None, [*builder.findings, syntax_diagnostic(source, start, text, error)]
    except TooDeepError as error:
        span = source.span_between(error.index, error.index + 1)
        message = f"Susunan bersarang lebih dari {MAX_DEPTH} tingkat"
        return None, [*builder.findings, diagnose(BRK_003, span, message)]
    if () not in builder.places:
        message = "Berkas YAML ini kosong"
        return None, [diagnose(BRK_003, source.span_between(start, start), message)]
    return YamlFile(source, data, builder.places, start), builder.findings
