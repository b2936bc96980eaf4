"""How a message quotes what was written: in full when short, cut at a word when long."""

_LONGEST = 80


def quoted(text: str) -> str:
    """Put a text between quotation marks, on one line; “…” stands for what was left out."""
    line = " ".join(text.split())
    if len(line) > _LONGEST:
        line = f"{line[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{line}”"
