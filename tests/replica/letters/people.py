"""The people who sign in the replica's world; none of them exists."""

from __future__ import annotations

from tests.replica.letters.forms import AMBASSADOR
from tests.replica.un.spec import Signature

AZERBAIJAN_REPRESENTATIVE = Signature("Nigar", "Selimli", AMBASSADOR)
AZERBAIJAN_MINISTER = Signature("Kamran", "Yusifoglu")
ARMENIA_REPRESENTATIVE = Signature("Lusine", "Arevyan", AMBASSADOR)
ARMENIA_CHARGE = Signature("Tigran", "Melkumov", ("Chargé d’affaires a.i.",))
ARMENIA_MINISTER = Signature("Davit", "Hovsanian")
SECRETARY_GENERAL = Signature("Amélie", "Okonjo-Lindqvist")
COUNCIL_PRESIDENT = Signature("Tomás", "Wairimu", ("President of the Security Council",))
