import { escape, page } from '../pages/page.mjs';

const place = 'Stand-in for your organisation’s sign-in';

const whatItIs = `<p>This stands in for the sign-in that a council or charity has of its own, such as Microsoft Entra ID.
It is on this machine only. The people are invented, and nobody has a password.</p>`;

export const choose = (action, people, wrong) => page(place, 'Choose who to sign in as', `${whatItIs}
${wrong ? `<p role="alert"><strong>${escape(wrong)}</strong></p>` : ''}
<form method="post" action="${escape(action)}">
${organisations(people).map(([organisation, members], at) => `<section aria-labelledby="organisation-${at}">
<h2 id="organisation-${at}">${escape(organisation)}</h2>
<ul>
${members.map(person => `<li>
<button type="submit" name="subject" value="${escape(person.subject)}" aria-describedby="about-${escape(person.subject)}">${escape(person.name)}</button>
<p id="about-${escape(person.subject)}">${escape(person.about)}</p>
</li>`).join('\n')}
</ul>
</section>`).join('\n')}
</form>`);

export const signOut = form => page(place, 'Sign out?', `${whatItIs}
${form}
<p><button type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button></p>
<p><button type="submit" form="op.logoutForm">Stay signed in</button></p>`);

export const signedOut = () => page(place, 'You are signed out', '<p>You can close this page.</p>');

export const refused = ({ error, error_description: reason }) => page(place, 'This sign-in was refused', `${whatItIs}
<p>Go back to the portal and start again. It was refused because:</p>
<dl><dt>Code</dt><dd>${escape(error)}</dd><dt>Reason</dt><dd>${escape(reason ?? 'None was given.')}</dd></dl>`);

export const about = issuer => page(place, 'Sign-in provider', `${whatItIs}
<p>Sign-in begins at the portal, which sends you here.</p>
<p>What it offers to programs: <a href="${escape(issuer)}/.well-known/openid-configuration">its OpenID configuration</a>.</p>`);

const organisations = people =>
  [...people.reduce((groups, person) => groups.set(person.organisation, [...groups.get(person.organisation) ?? [], person]), new Map())];
