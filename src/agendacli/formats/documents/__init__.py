"""Letters, web pages and programmes that people typed, read as a draft of a definition; docs/documents.md tells how.

document → lines and tables (`readers`) → days, hours, names, rooms (`tokens`) → what stands in one slot of time
(`slots`) → values, each with its lines and its doubts (`values`) → a draft. Every stage is a function of values.
"""
