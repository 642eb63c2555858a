#!/bin/sh
# Makes ../static/casereview from the sources here. Run it after changing one of them, and commit what it writes:
# an installation needs no Node. Needs npm; writes nothing outside this folder and ../static/casereview.
set -eu
cd "$(dirname "$0")"
out=../static/casereview
npm ci --silent --no-audit --no-fund
mkdir -p "$out/images"
notice='/*! govuk-frontend 6.3.0, Crown copyright; @ministryofjustice/frontend 11.1.0, Crown copyright; both MIT: see NOTICE.txt */'
for name in public staff; do
  npx sass --quiet-deps --no-source-map --no-charset --style=compressed --load-path=. --load-path=node_modules "$name.scss" "$out/$name.css"
  npx esbuild "$name.js" --bundle --minify --format=esm --target=es2020 --charset=utf8 --legal-comments=none \
    --banner:js="$notice" --log-level=warning --outfile="$out/$name.js"
  printf '%s\n' "$notice" | cat - "$out/$name.css" > "$out/$name.tmp"
  mv "$out/$name.tmp" "$out/$name.css"
done
# Only the pictures that the stylesheet names; the manifest of hashed files refuses one that is missing.
for image in $(grep -o 'images/[a-z-]*\.svg' "$out/staff.css" | sort -u); do
  cp "node_modules/@ministryofjustice/frontend/moj/assets/$image" "$out/$image"
done
