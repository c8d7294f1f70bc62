/**
 * The words of a cue without its markup: `<v Name>`, `<i>`, `<00:00:01.000>`, `{\an8}`, `&amp;`.
 * What looks like a tag and is none of these is a mark of a transcriber, `<laughs>`, and stays.
 */
import { lineEnd } from '../lines.ts'
import type { TextPlace } from '../utterances.ts'
import { ENTITY, entityText, withoutEntities } from './entities.ts'
import { codePointsIn, type SubtitleLine } from './subtitle-lines.ts'

/** Words of a cue that one voice says. */
export interface CueWords {
  /** The name in a voice tag: empty where the tag names nobody, undefined where there is no tag. */
  readonly voice: string | undefined
  readonly text: string
  /** In order, the first at 0, one at the beginning of each line. */
  readonly places: readonly TextPlace[]
}

/** The words of a cue, and what its markup tells of the end of the file. */
export interface CueText {
  readonly words: readonly CueWords[]
  /** Whether voices are closed by `</v>`; undefined where there are none. */
  readonly closesVoices: boolean | undefined
  /** Whether it ends inside a tag. */
  readonly endsInTag: boolean
}

/** Takes the markup out of the lines of a cue. */
export function cueText(lines: readonly SubtitleLine[]): CueText {
  const written = lines.map(({ text }) => text).join('\n')
  if (!MARKUP_SIGN.test(written)) return plainText(written, lines)
  const tail = CUT_TAG.exec(written.slice(-LONGEST_TAG))?.[0] ?? ''
  const whole = written.slice(0, written.length - tail.length)
  const draft = wordsDraft(whole, lines)
  let closesVoices: boolean | undefined
  let from = 0
  for (const { 0: markup, index, groups } of whole.matchAll(MARKUP)) {
    draft.add(from, index)
    from = index + markup.length
    if (markup.startsWith('&')) draft.put(entityText(markup), index)
    else if (BREAK.test(markup)) draft.put(' ', index)
    else if (CLOSING_VOICE.test(markup)) draft.open(undefined)
    else if (groups?.voice !== undefined) draft.open(nameOf(groups.voice))
    else continue
    if (groups?.voice !== undefined) closesVoices = false
    else if (CLOSING_VOICE.test(markup)) closesVoices = true
  }
  draft.add(from, whole.length)
  return { words: draft.words(), closesVoices, endsInTag: tail !== '' }
}

/** Most cues have no markup: their words are as they are written. */
function plainText(text: string, lines: readonly SubtitleLine[]): CueText {
  let offset = 0
  const places = lines.map(({ text: written, line, column }): TextPlace => {
    const place = { offset, line, column }
    offset += written.length + 1
    return place
  })
  const words = text.trim() === '' ? [] : [{ voice: undefined, text, places }]
  return { words, closesVoices: undefined, endsInTag: false }
}

/** The words between two positions, for instance behind a label. */
export function wordsBetween(
  { voice, text, places }: CueWords,
  start: number,
  end: number,
): CueWords {
  if (start === 0 && end === text.length) return { voice, text, places }
  const within: TextPlace[] = []
  for (const { offset, line, column } of places) {
    if (offset >= end) break
    if (offset <= start) within.length = 0
    const skipped = offset < start ? codePointsIn(text.slice(offset, start)) : 0
    within.push({ offset: Math.max(0, offset - start), line, column: column + skipped })
  }
  return { voice, text: text.slice(start, end), places: within }
}

/** The name in a voice tag on one line, with its entities decoded. */
function nameOf(annotation: string): string {
  return withoutEntities(annotation).replace(SPACES, ' ').trim()
}

interface WordsDraft {
  /** Adds what is written between two positions. */
  add(from: number, to: number): void
  /** Adds what stands for the markup at a position. */
  put(text: string, at: number): void
  /** Goes on with another voice. */
  open(voice: string | undefined): void
  words(): CueWords[]
}

function wordsDraft(written: string, lines: readonly SubtitleLine[]): WordsDraft {
  const done: CueWords[] = []
  const placeOf = linePlacesOf(written, lines)
  let voice: string | undefined
  let text = ''
  let places: TextPlace[] = []
  const mark = (at: number) => {
    if (places.at(-1)?.offset === text.length) places.pop()
    places.push({ offset: text.length, ...placeOf(at) })
  }
  const finish = () => {
    if (text.trim() !== '') done.push({ voice, text, places })
    text = ''
    places = []
  }
  return {
    add(from, to) {
      for (let at = from; at < to; ) {
        const end = Math.min(lineEnd(written, at) + 1, to)
        mark(at)
        text += written.slice(at, end)
        at = end
      }
    },
    put(piece, at) {
      mark(at)
      text += piece
    },
    open(next) {
      finish()
      voice = next
    },
    words() {
      finish()
      return done
    },
  }
}

/** Places of positions in the lines of a cue, joined by `\n`; they must be asked for in order. */
export function linePlacesOf(
  written: string,
  lines: readonly SubtitleLine[],
): (at: number) => Omit<TextPlace, 'offset'> {
  let next = 1
  let { line, column } = lines[0] ?? { line: 1, column: 1 }
  let known = 0
  return (at) => {
    for (let end = lineEnd(written, known); end < at; end = lineEnd(written, known)) {
      known = end + 1
      ;({ line, column } = lines[next] ?? { line: line + 1, column: 1 })
      next += 1
    }
    column += codePointsIn(written.slice(known, at))
    known = at
    return { line, column }
  }
}

const SPACES = /\s+/gu
/** What every kind of markup has. */
const MARKUP_SIGN = /[<&{]/u
/** "<br>", "<br />" */
const BREAK = /^<br/iu
/** "</v>" */
const CLOSING_VOICE = /^<\/v/iu
/** "<v Sam>", "<v.loud Sam>", "</v>" */
const VOICE = /<v(?:\.[^\s<>]*)?(?<voice>(?:\s[^<>]*)?)>|<\/v\s*>/u
/** "<i>", "</c>", "<c.yellow>", "<lang en-GB>", '<font color="red">' */
const TAG = /<\/?(?:[bcisu]|lang|ruby|rt|font|em|strong|br)(?:[.\s][^<>]*)?\/?>/u
/** "<00:00:01.000>": when the next word is said */
const WORD_TIME = /<\d{1,4}(?::\d{1,2}){1,3}(?:[.,]\d{1,9})?>/u
/** "{\an8}", "{y:i}": where and how a player shows a line */
const PLAYER_CODE = /\{(?:\\[^{}\n]{1,99}|[cfsy]:[^{}\n]{1,99})\}/u
const MARKUP = new RegExp(
  [VOICE, TAG, WORD_TIME, PLAYER_CODE, ENTITY].map(({ source }) => source).join('|'),
  'giu',
)
/** "<v Smi", "</", where a file breaks off. */
const CUT_TAG = /<(?:\/|\/?(?:[bciuv]|lang|font)(?:[.\s][^<>]*)?)?$/iu
/** UTF-16 code units. */
const LONGEST_TAG = 300
