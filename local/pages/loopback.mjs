import { createServer } from 'node:http';

/** Serves http://localhost:port to this machine alone, by whichever address localhost has here. */
export async function listen(port, answer) {
  const guarded = (request, response) =>
    // A page elsewhere may give itself a name that means this machine.
    request.headers.host === `localhost:${port}` ? answer(request, response) : response.writeHead(421).end();
  await on(createServer(guarded), port, '::1').catch(refused => {
    if (refused.code === 'EADDRINUSE')
      throw refused;
  });
  await on(createServer(guarded), port, '127.0.0.1');
}

const on = (server, port, address) => new Promise((resolve, reject) => {
  server.once('error', reject);
  server.listen(port, address, resolve);
});

/** A failure to start ends the program with one sentence. */
export const sayAndEnd = failure => {
  console.error(failure.message);
  process.exit(1);
};
