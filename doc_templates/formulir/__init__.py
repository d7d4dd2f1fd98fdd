"""Collection forms in Excel: drawn up, written, and read back with every fault told."""
