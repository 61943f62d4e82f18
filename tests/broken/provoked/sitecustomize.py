"""Breaks one function of the tool, which PROVOKED names as `module:function`; Python imports this as it starts.

What is raised quotes everything that the function was given, as a bug that meets real data would.
"""

import builtins
import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from types import ModuleType

MODULE, _, FUNCTION = os.environ["PROVOKED"].partition(":")
KIND: type[BaseException] = getattr(builtins, os.environ.get("PROVOKED_KIND", "ValueError"))


def broken(*given: object, **named: object) -> object:
    if KIND is RecursionError:
        return broken(*given, **named)
    said = f"{os.environ['CANARY']} {given} {named}"
    raise KIND(said) from KeyError(said)


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        spec = importlib.machinery.PathFinder.find_spec(name, path, target) if name == MODULE else None
        if spec and spec.loader:
            run = spec.loader.exec_module

            def execute(module: ModuleType) -> None:
                if not FUNCTION:
                    broken(module)
                run(module)
                *within, last = FUNCTION.split(".")
                owner: object = module
                for each in within:
                    owner = getattr(owner, each)
                setattr(owner, last, broken)

            spec.loader.exec_module = execute  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, Finder())
