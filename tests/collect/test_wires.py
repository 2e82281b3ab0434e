from collect.making import TEXT

from tocsin.collect.wires import wire_of


def test_a_dateline_credits_the_agency_under_a_title_too():
    assert wire_of(f"Troops leave\n\nSEOUL, Dec. 23 (Yonhap) -- {TEXT}") == "Yonhap"


def test_a_byline_from_the_metadata_credits_it():
    assert wire_of(TEXT, "Hyung-Jin Kim, The Associated Press") == "AP"


def test_a_sign_off_credits_it_however_long_the_text():
    assert wire_of(TEXT * 200 + "\n\nReuters contributed to this report.") == "Reuters"


def test_a_citation_in_the_middle_does_not():
    assert wire_of(TEXT + "\n\nOfficials told Reuters (the agency) so. AFP and AP agreed.") is None


def test_a_photo_credit_does_not():
    assert wire_of(TEXT + "\n\nTroops at a drill on Monday. (AP Photo/Jane Smith)") is None
