"""Who works with cases: users, areas, bodies, roles, and what each of them may do. Knows nothing of cases."""
