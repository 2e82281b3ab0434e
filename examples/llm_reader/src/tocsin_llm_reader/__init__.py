"""A reader for tocsin in which a language model proposes claims and the text decides.

tocsin read report.txt --reader llm-reader
"""

from tocsin_llm_reader.reader import LlmReader, make_reader

__all__ = ["LlmReader", "make_reader"]
