"""``python -m dateline``: the terminal door, safe from foreign modules of short names."""

import sys

from dateline.cli import main

sys.exit(main())
