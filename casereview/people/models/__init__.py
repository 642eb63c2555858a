from casereview.people.models.area import Area
from casereview.people.models.body import Body
from casereview.people.models.interest import Interest
from casereview.people.models.logo import Logo
from casereview.people.models.membership import Membership
from casereview.people.models.proposal import Proposal
from casereview.people.models.term import Term
from casereview.people.models.training import Training
from casereview.people.models.user import User

__all__ = ["Area", "Body", "Interest", "Logo", "Membership", "Proposal", "Term", "Training", "User"]
