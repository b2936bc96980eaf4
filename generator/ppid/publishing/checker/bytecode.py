"""Modules as the Python of the browser would compile them, so that it need not.

This file runs twice: here it is a module like any other; in the engine itself (`bytecode.mjs`) its
text is what compiles, since only that Python knows its own bytecode. It imports nothing of ours.
"""

import ast
import io
from importlib.util import MAGIC_NUMBER
from marshal import dumps
from types import CodeType
from typing import Final
from zipfile import ZipFile, ZipInfo

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNCHECKED: Final = (1).to_bytes(4, "little") + bytes(8)
"""What stands behind the magic number of bytecode that is never held against its source."""
_MOST_UNITS: Final = 8
_DOCUMENTED: Final = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def with_bytecode(archive: bytes) -> bytes:
    """Return an archive with its modules compiled; what is no module stays as it is."""
    made = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            is_module = name.endswith(".py")
            made_name = f"{name}c" if is_module else name
            written = compiled(content, name) if is_module else content
            new.writestr(ZipInfo(made_name, _FIRST_DAY), written)
    return made.getvalue()


def compiled(source: bytes, name: str) -> bytes:
    """Return the bytecode of a module without its remarks and the numbers of its lines."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            # A class keeps a word: without one, dataclasses put together a remark of their own.
            node.body[0] = ast.Expr(ast.Constant("-" if isinstance(node, ast.ClassDef) else ""))
    code = compile(ast.fix_missing_locations(tree), name, "exec", dont_inherit=True)
    return MAGIC_NUMBER + _UNCHECKED + dumps(_bare(code))


def _bare(code: CodeType) -> CodeType:
    """Return code that says of every place where its function begins; that is a third of it."""
    left, lines = len(code.co_code) // 2, bytearray()
    while left > 0:
        units = min(left, _MOST_UNITS)
        lines += bytes((0x80 | 13 << 3 | units - 1, 0))
        left -= units
    inner = (_bare(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=bytes(lines), co_consts=tuple(inner))
