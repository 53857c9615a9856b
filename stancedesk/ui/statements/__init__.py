"""The table of statements: virtual, sorted by SQL, with a bar for each stance."""
