"""``dateline serve``: the application under gunicorn, given as an object.

An import string would find a foreign ``app.py`` in the current folder; an object cannot.
"""

from typing import Any


def serve(host: str, port: int, workers: int) -> None:
    """Serve until stopped.

    Parameters
    ----------
    host, port
        Where to listen.
    workers : int
        Processes, each with four threads.
    """
    from gunicorn.app.base import BaseApplication

    from web import create_app

    create_app()  # makes the store and the sample once, before the workers start

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            settings = {
                "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
                "workers": workers,
                "worker_class": "gthread",
                "threads": 4,
                "graceful_timeout": 10,
                "timeout": 60,
                "proc_name": "dateline",
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            return create_app()

    print(f"Dateline serves http://{host}:{port}/ (stop with Ctrl-C)", flush=True)
    Server().run()
