"""web shows it: the only package that imports flask."""
