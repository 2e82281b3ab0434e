"""Odd text is never an exception: it gives fewer claims, or a problem in words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tocsin

ODD = {
    "nothing": "",
    "blanks": " \n\t\r\n  \u00a0",
    "a lone surrogate": "Kim said \ud800 that troops were sent to Russia on Monday.",
    "nul and control characters": "Troops\x00 were\x07 sent\x1b[31m to Russia.",
    "right to left": "أعلنت وزارة الدفاع أن القوات وصلت إلى المنطقة يوم الاثنين.",
    "chinese": "国防部星期一表示，部队已抵达该地区，至少有100人受伤。",
    "emoji and joiners": "👩‍👩‍👧‍👦 said 🚀🚀 were launched on Monday 🇰🇵.",
    "combining marks": "T\u0301\u0301\u0301roops were se\u0308nt to Ru\u0301ssia.",
    "brackets": "((((((((((said [[[[ that {{{{ troops were sent",
    "only punctuation": "... --- !!! ??? ,,, ;;; ::: “” ‘’ «»",
    "only figures": "1,100 12,000 3.5 2024 100% $5 -7 1/3 9999999999999999999999",
    "headline shouting": "NORTH KOREA FIRES MISSILE; SEOUL SAYS “GRAVE THREAT”",
    "no final stop": "The ministry said that at least 40 people were killed and",
    "one word": "said",
    "quotes that never close": "“The army “said “it “attacked “the “town on Monday.",
    "a very long word": "x" * 5000 + " was attacked.",
    "dates that are none": "On 31 February 2024 and 99/99/9999, in the year 0000, troops left.",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("published", [None, "1900-01-01", "2100-12-31"])
def test_odd_text_is_read_without_an_exception(text, published):
    reading = tocsin.read(text, published=published, language="en")
    assert tocsin.loads(tocsin.dumps(reading)) == reading


def test_a_sentence_without_end_is_read_in_parts():
    text = "The army said that " + "troops and tanks and " * 5_000 + "guns were sent."
    reading = tocsin.read(text, published="2024-12-23", language="en")
    assert reading.sentences[0][0] == 0
    assert reading.sentences[-1][1] == len(text)


WORDS = st.sampled_from(
    "said that the troops killed 1,100 Russia on Monday may , . “ ” not if by Kim ’s - ( ) \n \n\n has "
    "ordered attack according to at least before 2024 several hundred denied he which".split(" ")
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60))
def test_any_order_of_words_is_read(words):
    reading = tocsin.read(" ".join(words), published="2024-12-23", language="en")
    for claim in reading.claims:
        assert reading.report.text[slice(*claim.span)] == claim.quote
