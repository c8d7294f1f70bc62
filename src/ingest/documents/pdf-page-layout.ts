/**
 * Pieces of text in the coordinates of a PDF → upright coordinates of a page that is read from the
 * top left, whichever way the page was turned.
 */

/** A piece of text as PDF.js gives it. */
export interface PlacedText {
  readonly text: string
  /** In points, along the line. */
  readonly width: number
  /** Scale, slant and place: `[a, b, c, d, x, y]`, from the bottom left of the page. */
  readonly transform: readonly number[]
}

/** A piece of text on an upright page. Lengths are in points, from the top left. */
export interface TextRun {
  readonly text: string
  readonly x: number
  /** Of the line on which the letters stand. */
  readonly y: number
  readonly width: number
  /** Of the font. */
  readonly size: number
}

/** The text of a page. */
export interface PageLayout {
  /** 1-based. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** Text that runs as most of the page does. */
  readonly runs: readonly TextRun[]
  /** Text that runs another way: a stamp on the margin, a watermark across the page. */
  readonly sideways: readonly TextRun[]
}

/** Where a page stands in the coordinates of its PDF. */
export interface PageFrame {
  /** 1-based. */
  readonly number: number
  /** From the coordinates of the PDF to those of the page as it is shown. */
  readonly transform: readonly number[]
  readonly box: {
    readonly left: number
    readonly bottom: number
    readonly right: number
    readonly top: number
  }
}

/** The text of a page in upright coordinates. */
export function pageLayout(texts: readonly PlacedText[], frame: PageFrame): PageLayout {
  const shown = texts
    .map((text) => shownText(text, frame.transform))
    .filter((text) => text.text !== '' && Number.isFinite(text.x + text.y + text.width + text.size))
  const angle = commonAngle(shown)
  const isCommon = (text: ShownText) => Math.abs(angleBetween(text.angle, angle)) <= MOST_SLANT
  const corners = cornersOf(frame).map((point) => turned(point, angle))
  const top = Math.min(...corners.map(({ y }) => y))
  const left = Math.min(...corners.map(({ x }) => x))
  const upright = ({ text, x, y, width, size }: ShownText): TextRun => {
    const at = turned({ x, y }, angle)
    return { text, x: at.x - left, y: at.y - top, width, size }
  }
  return {
    number: frame.number,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - top,
    runs: shown.filter(isCommon).map(upright),
    sideways: shown.filter((text) => !isCommon(text)).map(upright),
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

interface ShownText extends TextRun {
  /** In which the text runs; radians, clockwise from left to right. */
  readonly angle: number
}

function shownText({ text, width, transform }: PlacedText, page: readonly number[]): ShownText {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [pageA = 1, pageB = 0, pageC = 0, pageD = -1] = page
  const along = { x: pageA * a + pageC * b, y: pageB * a + pageD * b }
  return {
    text: text.replace(NOT_SHOWN, '').replace(NO_LETTER, '\ufffd'),
    ...moved({ x: e, y: f }, page),
    width: Math.max(0, width),
    size: Math.hypot(c, d) || Math.hypot(a, b) || 1,
    angle: Math.atan2(along.y, along.x),
  }
}

function moved({ x, y }: Point, transform: readonly number[]): Point {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = transform
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

function cornersOf({ box, transform }: PageFrame): Point[] {
  const xs = [box.left, box.right]
  const ys = [box.bottom, box.top]
  return xs.flatMap((x) => ys.map((y) => moved({ x, y }, transform)))
}

/** Turns a point so that text at an angle runs from left to right. */
function turned({ x, y }: Point, angle: number): Point {
  if (angle === 0) return { x, y }
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: x * cos + y * sin, y: y * cos - x * sin }
}

/** The angle at which most letters run: a quarter turn, and how far a scan is askew. */
function commonAngle(texts: readonly ShownText[]): number {
  const quarters = [0, 0, 0, 0]
  for (const { text, angle } of texts) {
    const quarter = quarterOf(angle)
    quarters[quarter] = (quarters[quarter] ?? 0) + text.length
  }
  const best = quarters.indexOf(Math.max(...quarters))
  const base = (best * Math.PI) / 2
  let [length, sum] = [0, 0]
  for (const { text, angle } of texts) {
    const off = angleBetween(angle, base)
    if (Math.abs(off) > MOST_SLANT) continue
    length += text.length
    sum += off * text.length
  }
  const askew = length === 0 ? 0 : sum / length
  return base + (Math.abs(askew) < LEAST_SLANT ? 0 : askew)
}

/** 0 to 3: the quarter turn that is nearest. */
function quarterOf(angle: number): number {
  return (Math.round((2 * angle) / Math.PI) + 4) % 4
}

/** From −π to π. */
function angleBetween(angle: number, other: number): number {
  const off = (angle - other) % (2 * Math.PI)
  if (off > Math.PI) return off - 2 * Math.PI
  return off < -Math.PI ? off + 2 * Math.PI : off
}

/** Radians, some 6 degrees: text at a larger angle to the page is no part of its lines. */
const MOST_SLANT = 0.1
/** Radians; less is the noise of numbers. */
const LEAST_SLANT = 0.0005
/** Line ends, zeros and byte-order marks, which a page does not show. */
const NOT_SHOWN = /[\0\n\v\f\r\ufeff]/gu
/** What stands where the PDF does not say which letter it shows, and half a character. */
const NO_LETTER = /(?!\t)[\p{Control}\p{Surrogate}]/gu
