"""Nodes to values: programmes, places, people, waivers, each with its diagnostics."""
