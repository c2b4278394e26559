/** True for a text that says something: blanks, marks and what nobody can see are no words. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
