const folder =
  /(?:^|\/)(?:node_modules|vendor|third[_-]party|tests?|__tests__|specs?|testdata|test[_-]data|fixtures?|__fixtures__|examples?|samples?|demos?|templates?|sandbox|playgrounds?|integration[_-]tests?|e2e)\//i;

/** True for a file below tests, fixtures, examples or packages of others, which says nothing of how this repository is released. */
export function isTestOrExample(path: string): boolean {
  return folder.test(path);
}
