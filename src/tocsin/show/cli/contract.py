"""`tocsin schema`: the contract of a reading, for programs that take one."""


def schema() -> None:
    """Print the JSON Schema of a reading, the form of `tocsin read --format jsonl`."""
    import json

    from tocsin.records import schema as made
    from tocsin.show.cli.listing import for_programs
    from tocsin.show.cli.screen import emit

    for_programs()
    emit(json.dumps(made(), indent=2, ensure_ascii=False))
