// Takes every mail that is sent to it on one machine, passes none on, and shows the newest on a page.
import { parseArgs } from 'node:util';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { listen, sayAndEnd } from '../pages/loopback.mjs';
import { headers, style } from '../pages/page.mjs';
import { empty, list, message, missing } from './pages.mjs';

const kept = 500;
const mebibytes = 10;

process.on('uncaughtException', sayAndEnd);
process.on('unhandledRejection', sayAndEnd);

const { values: { 'smtp-port': smtpPort, 'page-port': pagePort } } = parseArgs({ options: { 'smtp-port': { type: 'string' }, 'page-port': { type: 'string' } } });
const messages = [];
let received = 0;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: mebibytes * 1024 * 1024,
  onData: (stream, session, done) => keep(stream, session.envelope).then(() => done(), done),
});
// A client that hangs up in the middle of a mail is no reason to end.
smtp.on('error', failure => failure.syscall === 'listen' ? sayAndEnd(failure) : console.error(failure.message));
await new Promise(resolve => smtp.listen(smtpPort, '127.0.0.1', resolve));
await listen(pagePort, answer);
console.log('Ready');

async function keep(stream, envelope) {
  const mail = await simpleParser(stream, { skipImageLinks: true, skipTextToHtml: true });
  if (stream.sizeExceeded)
    throw Object.assign(new Error(`A mail may have ${mebibytes} MiB`), { responseCode: 552 });
  messages.unshift({
    number: ++received,
    at: new Date().toISOString(),
    from: envelope.mailFrom ? envelope.mailFrom.address : '',
    to: envelope.rcptTo.map(recipient => recipient.address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
  });
  messages.length = Math.min(messages.length, kept);
}

function answer(request, response) {
  const found = /^\/messages\/(\d+)$/.exec(request.url);
  const shown = found && messages.find(one => one.number === Number(found[1]));
  if (request.url === '/style.css')
    response.writeHead(200, { 'content-type': 'text/css', 'cache-control': 'max-age=3600' }).end(style);
  else if (request.url === '/messages.json')
    response.writeHead(200, { ...headers(), 'content-type': 'application/json' }).end(JSON.stringify(messages));
  else if (request.url === '/')
    response.writeHead(200, headers()).end(messages.length > 0 ? list(messages) : empty());
  else
    response.writeHead(shown ? 200 : 404, headers()).end(shown ? message(shown) : missing());
}
