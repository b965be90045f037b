from __future__ import annotations

from pathlib import Path

import pytest

from p3dn_reports.pdf.batches import Batch, Limits, divide, retries

LIMITS = Limits(workers=2, smallest=3, largest=10)


def paths(count: int) -> list[Path]:
    return [Path(str(number)) for number in range(count)]


@pytest.mark.parametrize(
    ("documents", "sizes"),
    [(0, []), (1, [1]), (3, [3]), (4, [2, 2]), (20, [10, 10]), (21, [7, 7, 7]), (25, [9, 8, 8])],
)
def test_few_documents_share_a_call_and_many_are_spread_evenly(documents: int, sizes: list[int]) -> None:
    batches = divide(paths(documents), LIMITS)
    assert [len(batch.paths) for batch in batches] == sizes
    assert sorted(path for batch in batches for path in batch.paths) == sorted(paths(documents))


def test_neighbours_go_to_different_calls() -> None:
    first, second = divide(paths(6), LIMITS)
    assert [path.name for path in first.paths] == ["0", "2", "4"]
    assert [path.name for path in second.paths] == ["1", "3", "5"]


def test_documents_passed_over_are_each_tried_again_alone() -> None:
    first, second = paths(2)
    assert retries(Batch((first, second)), [first, second], broken=False) == [
        Batch((first,), again=True),
        Batch((second,), again=True),
    ]


def test_of_a_call_that_broke_the_first_one_left_is_to_blame() -> None:
    blamed, *rest = paths(4)
    assert retries(Batch((blamed, *rest)), [blamed, *rest], broken=True) == [
        Batch(tuple(rest)),
        Batch((blamed,), again=True),
    ]


@pytest.mark.parametrize("broken", [True, False])
def test_nothing_is_tried_a_third_time(broken: bool) -> None:
    (path,) = paths(1)
    assert retries(Batch((path,), again=True), [path], broken=broken) == []
    assert retries(Batch((path,)), [], broken=broken) == []


def test_there_is_a_worker_for_every_core_and_never_more_than_four(monkeypatch: pytest.MonkeyPatch) -> None:
    for cores, workers in ((None, 1), (1, 1), (3, 3), (64, 4)):
        monkeypatch.setattr("os.cpu_count", lambda cores=cores: cores)
        assert Limits().workers == workers
