"""A difference of two values as a clause, where nothing more can be said of it."""

from ppid.history.fields import Difference

_SHORT = 120


def clause(one: Difference) -> str:
    """Say what changed without capital and full stop; long texts are not repeated in it."""
    label = f"{one.label[:1].lower()}{one.label[1:]}"
    if len(one.before) > _SHORT or len(one.after) > _SHORT:
        return f"rumusan “{label}” diubah"
    if one.listed:
        told = (("ditambah", one.after), ("dikurangi", one.before))
        return f"{label} {', '.join(f'{verb} “{text}”' for verb, text in told if text)}"
    if not one.before:
        return f"{label} kini disebutkan: “{one.after}”"
    if not one.after:
        return f"{label} tidak disebutkan lagi, sebelumnya “{one.before}”"
    return f"{label} berubah dari “{one.before}” menjadi “{one.after}”"
