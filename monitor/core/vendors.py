"""Products that many institutions rent for applications, surveys and events; their front page is nobody's programme.

Drawn up by hand from what the vendors say of themselves. A customer's own place there (`duke.slideroom.com`, a form
with its number in the path) is a good link; only the vendor's front door is not.
"""

from dataclasses import dataclass

from monitor.core import urls
from monitor.core.wording import vocabulary


@dataclass(frozen=True, slots=True)
class Vendor:
    """A rented product: what it is called, and the paths of its front door beside "/" (without slashes at the ends)."""

    name: str
    doors: tuple[str, ...] = ()


# By host or registrable domain. Where a domain is known for more than the product, only the product's host stands here.
VENDORS = {
    # applications
    "academicworks.com": Vendor("AcademicWorks"),
    "applyyourself.com": Vendor("ApplyYourself"),
    "cliniciannexus.com": Vendor("Clinician Nexus"),
    "fluidreview.com": Vendor("FluidReview"),
    "hobsons.com": Vendor("Hobsons"),
    "liaisoncas.com": Vendor("Liaison"),
    "slideroom.com": Vendor("SlideRoom"),
    "smapply.io": Vendor("SurveyMonkey Apply"),
    "smapply.org": Vendor("SurveyMonkey Apply"),
    "submittable.com": Vendor("Submittable"),
    "technolutions.com": Vendor("Slate"),
    "technolutions.net": Vendor("Slate"),
    "terradotta.com": Vendor("Terra Dotta"),
    "vsas.aamc.org": Vendor("VSLO", ("vsas",)),
    "vslo.aamc.org": Vendor("VSLO"),
    "webadmit.org": Vendor("WebAdMIT"),
    # surveys and forms
    "123formbuilder.com": Vendor("123FormBuilder"),
    "alchemer.com": Vendor("Alchemer"),
    "cognitoforms.com": Vendor("Cognito Forms"),
    "docs.google.com": Vendor("Google Docs", ("forms", "forms/u/0")),
    "formassembly.com": Vendor("FormAssembly"),
    "forms.gle": Vendor("Google Forms"),
    "forms.google.com": Vendor("Google Forms"),
    "forms.office.com": Vendor("Microsoft Forms"),
    "formsite.com": Vendor("Formsite"),
    "formstack.com": Vendor("Formstack"),
    "jotform.com": Vendor("Jotform"),
    "machform.com": Vendor("MachForm"),
    "qualtrics.com": Vendor("Qualtrics"),
    "questionpro.com": Vendor("QuestionPro"),
    "smartsheet.com": Vendor("Smartsheet"),
    "surveygizmo.com": Vendor("SurveyGizmo"),
    "surveymonkey.com": Vendor("SurveyMonkey"),
    "typeform.com": Vendor("Typeform"),
    "wufoo.com": Vendor("Wufoo"),
    "zohopublic.com": Vendor("Zoho"),
    # events
    "cvent.com": Vendor("Cvent"),
    "cvent.me": Vendor("Cvent"),
    "eventbrite.com": Vendor("Eventbrite"),
    "regonline.com": Vendor("RegOnline"),
    "signupgenius.com": Vendor("SignUpGenius"),
    "whova.com": Vendor("Whova"),
}

# First labels that name the product and not one of its customers.
_COMMON_DOORS = vocabulary(
    "account accounts app apply forms form go home login m my portal secure signin survey surveys web www"
)


def vendor(url: str) -> Vendor | None:
    """The vendor on whose host *url* is, wherever it leads there."""
    host = urls.name(url)
    return VENDORS.get(host) or VENDORS.get(urls.site(host))


def is_front_door(url: str, product: Vendor) -> bool:
    """Whether *url* is the front door of *product* and not a customer's place in it."""
    host = urls.name(url)
    site = urls.site(host)
    prefix = "" if host in VENDORS else host.removesuffix(site).rstrip(".")
    if prefix and prefix not in _COMMON_DOORS:
        return False
    path = urls.normal(url).partition("://")[2].partition("/")[2].strip("/").lower()  # a query counts as path: it asks
    return urls.is_front_page(url) or path in product.doors
