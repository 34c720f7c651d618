"""Taking away: GeoJSON and the formats made from it."""
