"""Makes wrong specifications on purpose, since a comparison or proof that cannot fail shows nothing."""

import pathlib
import types

SOURCE = pathlib.Path(__file__).with_name("specification.py")

# Name, and what is written instead of what; each text stands just once in the specification.
PLANTS = {}


def load(plant=None):
    """The specification, or one with a rule that is wrong."""
    source = SOURCE.read_text("utf-8")
    if plant:
        right, wrong = PLANTS[plant]
        assert source.count(right) == 1, f"{plant}: its text stands {source.count(right)} times in the specification"
        source = source.replace(right, wrong)
    module = types.ModuleType("specification")
    exec(compile(source, str(SOURCE), "exec"), module.__dict__)
    return module
