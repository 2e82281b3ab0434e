"""The steps from one form of the desk's tables to the next; run by `tocsin.keep.migrate`."""
