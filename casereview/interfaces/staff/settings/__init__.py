"""The administrator's pages: what an installation adds to its schemes, its bodies, and its people."""
