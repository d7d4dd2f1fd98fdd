"""The flowchart of an SOP."""
