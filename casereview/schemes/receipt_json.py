"""A threshold receipt as JSON, the black-box format of `manage.py threshold`; stable from now on."""

from typing import Any

from casereview.schemes.receipt import Discount, Receipt, RouteReceipt, Unknown


def as_json(receipt: Receipt) -> dict[str, Any]:
    """The receipt in values that `json.dumps` takes."""
    statute = receipt.statute
    return {
        "scheme": receipt.scheme,
        "rules_of": receipt.rules_of.isoformat(),
        "met": receipt.met,
        "routes": [_route(route) for route in receipt.routes],
        "statute": {
            "met": statute.met,
            "needs": statute.needs,
            "found": statute.found,
            "found_unmerged": statute.found_unmerged,
            **_reports(statute.counted, statute.discounted, statute.unknown),
        },
    }


def _route(route: RouteReceipt) -> dict[str, Any]:
    value = {
        "name": route.name,
        "met": route.met,
        "needs": route.needs,
        "found": route.found,
        **_reports(route.counted, route.discounted, route.unknown),
        "judged": [{"code": each.code, "finding": each.finding} for each in route.judged],
    }
    if route.also:
        value["also"] = [
            {"counts": each.counts, "hate": each.hate, "needs": each.needs, "found": each.found}
            for each in route.also
        ]
    return value


def _reports(
    counted: tuple[str, ...], discounted: tuple[Discount, ...], unknown: tuple[Unknown, ...]
) -> dict[str, Any]:
    return {
        "counted": list(counted),
        "discounted": [{"id": each.id, "rule": each.rule, "why": each.why} for each in discounted],
        "unknown": [{"id": each.id, "needs": each.needs} for each in unknown],
    }
