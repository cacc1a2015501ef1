"""The app: a corrected timeline on one page, drawn with Plotly and served by waitress."""

from timeline.app.live import LiveTimeline
from timeline.app.server import PortError, create_app, serve

__all__ = ["LiveTimeline", "PortError", "create_app", "serve"]
