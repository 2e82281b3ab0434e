from collect.making import BODY

from tocsin.collect.notices import notice_in, without_notices


def test_notices_go_and_the_report_stays_word_for_word():
    noisy = [
        "4 min read",
        BODY[0],
        "Advertisement",
        BODY[1],
        "Read also: Another story about troops",
        BODY[2],
        "Sign up for our daily newsletter",
        "© 2024 Example News. All rights reserved.",
    ]
    assert without_notices(noisy) == list(BODY)


def test_a_sentence_that_mentions_comments_or_photos_stays():
    told = [
        "The ministry said its photo office had released images of the troops on Monday.",
        "Comments by the envoy were published on the website and later removed.",
        "Advertisements for recruits appeared on every wall.",
        "Subscribers to the state newspaper read of it on Tuesday.",
    ]
    assert without_notices(told) == told


def test_a_list_of_other_stories_goes_with_its_heading():
    listed = [
        BODY[0],
        "Related stories",
        "Seoul says more to come",
        "What we know so far\nIn maps",
        BODY[1],
    ]
    assert without_notices(listed) == [BODY[0], BODY[1]]


def test_a_list_under_its_heading_without_a_blank_line_goes_too():
    assert without_notices([BODY[0], "Related stories\nSeoul says more\nIn maps"]) == [BODY[0]]


def test_a_report_that_goes_on_under_such_a_heading_stays():
    assert without_notices([BODY[0], f"Read more\n{BODY[1]}"]) == [BODY[0], BODY[1]]


def test_a_notice_on_a_line_of_a_paragraph_goes_alone():
    assert without_notices([f"{BODY[0]}\nAdvertisement\n{BODY[1]}"]) == [f"{BODY[0]}\n{BODY[1]}"]


def test_hard_wrapped_prose_is_left_as_it_is():
    wrapped = "He wrote a letter that was sent to every one of the\nshare\nholders of the company."
    assert without_notices([wrapped]) == [wrapped]


def test_a_hard_wrapped_notice_goes_whole():
    notice = "The comments posted here are not from Example News. Kindly\nrefrain from using obscene words."
    assert without_notices([BODY[0], notice]) == [BODY[0]]


def test_words_of_the_top_and_the_end_are_notices_only_there():
    assert without_notices([BODY[0], "World", BODY[1]]) == [BODY[0], "World", BODY[1]]
    assert without_notices(["World", BODY[0], "(Reporting by Jane Smith)"]) == [BODY[0]]


def test_a_long_paragraph_is_no_notice():
    assert notice_in("Advertisement " * 1000, "anywhere") is None


def test_dropping_notices_twice_changes_nothing():
    once = without_notices([*BODY, "Share", "###"])
    assert without_notices(once) == once == list(BODY)


def test_a_line_made_to_confuse_the_rules_is_no_notice():
    # Rules that try every way to split such a line would not come to an end.
    for words in (
        "Reporting by a @",
        "News > a ",
        "A. A. ",
        "comments and ",
        "Share x ",
        "(a/",
        "© ( ",
    ):
        assert notice_in((words * 200)[:390] + "?x!", "top") is None
