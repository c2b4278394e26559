/** The name of a package without its group, in the one spelling of all ecosystems: `org.acme:lumen-core` is `lumen-core`. */
export function plainName(name: string): string {
  return name
    .slice(name.lastIndexOf(":") + 1)
    .toLowerCase()
    .replace(/[_.]/gu, "-");
}
