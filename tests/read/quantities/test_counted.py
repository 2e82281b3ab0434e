"""What a figure counts, on trees made by hand."""

from read.quantities.trees import a_document

from tocsin.read.quantities import find_quantities, quantity_rules

RULES = quantity_rules("en")


def counted(lines):
    return [q.of for q in find_quantities(a_document(lines), RULES)]


def test_a_figure_counts_the_noun_it_stands_before_with_what_describes_it():
    assert counted("""
        They 2 nsubj PRP
        sent 0 root VBD send
        3,000 6 nummod CD
        North 6 compound NNP
        Korean 6 amod JJ
        troops 2 obj NNS troop
    """) == ["North Korean troops"]


def test_a_figure_counts_what_stands_behind_of():
    assert counted("""
        About 2 advmod RB
        1,100 6 nsubj CD
        of 5 case IN
        these 5 det DT
        troops 2 nmod NNS troop
        died 0 root VBD die
    """) == ["troops"]


def test_two_figures_count_each_its_own():
    assert counted("""
        100 2 nummod CD
        deaths 0 root NNS death
        and 5 cc CC
        1,000 5 nummod CD
        injuries 2 conj NNS injury
    """) == ["deaths", "injuries"]


def test_the_number_of_troops_that_fell_counts_troops():
    assert counted("""
        The 2 det DT
        number 5 nsubj NN number
        of 4 case IN
        troops 2 nmod NNS troop
        decreased 0 root VBD decrease
        to 8 case IN
        several 8 amod JJ
        hundred 5 obl CD
    """) == ["troops"]


def test_troops_numbering_a_figure_are_counted_by_it():
    assert counted("""
        Troops 5 nsubj NNS troop
        numbering 1 acl VBG number
        about 4 advmod RB
        10,000 2 obj CD
        left 0 root VBD leave
    """) == ["Troops"]


def test_those_counted_may_be_known_by_their_state_alone():
    assert counted("""
        They 2 nsubj PRP
        suffered 0 root VBD suffer
        1,000 2 obj CD
        killed 3 acl VBN kill
        or 6 cc CC
        wounded 4 conj VBN wound
    """) == ["killed or wounded"]


def test_a_vague_amount_counts_what_stands_behind_its_own_of():
    assert counted("""
        Hundreds 6 nsubj NNS hundred
        of 3 case IN
        thousands 1 nmod NNS thousand
        of 5 case IN
        refugees 3 nmod NNS refugee
        fled 0 root VBD flee
    """) == ["refugees"]


def test_things_counted_side_by_side_are_one_thing_counted():
    assert counted("""
        204,000 2 nummod CD
        refugees 5 nsubj NNS refugee
        and 4 cc CC
        returnees 2 conj NNS returnee
        fled 0 root VBD flee
    """) == ["refugees and returnees"]


def test_a_year_before_a_single_thing_is_no_count_and_before_several_it_is():
    tree = """
        The 3 det DT
        2024 3 nummod CD
        {} 4 nsubj {}
        came 0 root VBD come
    """
    assert counted(tree.format("election", "NN")) == []
    assert counted(tree.format("men", "NNS")) == ["men"]


def test_one_is_a_figure_where_it_counts_a_noun():
    assert counted("""
        One 2 nummod CD
        soldier 3 nsubj NN soldier
        died 0 root VBD die
    """) == ["soldier"]


def test_two_names_before_a_plural_are_counted_with_it():
    assert counted("""
        460 2 nummod CD
        Kia 6 nsubj NNP
        and 4 cc CC
        Hyundai 2 conj NNP
        vehicles 6 nsubj NNS vehicle
        left 0 root VBD leave
    """) == ["Kia and Hyundai vehicles"]


def test_a_plural_right_behind_is_counted_whatever_the_tree_makes_of_it():
    assert counted("""
        14 4 obl CD
        first 3 amod JJ
        team 4 compound NN
        players 5 nsubj NNS player
        left 0 root VBD leave
    """) == ["first team players"]


def test_a_figure_without_a_noun_counts_what_the_one_before_it_counts():
    assert counted("""
        They 2 nsubj PRP
        sold 0 root VBD sell
        435 4 nummod CD
        homes 2 obj NNS home
        and 6 cc CC
        187 4 conj CD
        later 2 advmod RB
    """) == ["homes", "homes"]


def test_a_figure_that_is_compared_counts_what_the_other_counts():
    assert counted("""
        They 2 nsubj PRP
        sold 0 root VBD sell
        435 4 nummod CD
        homes 2 obj NNS home
        compared 2 advcl VBN compare
        with 7 case IN
        63 5 obl CD
    """) == ["homes", "homes"]


def test_a_make_with_its_number_is_one_name():
    assert counted("""
        Forty 2 nummod CD
        Model 4 nsubj NN model
        3s 2 flat CD
        left 0 root VBD leave
    """) == ["Model 3s"]


def test_a_figure_without_a_noun_counts_no_unit_of_the_one_before_it():
    assert (
        counted("""
        They 2 nsubj PRP
        waited 0 root VBD wait
        two 4 nummod CD
        years 2 obl NNS year
        and 6 cc CC
        187 4 conj CD
        left 2 conj VBD leave
    """)[1]
        is None
    )


