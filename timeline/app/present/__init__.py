"""A lesson: the selection or the events picked, one by one on a projector, and the handout that goes with it."""
