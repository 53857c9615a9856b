"""What a hostile or unlucky world does to files and folders; the list of threats is SECURITY.md."""