def test_the_state_behind_a_figure_is_what_it_counts():
    assert counted("""
        700 2 nsubj:pass CD
        killed 0 root VBN kill
        and 5 cc CC
        2,400 5 nummod CD
        wounded 2 conj VBN wound
    """) == ["killed", "wounded"]


def test_two_states_side_by_side_are_counted_together():
    assert counted("""
        They 2 nsubj PRP
        lost 0 root VBD lose
        300 2 obj CD
        killed 3 acl VBN kill
        or 6 cc CC
        wounded 4 conj VBN wound
    """) == ["killed or wounded"]


def test_a_noun_behind_the_state_is_what_is_counted():
    assert counted("""
        They 2 nsubj PRP
        saw 0 root VBD see
        300 5 nummod CD
        wounded 5 amod VBN wound
        men 2 obj NNS man
    """) == ["wounded men"]


def test_a_second_state_is_that_of_the_same_people():
    assert counted("""
        30 2 nummod CD
        troops 4 nsubj:pass NNS troop
        were 4 aux:pass AUX
        killed 0 root VBN kill
        and 7 cc CC
        70 7 nummod CD
        wounded 4 conj VBN wound
    """) == ["troops", "troops"]


def test_of_says_what_is_counted_wherever_the_tree_hangs_it():
    assert counted("""
        They 2 nsubj PRP
        sent 0 root VBD send
        500 2 obj CD
        of 6 case IN
        its 6 nmod:poss PRP$
        soldiers 2 obl NNS soldier
    """) == ["soldiers"]


def test_one_of_three_counts_what_the_three_are():
    assert (
        counted("""
        One 0 root CD
        of 3 case IN
        three 1 nmod CD
        officers 1 nmod NNS officer
    """)[0]
        == "officers"
    )


def test_a_pronoun_behind_of_stands_for_those_counted_before():
    assert counted("""
        Ten 2 nummod CD
        soldiers 3 nsubj NNS soldier
        fled 0 root VBD flee
        three 3 conj CD
        of 6 case IN
        them 4 nmod PRP
    """) == ["soldiers", "soldiers"]


def test_number_is_a_verb_behind_a_noun_and_before_a_figure():
    assert counted("""
        The 3 det DT
        rebels 3 compound NN rebel
        number 0 root NN number
        9,000 3 nmod CD
    """) == ["rebels"]


def test_a_toll_without_a_noun_counts_nothing_named():
    assert counted("""
        It 2 nsubj PRP
        had 0 root VBD have
        a 4 det DT
        toll 2 obj NN toll
        of 6 case IN
        52 4 nmod CD
    """) == [None]


def test_a_verb_left_unsaid_leaves_the_noun_unsaid_too():
    assert counted("""
        Iran 2 nsubj NNP Iran B-LOC
        fired 0 root VBD fire
        30 4 nummod CD
        shells 2 obj NNS shell
        and 6 cc CC
        Syria 4 conj NNP Syria B-LOC
        about 8 advmod RB
        15 6 flat CD
    """) == ["shells", "shells"]


def test_a_name_without_a_figure_before_it_keeps_its_number():
    assert (
        counted("""
        They 2 nsubj PRP
        saw 0 root VBD see
        films 2 obj NNS film
        and 5 cc CC
        Expo 3 conj NNP
        67 5 flat CD
    """)
        == []
    )


def test_more_is_not_part_of_what_is_counted():
    assert counted("""
        Nine 3 nummod CD
        more 3 amod JJR
        bodies 4 nsubj NNS body
        lay 0 root VBD lie
    """) == ["bodies"]


def test_things_are_whole_so_a_point_may_part_thousands():
    found = find_quantities(
        a_document("""
            It 2 nsubj PRP
            has 0 root VBZ have
            1.100 4 nummod CD
            houses 2 obj NNS house
        """),
        RULES,
    )
    assert [(q.low, q.of) for q in found] == [(1100, "houses")]


def test_two_descriptions_side_by_side_are_both_kept():
    assert counted("""
        They 2 nsubj PRP
        saw 0 root VBD see
        12 7 nummod CD
        Russian 2 obj JJ
        and 6 cc CC
        Belarusian 4 conj JJ
        soldiers 2 obj NNS soldier
    """) == ["Russian and Belarusian soldiers"]


def test_a_figure_with_a_unit_counts_nothing_of_an_earlier_one():
    assert counted("""
        It 2 nsubj PRP
        lost 0 root VBD lose
        12 4 nummod CD
        houses 2 obj NNS house
        and 7 cc CC
        500 7 nummod CD
        euros 4 conj NNS euro
    """) == ["houses", None]


def the_next_clause(noun, state):
    return f"""
        Six 2 nummod CD
        {noun}s 3 nsubj NNS {noun}
        fell 0 root VBD fall
        and 7 cc CC
        nine 7 nsubj:pass CD
        were 7 aux:pass AUX
        {state} 3 conj VBN
    """


def test_a_bare_figure_goes_on_with_the_people_of_the_clause_before():
    assert counted(the_next_clause("miner", "hurt")) == ["miners", "miners"]
    assert counted(the_next_clause("house", "damaged")) == ["houses", "houses"]


def test_people_are_hurt_and_things_damaged():
    assert counted(the_next_clause("house", "hurt")) == ["houses", None]
    assert counted(the_next_clause("miner", "damaged")) == ["miners", None]
