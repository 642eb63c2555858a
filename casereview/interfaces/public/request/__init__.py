"""Asking for a review: a task list, one question a page, saved page by page, checked, sent, confirmed."""
