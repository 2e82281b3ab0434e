"""Threads of reports, and how they part and join."""

from datetime import UTC, datetime, timedelta

from tocsin.records import Numbers
from tocsin.weigh.stories.merging import merge
from tocsin.weigh.stories.threads import CLOSED, Item, Threads, least_like
from tocsin.weigh.stories.weights import Weights, numbered

START = datetime(2024, 10, 1, tzinfo=UTC)


def followed(*reports, hours=1.0):
    each, count = numbered(Numbers.of(words) for words in reports)
    weights = Weights(count)
    weights.learn(each)
    threads = Threads(weights)
    for number, words in enumerate(each):
        threads.follow(Item(number, START + timedelta(hours=hours * number), words))
    return threads, weights


def numbers(threads):
    return [[item.number for item in thread.items] for thread in threads.all]


NOISE = [range(1000 + 9 * n, 1009 + 9 * n) for n in range(40)]


def test_a_thread_whose_later_half_is_about_something_else_parts():
    drift = [range(n * 3, n * 3 + 9) for n in range(16)]
    threads, _ = followed(*NOISE, *drift)
    parted = [thread for thread in threads.all if thread.came_from is not None]
    assert parted
    assert all(thread.items[0].at > thread.came_from.items[-1].at for thread in parted)
    assert sorted(n for some in numbers(threads) for n in some) == list(range(56))


def test_a_long_thread_forgets_its_rarest_words():
    long = [[*range(60), *range(10_000 + 99 * n, 10_039 + 99 * n)] for n in range(40)]
    threads, _ = followed(*NOISE, *long)
    largest = max(threads.all, key=lambda thread: len(thread.items))
    assert len(largest.items) == 40
    assert len(largest.centre) <= 800
    assert set(range(60)) <= set(largest.centre)


def test_a_thread_long_silent_is_closed():
    threads, weights = followed(*[range(9)] * 2, *NOISE[:9], hours=CLOSED / timedelta(hours=1) + 1)
    assert numbers(threads)[:2] == [[0], [1]]
    assert len(merge(threads.all, weights)) == len(threads.all)


def test_threads_are_joined_step_by_step():
    shared = [[*range(6), *range(100 + 10 * n, 104 + 10 * n)] for n in range(4)]
    threads, weights = followed(*NOISE, *shared)
    groups = merge(threads.all, weights)
    assert sum(len(group) for group in groups) == len(threads.all)
    assert len(groups) <= len(threads.all)


def test_texts_must_be_more_alike_than_headlines():
    assert least_like(5) < least_like(40) < least_like(400)
