"""The built-in reader of English, joined from model, rules and gazetteer."""

from functools import cache

from tocsin.read.attribution import cue_rules
from tocsin.read.certainty import certainty_rules
from tocsin.read.claims import BindingRules
from tocsin.read.entities import entity_rules
from tocsin.read.events import event_rules
from tocsin.read.places import place_rules
from tocsin.read.quantities import quantity_rules
from tocsin.read.reader import Reader, Rules
from tocsin.read.sentences import Splitter
from tocsin.read.times import time_rules
from tocsin.read.words import WordRules
from tocsin.rules import digest, load
from tocsin.run.gazetteer import open_gazetteer
from tocsin.run.models import load_encoder, model_stamp


@cache
def english() -> Reader:
    """Return the reader of English, built once for each process."""
    return Reader(
        stamp=f"{model_stamp('en')}+rules.{digest('en')}",
        encoder=load_encoder("en"),
        rules=load_rules("en"),
        gazetteer=open_gazetteer(),
    )


def load_rules(language: str) -> Rules:
    """Return all rules of `language`.

    Raises:
        RuleError: when a rule file is missing, broken or lacks the proof of a rule.
    """
    return Rules(
        splitter=Splitter(load(language, "words.toml", WordRules)),
        times=time_rules(language),
        quantities=quantity_rules(language),
        places=place_rules(language),
        entities=entity_rules(language),
        cues=cue_rules(language),
        events=event_rules(language),
        certainty=certainty_rules(language),
        binding=load(language, "binding.toml", BindingRules),
    )
