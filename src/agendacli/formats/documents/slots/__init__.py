"""What belongs to each time of a document: the day that it stands under, and the lines beside and below it."""
