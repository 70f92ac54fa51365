"""Fields of medicine and the parts of a hospital that teach them, by which one programme is told from another."""

from monitor.core.wording import vocabulary

SPECIALTIES = vocabulary(
    """
    allergy anaesthesia anaesthesiology anatomy anesthesia anesthesiology bariatrics cardiac cardiology cardiothoracic
    cardiovascular critical-care dermatology emergency endocrinology ent epidemiology family gastroenterology
    genetics geriatric geriatrics gynaecology gynecology haematology hematology hepatology icu immunology
    infectious intensive internal interventional laboratory neonatal neonatology nephrology neurology neuroscience
    neurosurgery nicu nuclear nutrition obgyn obstetrics occupational oncology ophthalmology oral orthopaedic
    orthopaedics orthopedic orthopedics otolaryngology paediatric paediatrics palliative pathology pediatric
    pediatrics pharmacology physical plastic podiatry preventive primary psychiatry psychology pulmonary pulmonology
    radiation radiology rehabilitation reproductive rheumatology sleep spine sports surgery surgical toxicology
    transplant transplantation trauma urology vascular wound
    """
)
"""As a single word, lower case."""
