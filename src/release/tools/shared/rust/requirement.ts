const comparator =
  /^(\^|~|=|>=|<=|>|<)?[ \t]*(\d+|\*)(?:\.(\d+|\*))?(?:\.(\d+|\*))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * A requirement on a crate raised to a version, as `upgrade_requirement` of cargo-release and cargo-edit does: each
 * comparator keeps its operator and names as many numbers as before. Null where it stays, or where it cannot be raised.
 */
export function upgradedRequirement(requirement: string, version: string): string | null {
  const [plain = "", prerelease] = version.split("+")[0]?.split(/-(.*)/s) ?? [];
  const numbers = plain.split(".");
  const raised = requirement.split(",").map((part) => {
    const [, operator = "", major, minor, patch] = comparator.exec(part.trim()) ?? [];
    if (major === undefined || /[<>]/.test(operator)) return null;
    if (major === "*") return "*";
    const given = [major, minor, patch].filter((each) => each !== undefined);
    const isWildcard = given.includes("*");
    const next = given.map((each, index) => (each === "*" ? "*" : (numbers[index] ?? "0"))).join(".");
    // A caret is what a bare version means, and the parser writes it in front of all comparators but the first.
    return operator + next + (prerelease === undefined || isWildcard ? "" : `-${prerelease}`);
  });
  if (raised.includes(null)) return null;
  const written = raised.join(", ");
  return written === requirement ? null : written;
}
