"""Invented cases, told as stories: what `make demo` shows, and what the tests walk through."""
