// Stands in for `chalk` and `ansi-colors`.

import { painter, painterClass, styles } from "../colors.js";

const chalk = painter();

export default chalk;
export { chalk as "module.exports", painterClass as Chalk };
export const chalkStderr = chalk;
export const supportsColor = false;
export const supportsColorStderr = false;
export const modifierNames = styles.slice(0, 10);
export const colorNames = styles.slice(10);
export const foregroundColorNames = colorNames;
export const backgroundColorNames = [];
