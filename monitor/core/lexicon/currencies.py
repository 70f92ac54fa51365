"""Signs and names of currencies → ISO 4217 codes."""

DOLLAR = "$"  # which country's stands elsewhere on the page, or nowhere

# Longest first where one begins another.
SIGNS: dict[str, str] = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "CA$": "CAD", "CAN$": "CAD", "CDN$": "CAD",
    "CAD$": "CAD", "USD$": "USD", "AUD$": "AUD", "C$": "CAD", "AU$": "AUD", "A$": "AUD", "NZ$": "NZD", "HK$": "HKD",
    "S$": "SGD", "SG$": "SGD", "R$": "BRL", "MX$": "MXN", "$": DOLLAR, "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₩": "KRW", "₪": "ILS", "₺": "TRY", "₱": "PHP", "₦": "NGN", "Rs.": "INR", "Rs": "INR",
}  # fmt: skip

CODES: dict[str, str] = {
    "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CAD": "CAD", "CDN": "CAD", "AUD": "AUD", "NZD": "NZD", "CHF": "CHF",
    "INR": "INR", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "HKD": "HKD", "SGD": "SGD", "MXN": "MXN", "BRL": "BRL",
    "ZAR": "ZAR", "SEK": "SEK", "NOK": "NOK", "DKK": "DKK", "PLN": "PLN", "CZK": "CZK", "HUF": "HUF", "ILS": "ILS",
    "AED": "AED", "SAR": "SAR", "TRY": "TRY", "THB": "THB", "MYR": "MYR", "PHP": "PHP", "KRW": "KRW", "EGP": "EGP",
    "PKR": "PKR", "NGN": "NGN", "KES": "KES",
}  # fmt: skip

# Names behind a number: language, name, code.
NAMES: tuple[tuple[str, str, str], ...] = (
    ("en", "U.S. dollars", "USD"), ("en", "US dollars", "USD"), ("en", "American dollars", "USD"),
    ("en", "United States dollars", "USD"), ("en", "Canadian dollars", "CAD"), ("en", "Australian dollars", "AUD"),
    ("en", "dollars", DOLLAR), ("en", "euros", "EUR"), ("en", "euro", "EUR"), ("en", "pounds sterling", "GBP"),
    ("en", "Swiss francs", "CHF"), ("en", "Indian rupees", "INR"), ("en", "rupees", "INR"),
    ("es", "dólares estadounidenses", "USD"), ("es", "dólares", DOLLAR), ("fr", "dollars américains", "USD"),
    ("fr", "dollars canadiens", "CAD"), ("de", "US-Dollar", "USD"), ("de", "Dollar", DOLLAR), ("pt", "reais", "BRL"),
)  # fmt: skip
