// Stands in for `dotenv`: a rehearsal takes its environment from the configuration of the release alone.

export function config() {
  return { parsed: {} };
}

export function parse(text) {
  const pairs = String(text)
    .split(/\r?\n/)
    .map((line) => /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line))
    .filter((found) => found !== null);
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/, "$2")]));
}

const dotenv = { config, parse };

export default dotenv;
export { dotenv as "module.exports" };
