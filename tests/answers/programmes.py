"""What the tests of kept answers ask about."""

TEA = """\
title: Tea
zone: Europe/Vienna
place: Vienna
room: Hall
chairs: Ms. Jo Doe, Director
days:
  2017-09-05:
    - 09:00-10:00: Opening
      id: opening
    - 10:30-12:00: Talk
      id: talk
      kind: panel
      speakers: Mr. Al Roe
    - 11:00-12:30: Workshop
      id: workshop
      room: Attic
      speakers: Mr. Al Roe
  2017-09-06:
    - 09:00-10:00: Second day
      id: second
"""
BEES = """\
title: Bees
zone: America/New_York
place: New York
days:
  2017-09-05:
    - 09:00-10:00: Honey
"""
WEEKLY = """\
BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
SUMMARY:Weekly
DTSTART:20170905T080000Z
DTEND:20170905T090000Z
RRULE:FREQ=WEEKLY
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Seconds
DTSTART:20170905T093030Z
DURATION:PT30M
END:VEVENT
END:VCALENDAR
"""
