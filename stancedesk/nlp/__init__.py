"""Reading text: statements, speakers, actors and stance as spaCy components, Doc in, Doc out."""
