// node:console.

import { console } from "../console.js";

export const { assert, clear, count, countReset, debug, dir, dirxml, error, group, groupCollapsed } = console;
export const { groupEnd, info, log, table, time, timeEnd, timeLog, trace, warn } = console;
export default console;
