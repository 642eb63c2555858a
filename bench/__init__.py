"""Speed and memory of the service, served as it is served, beside the least that Django could do."""
