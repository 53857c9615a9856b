"""Small controls that Qt lacks: a switch, a chip, a stance bar, a banner, a flow of chips."""
