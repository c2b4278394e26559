// What every module of the repository is given by the line that is put before it.

import { createRequire } from "./commonjs.js";
import { dirname } from "./node/path.js";
import { pathToFileURL } from "./node/url.js";

export { caught, watch, watchCallback } from "./rejections.js";

/** Fills `import.meta` as Node does, and gives what CommonJS puts in scope, for the runners that give it to modules. */
export function describe(meta, name, isMain) {
  const require = createRequire(name);
  const __dirname = dirname(name);
  Object.assign(meta, {
    dirname: __dirname,
    filename: name,
    main: isMain,
    resolve: (specifier) => asUrl(require.resolve(specifier)),
    url: pathToFileURL(name).href,
  });
  return { require, __dirname, __filename: name };
}

function asUrl(name) {
  return name.startsWith("/") ? pathToFileURL(name).href : name;
}
