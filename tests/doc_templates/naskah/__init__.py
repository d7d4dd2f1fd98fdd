"""Tests of how long documents are drawn."""
