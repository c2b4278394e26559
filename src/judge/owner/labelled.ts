/** What says that a version follows, and of what kind: `**Version:** `, `| Version | `, `# Version `, `expected version `. */
const label =
  /(?:^|[\s*_|#>("'`[-])(?:(?:app|application|current|expected|latest|package|product|project|release|sdk)[ _-]?)?(?:version|release)["'`*_)\]]{0,4}\s{0,4}(?:[:=|]|\bis\b)?[\s"'`*_|(]{0,5}v?$/iu;

/**
 * What says so of the version that holds now: a label that is set off from what it labels, words that speak of now, or a
 * label with nothing but a name before it. `with version 1.2.3` in a sentence is none.
 */
const setOff =
  /(?:^|[\s*_|#>("'`[-])(?:\w{1,20}[ _-]?)?(?:version|release)["'`*_)\]]{0,4}\s{0,4}(?:[:=|]|\bis\b)[\s"'`*_|(]{0,5}v?$/iu;
const ofNow = /\b(?:current|currently|latest|expected)\s(?:version|release)[\s"'`*_(]{0,5}v?$/iu;
const alone = /(?:^[^\w]{0,40}|["'`])(?:[\w.-]{1,40}\s)?(?:version|release)[\s"'`*_(]{1,5}v?$/iu;

/** How a check is asked for: `must report exactly`. */
const reports =
  /\b(?:report|reports|print|prints|output|outputs|say|says|show|shows)\s(?:exactly\s)?["'`]?v?$/iu;

/** `(currently 1.2.3)`. */
const currently = /\bcurrently:?\s["'`]?v?$/iu;

/** The word that stands before the label, on the same line and in the same clause. */
const wordBefore = /([A-Za-z][\w.+#-]{0,59})[ \t]$/u;

/** Words that say which version is meant and name nothing. */
const naming = /^(?:a|an|and|at|by|has|in|is|its|new|of|on|our|the|this|to|with|your)$/iu;

/**
 * True for a version that is labelled as one, whatever is named before the label.
 * @param before what stands on the line before it
 */
export function endsInLabel(before: string): boolean {
  const near = before.slice(-80);
  return setOff.test(near) || ofNow.test(near) || alone.test(before);
}

/**
 * True for a version that is labelled as one without the name of what it is a version of.
 * @param before what stands on the line before it
 */
export function isLabelled(before: string): boolean {
  const near = before.slice(-80);
  const found = label.exec(near);
  if (found === null) return reports.test(near) || currently.test(near);
  const word = wordBefore.exec(near.slice(0, found.index + 1))?.[1];
  return word === undefined || naming.test(word);
}
