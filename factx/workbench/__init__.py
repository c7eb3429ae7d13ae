"""The rule author's workbench, as a library: examples, lint, explanation, coverage, comparison."""
