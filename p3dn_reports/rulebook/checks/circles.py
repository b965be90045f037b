"""Names that lead back to themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


def circles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Every way from a name back to itself, each circle once."""
    done: set[str] = set()
    for name in edges:
        circle = _circle_from(name, edges)
        if circle and not done.intersection(circle):
            done.update(circle)
            yield circle


def _circle_from(start: str, edges: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The way from `start` back to `start`, or nothing."""
    ways: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while ways:
        way = ways.pop()
        for name in edges.get(way[-1], ()):
            if name == start:
                return (*way, name)
            if name not in visited:
                visited.add(name)
                ways.append((*way, name))
    return ()
