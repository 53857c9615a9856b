"""The desktop: one window over one project."""
