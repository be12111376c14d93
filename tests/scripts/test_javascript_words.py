import io

from scripts.javascript_words import extract

VIEW = rb"""
export const Dots = ({ n }) => html`<p title=${_("Your dots")}>
  ${n && html`<b>${rows.map((row) => html`<i>${ngettext("one dot", "%(n)s dots", n)}</i>`)}</b>`}
  don't stop at ${_('an "apostrophe"')}</p>`;
const help = _("Tap a note, " +
  "then a cluster.");
const other = this_("no word"), also = words._("no word either");
"""


def test_words_are_found_at_any_depth_of_a_template() -> None:
    found = list(extract(io.BytesIO(VIEW), (), (), {}))

    assert found == [
        (2, "_", "Your dots", []),
        (3, "ngettext", ("one dot", "%(n)s dots"), []),
        (4, "_", 'an "apostrophe"', []),
        (5, "_", "Tap a note, then a cluster.", []),
    ]
