"""Drawing: the folium shell and the stand-alone file."""
