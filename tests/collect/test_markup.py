import pytest

from tocsin.collect.markup import Size, plain_of, size_of


def test_tags_and_nesting_are_counted():
    assert size_of("<div><p>a<br><b>c</b></div>") == Size(tags=6, deepest=2, attributes=0)
    assert size_of("no tags, 3 < 4") == Size(tags=0, deepest=0, attributes=0)


@pytest.mark.parametrize("attribute", ["a{}=b", "a{}", "a{}='>'", 'a{}="<b"'])
def test_a_tag_of_very_many_attributes_is_odd(attribute):
    many = " ".join(attribute.format(number) for number in range(2000))
    html = f"<p {many}>Words</p>"
    assert size_of(html).attributes == 2000
    assert size_of(html).is_odd
    assert plain_of(html) == "Words"


def test_words_come_in_paragraphs_without_scripts():
    html = "<p>One &amp; two</p><script>alert('x')</script><div>Three<br>four</div>"
    assert plain_of(html).split("\n\n") == ["One & two", "Three", "four"]


@pytest.mark.parametrize("tag", ["div", "b", "table", "x-y"])
def test_deep_nesting_gives_its_words(tag):
    html = f"<{tag}>" * 100_000 + "<p>North &lt;Korea</p>" + f"</{tag}>" * 100_000
    assert plain_of(html) == "North <Korea"


def test_a_broken_deep_page_gives_no_script_words():
    html = "<div>" * 10_000 + "<style>a{}</style><!-- no --><p>Words<script>alert(1)"
    assert plain_of(html) == "Words"


def test_lone_surrogates_do_not_break_it():
    assert plain_of("<p>a\ud800b</p>") == "a?b"
