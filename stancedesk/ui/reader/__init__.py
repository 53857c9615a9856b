"""The article of the chosen statement, its statements highlighted by stance."""
