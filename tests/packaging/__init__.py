"""What strangers get: wheel, source archive, packages, documentation."""
