"""Numbers as people write them."""

from babel.numbers import format_decimal


def decimal(number: str, language: str) -> str:
    """2.5 as 2,5 where that is the custom; what is empty stays so."""
    return format_decimal(number, locale=language) if number else ""
