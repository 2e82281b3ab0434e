"""The model: MiniLM (6 layers, 384 wide) with case shapes added to its input, and the heads."""

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tocsin.read.utterances import CUES, DISTANCES, PARTS

WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS, SHAPES = (
    384,
    6,
    12,
    1536,
    30522,
    512,
    8,
)
ARC, LABEL = 256, 192
VOICE, MEANING = 192, 128
MEANT = 5  # the layer whose states are meanings: the last is bent to the parse
MASKED = -10000.0  # fits half precision and int8 graphs alike


class Dropout(nn.Module):
    """Dropout with masks cut from one random pool: drawing them took a quarter of a step."""

    POOL = 1 << 22

    def __init__(self, rate: float) -> None:
        super().__init__()
        kept = torch.rand(self.POOL) >= rate
        self.register_buffer("pool", kept.bfloat16() / (1 - rate), persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        """Return x with some values set to 0, in training only."""
        if not self.training or x.numel() >= self.POOL:
            return x
        at = int(torch.randint(self.POOL - x.numel(), ()))
        return x * self.pool[at : at + x.numel()].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """One layer of BERT; attention itself is not thinned out, which costs much and gains little."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.norm1 = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm2, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the next layer; `mask` is added to the attention scores."""
        b, t, _ = x.shape
        q, k, v = (
            part.view(b, t, ATTENTION_HEADS, -1).transpose(1, 2)
            for part in self.qkv(x).split(WIDTH, dim=-1)
        )
        scores = q @ k.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + mask
        mixed = scores.softmax(-1) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, t, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Trunk(nn.Module):
    """MiniLM with shapes: pieces → the states of all layers."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.place = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.normal_(self.shape.weight, std=0.02)

    def forward(self, pieces: Tensor, shapes: Tensor) -> list[Tensor]:
        """Return the embedding layer and the six layers."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.shape(shapes) + self.place(places)
        states = [self.drop(self.norm(x))]
        mask = ((pieces == 0).to(x.dtype) * MASKED)[:, None, None, :]
        for layer in self.layers:
            states.append(layer(states[-1], mask))
        return states

    def load(self, path: str) -> None:
        """Take over the published weights; the token-type vector joins the positions."""
        old = load_file(path)
        new = {
            "word.weight": old["embeddings.word_embeddings.weight"],
            "place.weight": old["embeddings.position_embeddings.weight"]
            + old["embeddings.token_type_embeddings.weight"][0],
            "shape.weight": self.shape.weight.data,
            **_pair("norm", old, "embeddings.LayerNorm"),
        }
        for i in range(LAYERS):
            new |= _layer(f"layers.{i}", old, f"encoder.layer.{i}")
        self.load_state_dict(new)


def _pair(name: str, old: dict[str, Tensor], was: str) -> dict[str, Tensor]:
    return {f"{name}.weight": old[f"{was}.weight"], f"{name}.bias": old[f"{was}.bias"]}


def _layer(name: str, old: dict[str, Tensor], was: str) -> dict[str, Tensor]:
    qkv = [f"{was}.attention.self.{part}" for part in ("query", "key", "value")]
    return {
        f"{name}.qkv.weight": torch.cat([old[f"{part}.weight"] for part in qkv]),
        f"{name}.qkv.bias": torch.cat([old[f"{part}.bias"] for part in qkv]),
        **_pair(f"{name}.out", old, f"{was}.attention.output.dense"),
        **_pair(f"{name}.norm1", old, f"{was}.attention.output.LayerNorm"),
        **_pair(f"{name}.up", old, f"{was}.intermediate.dense"),
        **_pair(f"{name}.down", old, f"{was}.output.dense"),
        **_pair(f"{name}.norm2", old, f"{was}.output.LayerNorm"),
    }


class Mixed(nn.Module):
    """A mix of all layers through an adapter: a view of the trunk that a head has to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))
        self.adapter = nn.Sequential(
            nn.Linear(WIDTH, WIDTH), nn.GELU(), Dropout(0.2), nn.Linear(WIDTH, WIDTH)
        )
        self.norm, self.drop = nn.LayerNorm(WIDTH), Dropout(0.2)

    def forward(self, words: list[Tensor]) -> Tensor:
        """Return the adapted states."""
        shares = self.mix.softmax(0)
        x = torch.stack([share * state for share, state in zip(shares, words, strict=True)]).sum(0)
        return self.drop(self.norm(x + self.adapter(x)))


class Names(nn.Module):
    """Entities read a mix of all layers through an adapter of their own.

    Sharing the last layer with the parse cost four points of entity F1 in a trial.
    """

    def __init__(self, labels: int, other_labels: int) -> None:
        super().__init__()
        self.view = Mixed()
        self.ent, self.names = nn.Linear(WIDTH, labels), nn.Linear(WIDTH, other_labels)


class Arcs(nn.Module):
    """Biaffine parser (Dozat and Manning 2017), with a diagonal form for the labels."""

    def __init__(self, labels: int, dropout: float = 0.25) -> None:
        super().__init__()
        self.drop = Dropout(dropout)
        self.down = nn.Linear(WIDTH, 2 * ARC + 2 * LABEL)
        self.root = nn.Parameter(torch.randn(ARC) * 0.05)
        self.root_label = nn.Parameter(torch.randn(LABEL) * 0.05)
        self.pair = nn.Linear(ARC, ARC, bias=False)
        self.head_bias = nn.Linear(ARC, 1, bias=False)
        self.label = nn.Linear(3 * LABEL, labels)
        nn.init.normal_(self.pair.weight, std=ARC**-0.75)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return arc scores (dependent × root and words) and both label vectors of each word."""
        x = self.drop(functional.gelu(self.down(words)))
        dep, head, label_dep, label_head = x.split([ARC, ARC, LABEL, LABEL], dim=-1)
        b = words.shape[0]
        heads = torch.cat([self.root.expand(b, 1, ARC).to(head.dtype), head], 1)
        label_heads = torch.cat([self.root_label.expand(b, 1, LABEL).to(head.dtype), label_head], 1)
        scores = self.pair(dep) @ heads.transpose(1, 2) + self.head_bias(heads).transpose(1, 2)
        return scores, label_dep, label_heads

    def labels(self, dep: Tensor, heads: Tensor, chosen: Tensor) -> Tensor:
        """Score the labels of each word under its chosen head (0 = root)."""
        head = heads.gather(1, chosen[..., None].expand(-1, -1, heads.shape[-1]))
        return self.label(torch.cat([dep, head, dep * head], -1))


class Voices(nn.Module):
    """Cues, and for each cue the words that are its source and its content.

    As a semantic role labeller does: each word meets each cue, with the distance between them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view = Mixed()
        self.cue = nn.Linear(WIDTH, len(CUES))
        self.word, self.by = nn.Linear(WIDTH, VOICE), nn.Linear(WIDTH, VOICE, bias=False)
        self.distance = nn.Embedding(DISTANCES, VOICE)
        self.label = nn.Linear(VOICE, len(PARTS))
        self.drop = Dropout(0.2)
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, states: list[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of cues and, for each word, its vector as a word and as a cue."""
        x = self.view(states)
        return self.cue(x), self.word(x), self.by(x)

    def parts(self, words: Tensor, by: Tensor, distances: Tensor) -> Tensor:
        """Score the parts of all words for each cue: cues × words × width in."""
        met = words + by[:, None] + self.distance(distances)
        return self.label(self.drop(functional.gelu(met, approximate="tanh")))


class Reader(nn.Module):
    """Trunk and heads together."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.trunk, self.drop = Trunk(), Dropout(0.2)
        self.tags = nn.ModuleDict(
            {name: nn.Linear(WIDTH, sizes[name]) for name in ("xpos", "upos", "lemma", "case")}
        )
        self.arcs = Arcs(sizes["deprel"])
        self.names = Names(sizes["ent"], sizes["names"])
        self.voices = Voices()
        # Two sets of judges were asked differently: one output for each, of which the first ships.
        self.facts = nn.Sequential(
            nn.Linear(WIDTH, 128), nn.GELU(), Dropout(0.2), nn.Linear(128, 2)
        )
        self.meaning = nn.Linear(WIDTH, MEANING)

    def words(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> list[Tensor]:
        """Return the states of all layers at the first piece of each word."""
        at = starts[..., None].expand(-1, -1, WIDTH)
        return [state.gather(1, at) for state in self.trunk(pieces, shapes)]

    def forward(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> dict[str, Tensor]:
        """Return the scores of every head; arcs to padding are masked."""
        states = self.words(pieces, shapes, starts)
        last = self.drop(states[-1])
        out = {name: tag(last) for name, tag in self.tags.items()}
        names = self.names.view(states)
        out |= {"ent": self.names.ent(names), "names": self.names.names(names)}
        out["cues"], out["voice_word"], out["voice_by"] = self.voices(states)
        out["facts"], out["meaning"] = self.facts(last), self.meaning(states[MEANT])
        arcs, out["label_dep"], out["label_head"] = self.arcs(last)
        real = torch.cat([torch.ones_like(starts[:, :1]), starts], 1) > 0
        out["arcs"] = arcs + (~real)[:, None, :].to(arcs.dtype) * MASKED
        return out
