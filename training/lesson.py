"""What all steps of the training share: pieces, labels, the teacher; and the mean weights."""

import contextlib
import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from batches import Batch, batches
from model import Reader
from targets import Inventory
from teacher import Teacher
from torch import Tensor
from treebanks import Example

from tocsin.read.pieces import Piecer

KEPT = 0.998  # of the running mean at each step
SEEN = 150  # batches by which the teacher finds its axes


@dataclass(frozen=True, slots=True)
class Lesson:
    """Examples → batches, always cut and numbered in the same way."""

    piecer: Piecer
    labels: Inventory
    teacher: Teacher

    def batches(
        self, examples: Sequence[Example], budget: int, dice: random.Random | None = None
    ) -> Iterator[Batch]:
        """Yield batches; with `dice` in random order."""
        return batches(examples, self.piecer, self.labels, budget=budget, dice=dice)

    def prepare(self, examples: Sequence[Example], budget: int) -> None:
        """Let the teacher see some sentences."""
        dice = random.Random(0)
        self.teacher.learn_axes(itertools.islice(self.batches(examples, budget, dice), SEEN))


class Mean:
    """The running mean of the weights, which does better than the last of them."""

    def __init__(self, reader: Reader) -> None:
        """Start from the weights as they are."""
        self.weights = {k: v.detach().clone() for k, v in reader.state_dict().items()}
        self._steps = 0

    def add(self, reader: Reader) -> None:
        """Move the mean towards the weights after a step."""
        self._steps += 1
        kept = min(KEPT, (1 + self._steps) / (10 + self._steps))
        now = reader.state_dict()
        torch._foreach_lerp_([self.weights[k] for k in now], list(now.values()), 1 - kept)

    @contextlib.contextmanager
    def lent(self, reader: Reader) -> Iterator[None]:
        """Give the reader the mean for a while."""
        own: dict[str, Tensor] = {k: v.detach().clone() for k, v in reader.state_dict().items()}
        reader.load_state_dict(self.weights)
        yield
        reader.load_state_dict(own)
