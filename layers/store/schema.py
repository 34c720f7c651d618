"""The tables, the same for every dialect; geometry and properties as JSON text.

``minx … maxy`` and ``t0, t1`` stand beside each annotation so that a later dialect can index them.
A shape is kept once for each map, however many claims it stands for.
"""

import sqlalchemy as sa

SCHEMA_VERSION = 2
APPLICATION_ID = 0x44544C4E  # "DTLN": tells our file from any other SQLite file

metadata = sa.MetaData()

maps = sa.Table(
    "maps",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("publisher", sa.Text),
    sa.Column("date_published", sa.Text),
    sa.Column("claims", sa.Integer, nullable=False),
    sa.Column("places", sa.Integer, nullable=False),
    sa.Column("disagreements", sa.Integer, nullable=False),
    sa.Column("unplaced", sa.Integer, nullable=False),
    sa.Column("extractor_version", sa.Text, nullable=False),
    sa.Column("gazetteer_version", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
)

notes = sa.Table("notes", metadata, sa.Column("note", sa.Text, primary_key=True))

articles = sa.Table(
    "articles",
    metadata,
    sa.Column("map_id", sa.ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("fields", sa.Text, nullable=False),
    sa.Column("mentions", sa.Text, nullable=False),
)

shapes = sa.Table(
    "shapes",
    metadata,
    sa.Column("map_id", sa.ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("geometry", sa.Text, nullable=False),
    sa.Column("minx", sa.Float, nullable=False),
    sa.Column("miny", sa.Float, nullable=False),
    sa.Column("maxx", sa.Float, nullable=False),
    sa.Column("maxy", sa.Float, nullable=False),
)

annotations = sa.Table(
    "annotations",
    metadata,
    sa.Column("map_id", sa.ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("claim_id", sa.Text, nullable=False),
    sa.Column("shape", sa.Text),
    sa.Column("t0", sa.Text),
    sa.Column("t1", sa.Text),
    sa.Column("properties", sa.Text, nullable=False),
)

# What each map can be found by; `folded` is what a query is held against.
terms = sa.Table(
    "terms",
    metadata,
    sa.Column("map_id", sa.ForeignKey("maps.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("shown", sa.Text, nullable=False),
    sa.Column("lang", sa.Text),
    sa.Column("folded", sa.Text, nullable=False),
)
