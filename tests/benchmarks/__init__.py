"""Times and memory, printed for people to read (`make bench`). Nothing here is asserted."""
