"""Signing in and out, passwords and second factors: allauth's flows with our pages, rules and limits."""
