import { bytesOf, byteText } from "../../host/files/byte-text.ts";
import { SystemError } from "../../host/files/system-error.ts";
import { resolveVirtual } from "../../host/files/virtual-path.ts";
import type { Make } from "../make.ts";
import { shellWords } from "../shell-words.ts";

/** The functions that do something, or tell about variables. */
export const shellFunctions: Readonly<Record<string, (make: Make, ...args: string[]) => string>> = {
  shell(make, line = "") {
    const { stdout, exitCode } = make.host.capture({
      argv: [...shellWords(make), line],
      cwd: make.cwd,
      env: make.env,
      origin: make.place,
    });
    make.variables.set(".SHELLSTATUS", { value: String(exitCode), isRecursive: false, origin: "override" });
    return stdout.replace(/(?<!\n)\n+$/, "").replaceAll("\n", " ");
  },
  error: (make, text = "") => make.fail(text.endsWith(".") ? text : `${text}.`),
  warning(make, text = "") {
    make.host.complain(`${make.place.path}:${make.place.line}: ${text}\n`);
    return "";
  },
  info(make, text = "") {
    make.host.print(`${text}\n`);
    return "";
  },
  value: (make, name = "") => make.variables.get(name)?.value ?? "",
  origin: (make, name = "") => make.variables.get(name)?.origin ?? "undefined",
  flavor(make, name = "") {
    const held = make.variables.get(name);
    return held === null ? "undefined" : held.isRecursive ? "recursive" : "simple";
  },
  eval(make, text = "") {
    make.evaluate(text);
    return "";
  },
  file(make, target = "", text) {
    const sign = /^(?:>>|>|<)/.exec(target.trim())?.[0] ?? "";
    const name = target.trim().slice(sign.length).trim();
    const path = resolveVirtual(make.cwd, name);
    const { overlay } = make.host;
    try {
      if (sign === "<")
        return overlay.kindOf(path) === "file" ? byteText(overlay.read(path)).replace(/\n$/, "") : "";
      if (sign === "") return make.fail("Invalid file operation: ".concat(target));
      const ended = text === undefined ? "" : text.endsWith("\n") ? text : `${text}\n`;
      overlay.writeFile(path, bytesOf(ended), sign === ">" ? "replace" : "append");
      return "";
    } catch (error) {
      if (!(error instanceof SystemError)) throw error;
      return make.fail(`open: ${name}: ${error.code}.`);
    }
  },
};
