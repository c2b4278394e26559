import fc from "fast-check";

// A score must not depend on chance.
fc.configureGlobal({ seed: 1 });

// The thread may have run another mutant before, which must not be seen while test files are being loaded.
const stryker: unknown = Reflect.get(globalThis, "__stryker__");
if (typeof stryker === "object" && stryker !== null) Reflect.set(stryker, "activeMutant", undefined);
