"""A report to claims: sentences, encoder, times, quantities, places, entities, attribution."""
