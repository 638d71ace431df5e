/** Ends with 0 if this container's process says it is ready (with the argument `live`: that it lives), else with 1 and the reason. */
const { AbortSignal, fetch } = globalThis;
const { SUNLIT_SERVICE, SUNLIT_OPERATIONS, SUNLIT_PORT } = process.env;
// Everything in one process says it where it serves.
const place = SUNLIT_SERVICE ? SUNLIT_OPERATIONS || 'http://127.0.0.1:9464' : `http://127.0.0.1:${SUNLIT_PORT || 4000}`;
const port = new URL(place).port || 80;
const what = process.argv[2] === 'live' ? 'live' : 'ready';
try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/${what}`, {
    signal: AbortSignal.timeout(4000),
  });
  if (!answer.ok) console.log(`${answer.status} ${await answer.text()}`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  console.log(`No answer on port ${port}: ${error.cause?.code ?? error.message}`);
  process.exitCode = 1;
}
