"""Word documents (ECMA-376): a programme as a secretariat prints it, and what changed in it as tracked changes.

A programme is laid out as paragraphs and rows (`paper`), which are values; `changes` compares two of them, and
`document` writes one into the parts of a house's own template, or of ours.
"""
