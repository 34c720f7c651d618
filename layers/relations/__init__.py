"""What the claims of one map say of each other: which bear out, deny, differ, update, retell."""

from layers.relations.relating import relate

__all__ = ["relate"]
