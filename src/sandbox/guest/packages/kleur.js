// Stands in for `kleur`.

import { painter } from "../colors.js";

const kleur = painter();

export default kleur;
export { kleur as "module.exports" };
