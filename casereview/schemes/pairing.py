"""Give as many units as possible a date of their own."""

from collections.abc import Hashable, Sequence


def pair(links: Sequence[tuple[Hashable, Hashable]]) -> list[int]:
    """The places in `links` of a largest choice in which no left and no right side occurs twice.

    Augmenting paths (Kuhn); earlier links are tried first.
    """
    places: dict[Hashable, list[int]] = {}
    for place, (left, _) in enumerate(links):
        places.setdefault(left, []).append(place)
    taken: dict[Hashable, int] = {}  # right side -> the place that has it

    def find(left: Hashable, tried: set[Hashable]) -> bool:
        for place in places[left]:
            right = links[place][1]
            if right in tried:
                continue
            tried.add(right)
            if right not in taken or find(links[taken[right]][0], tried):
                taken[right] = place
                return True
        return False

    for left in places:
        find(left, set())
    return sorted(taken.values())
