"""geo knows where it is: names in, places out. It knows no claims and no map."""
