// node:readline/promises.

import { promises } from "./readline.js";

export const { createInterface, Interface } = promises;
