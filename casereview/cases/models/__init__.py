"""What is kept of a case: facts, their words, the details that are asked for on their own, and projections."""

from casereview.cases.models.access import Access
from casereview.cases.models.action import Action
from casereview.cases.models.appointment import Appointment
from casereview.cases.models.bank_holiday import BankHoliday
from casereview.cases.models.case import Case
from casereview.cases.models.contact import Contact
from casereview.cases.models.deadline import Deadline
from casereview.cases.models.document import Document
from casereview.cases.models.draft import Draft
from casereview.cases.models.entry import Entry
from casereview.cases.models.entry_code import EntryCode
from casereview.cases.models.entry_link import EntryLink
from casereview.cases.models.equality import EqualityAnswer
from casereview.cases.models.fact import Fact
from casereview.cases.models.incident import Incident
from casereview.cases.models.person import Person
from casereview.cases.models.recommendation import Recommendation
from casereview.cases.models.report import Report
from casereview.cases.models.return_link import ReturnLink
from casereview.cases.models.scheme_text import SchemeText
from casereview.cases.models.stored_file import StoredFile
from casereview.cases.models.summary import Summary
from casereview.cases.models.token_bucket import TokenBucket
from casereview.cases.models.words import Words

__all__ = [
    "Access",
    "Action",
    "Appointment",
    "BankHoliday",
    "Case",
    "Contact",
    "Deadline",
    "Document",
    "Draft",
    "Entry",
    "EntryCode",
    "EntryLink",
    "EqualityAnswer",
    "Fact",
    "Incident",
    "Person",
    "Recommendation",
    "Report",
    "ReturnLink",
    "SchemeText",
    "StoredFile",
    "Summary",
    "TokenBucket",
    "Words",
]
