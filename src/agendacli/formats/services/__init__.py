"""What the services give that organisers plan with, as JSON: Sessionize, Indico and pretalx, each as a schedule."""
