import { type Program, Refused } from "../../host/desk/program.ts";

const reference = /\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g;

/** `envsubst` of GNU gettext, with the variables that may be named as its argument. */
export const envsubst: Program = ({ args, stdin, env }) => {
  const [format, ...more] = args;
  if (more.length > 0 || format?.startsWith("-"))
    throw new Refused("envsubst", args.join(" "), "it is not known");
  const named =
    format === undefined
      ? null
      : new Set([...format.matchAll(reference)].map(([, braced, plain]) => braced ?? plain));
  const stdout = stdin.replace(reference, (whole, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? "";
    return named === null || named.has(name) ? (env[name] ?? "") : whole;
  });
  return { stdout, stderr: "", exitCode: 0 };
};
