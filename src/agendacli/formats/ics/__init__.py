"""iCalendar (RFC 5545). Shared here: content lines, TEXT, values, UIDs, zones; apart: reading, writing, updating."""
