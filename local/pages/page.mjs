import { readFileSync } from 'node:fs';

export const style = readFileSync(new URL('style.css', import.meta.url));

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escape = text => String(text).replace(/[&<>"']/g, character => escapes[character]);

/** A whole page. `content` is HTML, in which everything from outside is escaped. */
export const page = (place, title, content) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(place)}</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p>${escape(place)}</p></header>
<main>
<h1>${escape(title)}</h1>
${content}
</main>
</body>
</html>
`;

/** Nothing but the page's own text and style; forms may lead to `origins` too. */
export const headers = (origins = []) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    `default-src 'none'; style-src 'self'; form-action ${["'self'", ...origins].join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});
