"""What two records say otherwise, field by field, down to the parts of their parts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from ppid.core.record import Part, Record


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that differs: the route to it, its label, and both as they are written in files.

    Of a list (`listed`), only what it lost and gained is told.
    """

    field: str
    label: str
    before: str
    after: str
    listed: bool = False


def same(old: Record, new: Record) -> bool:
    """Tell whether two records of one kind hold the same in every field, spacing apart."""
    return old is new or values_of(old) == values_of(new) or not any(True for _ in differ(old, new))


def values_of(record: Record) -> tuple[object, ...]:
    """Return what a record holds, without where it stands."""
    found: tuple[object, ...] = _getter(type(record))(record)
    return found


@cache
def _getter(model: type[Record]) -> attrgetter:  # type: ignore[type-arg]
    return attrgetter(*model.model_fields)


def differ(old: Part, new: Part, route: str = "", label: str = "") -> Iterator[Difference]:
    """Yield every difference; the order of lists and the spacing of texts say nothing."""
    for name, info in type(new).model_fields.items():
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            title = info.title or name
            inside = f"{label}: {title[:1].lower()}{title[1:]}" if label else title
            yield from _of_value(was, now, f"{route}.{name}" if route else name, inside)


def _of_value(was: object, now: object, route: str, label: str) -> Iterator[Difference]:
    if isinstance(was, Part) and isinstance(now, Part):
        yield from differ(was, now, route, label)
    elif isinstance(was, tuple) and isinstance(now, tuple):
        yield from _of_tuples(was, now, route, label)
    else:
        before, after = written(was), written(now)
        if " ".join(before.split()) != " ".join(after.split()):
            yield Difference(route, label, before, after)


def _of_tuples(
    was: Sequence[object], now: Sequence[object], route: str, label: str
) -> Iterator[Difference]:
    if not any(isinstance(value, Part) for value in (*was, *now)):
        gone, came = Counter(was) - Counter(now), Counter(now) - Counter(was)
        if gone or came:
            before, after = (", ".join(map(written, c.elements())) for c in (gone, came))
            yield Difference(route, label, before, after, listed=True)
        return
    earlier, later = _keyed(was), _keyed(now)
    for key in {**earlier, **later}:
        place, name = f"{route}[{key}]", f"{label} “{key}”"
        yield from _of_value(earlier.get(key), later.get(key), place, name)


def _keyed(parts: Sequence[object]) -> dict[str, object]:
    """Know each part by its first field, and those that share it by their turn."""
    seen: Counter[str] = Counter()
    keyed: dict[str, object] = {}
    for part in parts:
        name = next(iter(type(part).model_fields), "") if isinstance(part, Part) else ""
        key = written(getattr(part, name)) if name else written(part)
        seen[key] += 1
        keyed[key if seen[key] == 1 else f"{key} ({seen[key]})"] = part
    return keyed


def written(value: object) -> str:
    """Write a value as in files; a part as its filled fields."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Part):
        filled = ((name, written(getattr(value, name))) for name in type(value).model_fields)
        return "; ".join(f"{name} {text}" for name, text in filled if text)
    if isinstance(value, tuple):
        return ", ".join(map(written, value))
    return str(value)
