"""What people do in the journeys, in the words of those who do it. A step acts on a page as a person would."""
