import { createHash, randomBytes } from 'node:crypto';
import { interactionPolicy } from 'oidc-provider';
import { headers } from '../pages/page.mjs';
import { refused, signedOut, signOut } from './pages.mjs';

const hour = 3600;

/** What oidc-provider is told, so that it behaves to the portal as Entra does. */
export const configuration = (setup, keys) => ({
  clients: [
    {
      client_id: 'portal',
      client_secret: setup.secret,
      redirect_uris: setup.redirectUris,
      post_logout_redirect_uris: setup.signedOutUris,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      subject_type: 'pairwise',
    },
    ...setup.clients.map(id => ({
      client_id: id, client_secret: id, grant_types: ['client_credentials'], response_types: [], redirect_uris: [],
    })),
  ],
  jwks: { keys },
  pkce: { required: () => true },
  responseTypes: ['code'],
  scopes: ['openid', `${setup.audience}/.default`],
  // As Entra does: the subject is another one for every client, and oid the person's own.
  subjectTypes: ['public', 'pairwise'],
  pairwiseIdentifier: (_, subject, client) => createHash('sha256').update(`${client.clientId}|${subject}`).digest('base64url'),
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'oid', 'tid'], profile: ['name', 'preferred_username'], email: ['email'] },
  findAccount: (_, subject) => {
    const person = setup.people.find(one => one.subject === subject);
    return person && {
      accountId: subject,
      claims: () => ({ sub: subject, oid: subject, tid: setup.tenant, name: person.name, preferred_username: person.email, email: person.email }),
    };
  },
  extraTokenClaims: (_, token) => ({ tid: setup.tenant, azp: token.clientId, ver: '2.0' }),
  loadExistingGrant,
  interactions: { policy: policy(), url: (_, interaction) => `/${setup.tenant}/interaction/${interaction.uid}` },
  routes: {
    authorization: '/oauth2/v2.0/authorize',
    token: '/oauth2/v2.0/token',
    jwks: '/discovery/v2.0/keys',
    end_session: '/oauth2/v2.0/logout',
  },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (_, client, several) => several ?? (client.grantTypeAllowed('client_credentials') ? setup.audience : undefined),
      getResourceServerInfo: () => ({ scope: '', audience: setup.audience, accessTokenFormat: 'jwt', accessTokenTTL: hour, jwt: { sign: { alg: 'RS256' } } }),
    },
    rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource: ctx => show(ctx, signedOut()) },
  },
  // Cookies go by host and not by port, so these must not reach the portal.
  cookies: { keys: [randomBytes(32).toString('hex')], long: { signed: true, path: `/${setup.tenant}` }, short: { signed: true } },
  ttl: { AccessToken: hour, ClientCredentials: hour, IdToken: hour, Interaction: hour, Session: 8 * hour, Grant: 8 * hour },
  clientBasedCORS: () => false,
  renderError: (ctx, problem) => show(ctx, refused(problem)),
});

export function show(ctx, html, origins) {
  ctx.set(headers(origins));
  ctx.body = html;
}

function policy() {
  const prompts = interactionPolicy.base();
  prompts.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return prompts;
}

/** Nobody is asked for consent: in Entra an administrator has given it for all. */
async function loadExistingGrant(ctx) {
  const { client, provider, session } = ctx.oidc;
  const id = session.grantIdFor(client.clientId);
  const grant = id && await provider.Grant.find(id) || new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

/** The portal has asked already: whoever comes with a registered way back is signed out and sent there. */
async function logoutSource(ctx, form) {
  const { params, provider, session } = ctx.oidc;
  if (!params.post_logout_redirect_uri)
    return show(ctx, signOut(form));
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null, { path: new URL(provider.issuer).pathname, signed: true });
  return goBack(ctx);
}

export function goBack(ctx) {
  const { post_logout_redirect_uri: uri, state } = ctx.oidc.params;
  const address = new URL(uri);
  if (state !== undefined)
    address.searchParams.set('state', state);
  ctx.status = 303;
  ctx.redirect(address.href);
}
