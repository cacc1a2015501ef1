"""What can be taken away of a timeline: one module per format."""
