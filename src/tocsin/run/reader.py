"""The built-in reader of a language, joined from model, rules and gazetteer."""


