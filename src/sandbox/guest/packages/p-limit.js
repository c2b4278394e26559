// Stands in for `p-limit`: https://github.com/sindresorhus/p-limit#api

export default function pLimit(options) {
  let concurrency = typeof options === "object" ? options.concurrency : options;
  const isCount = (count) => (Number.isInteger(count) || count === Number.POSITIVE_INFINITY) && count > 0;
  if (!isCount(concurrency)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  const waiting = [];
  let active = 0;
  const next = () => {
    if (active >= concurrency || waiting.length === 0) return;
    active += 1;
    waiting.shift()();
  };
  const limit = (task, ...args) =>
    new Promise((resolve) => {
      waiting.push(() => {
        const result = (async () => task(...args))();
        resolve(result);
        const ended = () => {
          active -= 1;
          next();
        };
        result.then(ended, ended);
      });
      // A task begins after what follows its call, as that of the package does.
      Promise.resolve().then(next);
    });
  return Object.defineProperties(limit, {
    activeCount: { get: () => active },
    pendingCount: { get: () => waiting.length },
    clearQueue: { value: () => void waiting.splice(0) },
    concurrency: {
      get: () => concurrency,
      set: (count) => {
        if (!isCount(count)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
        concurrency = count;
        for (let at = 0; at < count; at++) Promise.resolve().then(next);
      },
    },
    map: {
      value: (items, task) => Promise.all(Array.from(items, (item, index) => limit(task, item, index))),
    },
  });
}
