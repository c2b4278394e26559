const example =
  /(?:^|\/)(?:node_modules|vendor|third[_-]party|tests?|__tests__|specs?|testdata|test[_-]data|fixtures?|__fixtures__|examples?|samples?|demos?|templates?|integration[_-]tests?|e2e)\//i;

/** True for a file below tests, fixtures, examples or packages of others, which says nothing of this repository. */
export function isExample(path: string): boolean {
  return example.test(path);
}
