/** True for a text that says something: blanks, marks and what nobody can see, such as letters that fill a gap, are no words. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ""));
}
