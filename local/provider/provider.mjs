// Stands in for Microsoft Entra ID on one machine. Told on standard input, as JSON: tenant, audience, secret (of the client "portal"),
// redirectUris, signedOutUris, clients (machines, their secret is their id) and people.
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { listen, sayAndEnd } from '../pages/loopback.mjs';
import { headers, style } from '../pages/page.mjs';
import { about, choose, refused } from './pages.mjs';

process.on('uncaughtException', sayAndEnd);
process.on('unhandledRejection', sayAndEnd);

const { values: { port, test } } = parseArgs({ options: { port: { type: 'string' }, test: { type: 'boolean', default: false } } });
const setup = JSON.parse(await text(process.stdin));
const root = `/${setup.tenant}`;
const issuer = `http://localhost:${port}${root}`;
const portals = [...new Set(setup.redirectUris.map(uri => new URL(uri).origin))];

// It warns of every Node older than it likes, though it works on this project's oldest, and of forgetting everything, which is meant.
const expected = /Unsupported runtime|in-memory adapter/;
const warn = console.warn;
console.warn = (...words) => expected.test(words[0]) || warn(...words);
const { Provider } = await import('oidc-provider');
const { configuration, goBack, show } = await import('./configuration.mjs');

let keys = [newKey()];
let answer = start();
await listen(port, (request, response) => {
  if (request.url === '/style.css')
    response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=3600' }).end(style);
  else if (test && request.method === 'POST' && request.url === '/test/roll-keys')
    rollKeys(response);
  else if (request.url.startsWith(`${root}/`))
    answer(Object.assign(request, { originalUrl: request.url, url: request.url.slice(root.length) }), response);
  else
    response.writeHead(request.url === root || request.url === '/' ? 200 : 404, headers()).end(about(issuer));
});
console.log('Ready');

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
}

/** A new key signs from now on, the one before stays published, an older one goes. Whoever was signed in here is forgotten. */
function rollKeys(response) {
  keys = [newKey(), keys[0]];
  answer = start();
  response.writeHead(204).end();
}

function start() {
  const provider = new Provider(issuer, configuration(setup, keys));
  provider.on('server_error', (_, failure) => console.error(failure));
  provider.use(async (ctx, next) => {
    if (ctx.path.startsWith('/interaction/'))
      return interact(provider, ctx);
    await next();
    // Somebody who is signed out already needs no page that says so.
    if (ctx.oidc?.route === 'end_session' && ctx.status === 200 && ctx.oidc.params?.post_logout_redirect_uri)
      goBack(ctx);
  });
  return provider.callback();
}

async function pick(provider, interaction, subject, ctx) {
  const { session } = interaction;
  if (session?.accountId && session.accountId !== subject) {
    // Else it would send the browser through a page that signs the one before out.
    await (await provider.Session.findByUid(session.uid))?.destroy();
    delete interaction.session;
  }
  interaction.result = { login: { accountId: subject }, select_account: {} };
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  ctx.status = 303;
  ctx.redirect(interaction.returnTo);
}

async function interact(provider, ctx) {
  try {
    const interaction = await provider.interactionDetails(ctx.req, ctx.res);
    const wanted = ctx.method === 'POST' ? new URLSearchParams(await text(ctx.req)).get('subject') : undefined;
    if (setup.people.some(person => person.subject === wanted))
      return await pick(provider, interaction, wanted, ctx);
    ctx.status = wanted === undefined ? 200 : 422;
    show(ctx, choose(`${root}/interaction/${interaction.uid}`, setup.people, wanted === undefined ? undefined : 'Choose one of the people below'), portals);
  } catch (failure) {
    if (failure.error !== 'invalid_request')
      throw failure;
    ctx.status = 400;
    show(ctx, refused(failure));
  }
}
