"""The few windows beside the main one: preferences, about, date of an article, commands."""
