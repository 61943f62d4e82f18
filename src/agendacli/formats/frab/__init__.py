"""schedule.xml and schedule.json: what frab, pretalx and Pentabarf write and conference apps read."""
