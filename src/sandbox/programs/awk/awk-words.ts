/** Functions that are part of the language. */
export const builtins = new Set([
  ...["length", "substr", "index", "split", "sub", "gsub", "match", "sprintf", "sin", "cos", "atan2", "exp"],
  ...["log", "sqrt", "int", "tolower", "toupper", "system", "close"],
]);
export const assignments = new Set(["=", "+=", "-=", "*=", "/=", "%=", "^="]);
export const comparisons = new Set(["<", "<=", "==", "!=", ">", ">="]);
/** Words that name no variable. */
export const words = new Set([
  ...[
    "BEGIN",
    "END",
    "function",
    "func",
    "if",
    "else",
    "while",
    "for",
    "do",
    "break",
    "continue",
    "next",
    "nextfile",
  ],
  ...["exit", "return", "delete", "in", "getline", "print", "printf"],
]);
