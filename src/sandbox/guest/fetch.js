// Stands in for `fetch`. A rehearsal opens no connection: what an address answers stands in the configuration, as the
// answer to the command `fetch ADDRESS`. A script that can do without goes on.

import { request } from "./host.js";
import { refusedError } from "./thrown.js";

export async function fetch(resource) {
  const url = String(resource?.url ?? resource);
  const body = request("command.fetch", url);
  if (body !== null) return response(url, body);
  throw refusedError(
    `fetch of ${url} was refused: a rehearsal opens no connection`,
    `give the answer under [release.answers] as "fetch ${url}", or rehearse natively with \`command\` and --engine command`,
  );
}

function response(url, body) {
  return {
    ok: true,
    redirected: false,
    status: 200,
    statusText: "OK",
    url,
    text: async () => body,
    json: async () => JSON.parse(body),
  };
}
