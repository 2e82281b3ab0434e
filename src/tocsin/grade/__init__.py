"""How good are we: gold scores, calibration, and the conformance suites for plug-ins."""
