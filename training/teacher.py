"""The published sentence encoder as the teacher of meanings: its vectors, cut to fewer numbers."""

from collections.abc import Iterable

import torch
from batches import Batch
from model import MEANING, Trunk
from torch import Tensor
from torch.nn import functional


class Teacher:
    """Gives each sentence the vector that the model before our training gave it."""

    def __init__(self, path: str) -> None:
        """Load the published weights; shapes of words mean nothing to them."""
        self._trunk = Trunk(0.0)
        self._trunk.load(path)
        torch.nn.init.zeros_(self._trunk.shape.weight)
        self._trunk.eval()
        self._axes: Tensor | None = None

    def learn_axes(self, batches: Iterable[Batch]) -> None:
        """Find the directions along which sentences differ most (without their mean)."""
        seen = torch.cat([self._whole(batch) for batch in batches])
        self._axes = torch.linalg.svd(seen, full_matrices=False).Vh[:MEANING].T.contiguous()

    def meant(self, batch: Batch) -> Tensor:
        """Return vectors of length 1, one for each sentence."""
        if self._axes is None:
            raise RuntimeError("the teacher has seen no sentences yet")
        return functional.normalize(self._whole(batch) @ self._axes, dim=-1)

    def _whole(self, batch: Batch) -> Tensor:
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            last = self._trunk(batch.pieces, torch.zeros_like(batch.pieces))[-1].float()
        real = (batch.pieces > 0)[..., None].float()
        return functional.normalize((last * real).sum(1) / real.sum(1), dim=-1)
