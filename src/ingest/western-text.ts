/**
 * Whether text that was taken for Windows-1252 looks like it. In Western European languages at most
 * every sixth letter is beyond ASCII; in Russian read wrongly nearly every one is.
 */

/** Counts letters over the pieces of a file, then judges. */
export function westernCheck(): { add(text: string): void; looksWestern(): boolean } {
  let plain = 0
  let special = 0
  return {
    add(text) {
      for (let i = 0; i < text.length; i += 1) {
        const code = text.charCodeAt(i)
        if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) plain += 1
        // Curly quotes and dashes are above Latin-1 and common in English; they do not count.
        else if (code >= 0xa0 && code <= 0xff) special += 1
      }
    },
    looksWestern: () => special <= MOST_SPECIAL * (plain + special),
  }
}

const MOST_SPECIAL = 0.25
