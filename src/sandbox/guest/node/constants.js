// node:constants.

import { constants } from "../files/constants.js";

export default constants;
