#!/usr/bin/env bash
# Bring the words of code, pages and scripts into the catalogues. A new language: scripts/words.sh fi
set -euo pipefail
cd "$(dirname "$0")/.."
catalogues=workshop/translations
babel() { .venv/bin/python -m babel.messages.frontend -q "$@"; }

# Locations name the file alone: a catalogue changes when words change, not when code moves.
babel extract --mapping scripts/words.cfg --output $catalogues/messages.pot --keyword N_ \
    --add-location file --sort-by-file --no-wrap --project Rytme --version "" \
    --copyright-holder "Rytme contributors" workshop templates static/js

for language in "${@:-nb}"; do
    verb=update
    [ -e "$catalogues/$language/LC_MESSAGES/messages.po" ] || verb=init
    babel $verb --input-file $catalogues/messages.pot --output-dir $catalogues --locale "$language" --no-wrap \
        $([ $verb = init ] || echo --ignore-pot-creation-date --no-fuzzy-matching --ignore-obsolete)
    .venv/bin/python -m babel.messages.frontend compile --statistics --locale "$language" \
        --input-file "$catalogues/$language/LC_MESSAGES/messages.po" --output-file /dev/null 2>&1 | head -n 1
done
