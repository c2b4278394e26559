// Stands in for `picocolors`.

import { plain, styles } from "../colors.js";

const bright = styles.slice(10).map((name) => `${name}Bright`);
const backgrounds = [...styles.slice(10), ...bright].map(
  (name) => `bg${name[0].toUpperCase()}${name.slice(1)}`,
);

export function createColors() {
  const names = [...styles, ...bright, ...backgrounds];
  return {
    isColorSupported: false,
    createColors,
    ...Object.fromEntries(names.map((name) => [name, (text) => plain(text)])),
  };
}

const colors = createColors();

export default colors;
export { colors as "module.exports" };
