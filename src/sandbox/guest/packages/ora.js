// Stands in for `ora`.

import { request } from "../host.js";

const say = (text) => request("run.print", "stderr", `${text}\n`);

export default function ora(options) {
  const it = { isSpinning: false, text: typeof options === "string" ? options : (options?.text ?? "") };
  const end = (text = it.text) => {
    it.isSpinning = false;
    say(text);
    return it;
  };
  it.start = (text = it.text) => {
    Object.assign(it, { isSpinning: true, text });
    return it;
  };
  it.stop = () => it;
  it.clear = () => it;
  it.render = () => it;
  it.stopAndPersist = ({ text } = {}) => end(text);
  return Object.assign(it, { succeed: end, fail: end, warn: end, info: end });
}

export async function oraPromise(work) {
  return typeof work === "function" ? work(ora()) : work;
}

export { ora as "module.exports" };
