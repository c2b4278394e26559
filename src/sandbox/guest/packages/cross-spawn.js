// Stands in for `cross-spawn`.

import { spawn, spawnSync } from "../node/child_process.js";

const crossSpawn = Object.assign((...args) => spawn(...args), { spawn, sync: spawnSync });

export { spawn, spawnSync as sync };
export default crossSpawn;
export { crossSpawn as "module.exports" };
