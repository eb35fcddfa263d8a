import { escape, page } from '../pages/page.mjs';

const place = 'Mail on this machine';

export const empty = () => page(place, 'No mail yet', `<p>What the portal sends is kept here, on this machine only; nothing reaches anybody’s mailbox.
Load this page again after doing something that sends a mail, such as inviting a person.</p>`);

export const list = messages => page(place, 'Mail', `<p>Newest first. Nothing of this reached anybody’s mailbox.</p>
<table>
<thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Received</th></tr></thead>
<tbody>
${messages.map(({ number, at, to, subject }) =>
    `<tr><td><a href="/messages/${number}">${escape(subject || 'No subject')}</a></td><td>${escape(to.join(', '))}</td><td>${time(at)}</td></tr>`).join('\n')}
</tbody>
</table>`);

export const message = ({ at, from, to, subject, text }) => page(place, subject || 'No subject', `<dl>
<dt>From</dt><dd>${escape(from)}</dd>
<dt>To</dt><dd>${escape(to.join(', '))}</dd>
<dt>Received</dt><dd>${time(at)}</dd>
</dl>
<pre>${linked(text)}</pre>
<p><a href="/">All mail</a></p>`);

export const missing = () => page(place, 'There is no such mail', '<p>The oldest are forgotten, and all of them when the portal stops.</p><p><a href="/">All mail</a></p>');

const time = at => `<time datetime="${at}">${at.slice(0, 10)} ${at.slice(11, 19)} UTC</time>`;

const address = /\bhttps?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** Text for a page, in which addresses of the web can be followed. */
function linked(text) {
  let [html, from] = ['', 0];
  for (const found of text.matchAll(address)) {
    html += `${escape(text.slice(from, found.index))}<a href="${escape(found[0])}">${escape(found[0])}</a>`;
    from = found.index + found[0].length;
  }
  return html + escape(text.slice(from));
}
