"""What a model declares about what is left of its rows once a case is erased. A test fails for one that does not.

Details go, the spine stays: codes, dates and holders, from which the figures are counted and the chain is checked.
Every model that belongs to a case has a class attribute `erased`.
"""

from collections.abc import Mapping
from typing import Any, Literal

# kept: it holds nothing of anybody's; deleted: nothing else needs the row; else the columns to be emptied, each with
# what stands there afterwards.
Erased = Literal["kept", "deleted"] | Mapping[str, Any]
