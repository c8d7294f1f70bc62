import type { Draft, DraftTheme } from './exchange.ts'

/** Letters of scripts that put no space between words: 信, か, ไ. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What to know of a draft whose terms are in such a script; nothing of others. */
export function unspacedNotes({ themes }: Draft): readonly string[] {
  return themes.some(hasUnspaced) ? [NOTE] : []
}

const NOTE =
  'Words of a text are found between spaces: split a text into words before it is coded, where its script puts none between them (Chinese, Japanese, Thai …).'

function hasUnspaced({ rules, themes }: DraftTheme): boolean {
  return (
    rules.some(({ pattern }) => UNSPACED.test(JSON.stringify(pattern))) || themes.some(hasUnspaced)
  )
}
