"""The one table of the definition format, part by part: everything that reads, checks or explains a key asks here."""
