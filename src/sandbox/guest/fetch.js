// Stands in for `fetch`. A rehearsal opens no connection: what an address answers stands in the configuration, as the
// answer to the command `fetch ADDRESS`, unless the repository tells it. A script that can do without goes on.

import { request } from "./host.js";
import { refusedError } from "./thrown.js";

export async function fetch(resource) {
  const url = String(resource?.url ?? resource);
  const answer = request("command.fetch", url);
  if (answer !== null) return response(url, answer);
  throw refusedError(
    `fetch of ${url} was refused: a rehearsal opens no connection`,
    `give the answer under [release.answers] as "fetch ${url}", or rehearse natively with \`command\` and --engine command`,
  );
}

function response(url, { body, isFound }) {
  return {
    ok: isFound,
    redirected: false,
    status: isFound ? 200 : 404,
    statusText: isFound ? "OK" : "Not Found",
    url,
    text: async () => body,
    json: async () => JSON.parse(body),
  };
}
