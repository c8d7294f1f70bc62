/** Writes small PDFs for the tests: pages of lines at given places, in a font that every reader has. */

/** A line of text and where it stands, in points from the top left of the page. */
export interface WrittenLine {
  readonly text: string
  readonly x: number
  readonly y: number
  /** 11 if not given. */
  readonly size?: number
  /** Degrees, against the clock; 0 if not given. */
  readonly turn?: number
}

export interface PdfOptions {
  /** Turns every page when it is shown, in degrees with the clock. */
  readonly rotate?: number
  /** Leaves out the list of objects and all behind it. */
  readonly isCut?: boolean
  /** More entries of the trailer, for example `/Encrypt 9 0 R`. */
  readonly trailer?: string
  /** More objects, each as `9 0 obj … endobj`. */
  readonly objects?: readonly string[]
  /** More entries of the catalogue. */
  readonly catalogue?: string
}

export const PAGE_WIDTH = 595
export const PAGE_HEIGHT = 842

/** A PDF with these pages, in Helvetica. */
export function makePdf(
  pages: readonly (readonly WrittenLine[])[],
  options: PdfOptions = {},
): Uint8Array {
  const numbers = pages.map((_, i) => 5 + 2 * i)
  const objects = [
    `1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${options.catalogue ?? ''} >>\nendobj`,
    `2 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((n) => `${n} 0 R`).join(' ')}] >>\nendobj`,
    '3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding 4 0 R >>\nendobj',
    '4 0 obj\n<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >>\nendobj',
    ...pages.flatMap((lines, i) => pageObjects(lines, 5 + 2 * i, options.rotate ?? 0)),
    ...(options.objects ?? []),
  ]
  let body = '%PDF-1.4\n'
  const places = new Map<number, number>()
  for (const object of objects) {
    places.set(Number.parseInt(object, 10), body.length)
    body += `${object}\n`
  }
  if (options.isCut === true) return Buffer.from(body, 'latin1')
  const size = Math.max(...places.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const place = places.get(number)
    return place === undefined
      ? '0000000000 65535 f \n'
      : `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const list = `xref\n0 ${size}\n${entries.join('')}`
  const trailer = `trailer\n<< /Root 1 0 R /Size ${size} ${options.trailer ?? ''} >>\n`
  return Buffer.from(`${body}${list}${trailer}startxref\n${body.length}\n%%EOF\n`, 'latin1')
}

function pageObjects(lines: readonly WrittenLine[], number: number, rotate: number): string[] {
  const content = lines.map(lineContent).join('\n')
  return [
    `${number} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] ` +
      `/Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${number + 1} 0 R >>\nendobj`,
    `${number + 1} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj`,
  ]
}

function lineContent({ text, x, y, size = 11, turn = 0 }: WrittenLine): string {
  const angle = (turn * Math.PI) / 180
  const matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)]
  const shown = [...matrix, x, PAGE_HEIGHT - y].map((value) => value.toFixed(3)).join(' ')
  return `BT /F1 ${size} Tf ${shown} Tm (${escaped(text)}) Tj ET`
}

/** Numbers of Windows-1252 for what is not ASCII, and `ﬁ` as one letter, as many fonts have it. */
function escaped(text: string): string {
  return text.replace(/[\\()]/gu, '\\$&').replace(/[^ -~]/gu, (letter) => CODES[letter] ?? '?')
}

const CODES: Readonly<Record<string, string>> = {
  '‘': '\\221',
  '’': '\\222',
  '“': '\\223',
  '”': '\\224',
  '•': '\\225',
  '–': '\\226',
  '—': '\\227',
  é: '\\351',
  '\u00ad': '\\255',
  ﬁ: '\\001',
}

/** Paragraphs as lines of at most a width, one below the other. */
export function setParagraphs(
  paragraphs: readonly string[],
  place: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly size?: number
    /** Between paragraphs, in lines; 1 if not given. */
    readonly space?: number
    /** Of first lines, in points. */
    readonly indent?: number
    /** Of all lines but the first, in points. */
    readonly hanging?: number
  },
): WrittenLine[] {
  const { size = 11, space = 1, indent = 0, hanging = 0 } = place
  const lines: WrittenLine[] = []
  let y = place.y
  for (const paragraph of paragraphs) {
    let x = place.x + indent
    let line = ''
    const end = () => {
      lines.push({ text: line, x, y, size })
      y += LEADING * size
      x = place.x + hanging
    }
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && x + widthOf(longer, size) > place.x + place.width) {
        end()
        line = word
      } else line = longer
    }
    end()
    y += (space - 1) * LEADING * size
  }
  return lines
}

/** Points. */
export function widthOf(text: string, size: number): number {
  let width = 0
  for (const letter of text) width += WIDTHS[letter.charCodeAt(0) - 32] ?? 556
  return (width * size) / 1000
}

const LEADING = 1.25

/** Widths of Helvetica from the space on, in thousandths of the font size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
  611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
  667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
  222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
