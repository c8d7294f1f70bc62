/**
 * A codebook as REFI-QDA 1.5 has it (.qdc). GUIDs are those that came in, else made from the ids of
 * codebook and theme, so that every export has the same; so with colours.
 */

import { createHash } from 'node:crypto'
import type { Codebook, Theme } from '../../types.ts'
import { VERSION } from '../../version.ts'
import { xmlText } from '../../xml-text.ts'
import { lostFromList } from './code-list-losses.ts'
import { describe } from './code-paths.ts'
import { isNoDefinition } from './draft-yaml.ts'
import type { Exported, Loss } from './exchange.ts'
import { themesByParent } from './themes-by-parent.ts'

/** The codebook as XML in UTF-8, without a byte-order mark. */
export function writeRefi(codebook: Codebook): Exported {
  const losses: Loss[] = [
    ...lostFromList(codebook, new Map(codebook.themes.map(({ id, name }) => [id, name]))),
  ]
  const byParent = themesByParent(codebook)
  const guids = guidsOf(codebook, losses)
  const hasRules = codebook.themes.some(({ rules }) => rules.length > 0)
  losses.push(...sharedNames(codebook))
  const lines: string[] = []
  const add = (theme: Theme, colour: string) => {
    const children = byParent.get(theme.id) ?? []
    const isGroup = hasRules && children.length > 0 && theme.rules.length === 0
    const own = theme.colour ?? colour
    const indent = '  '.repeat(theme.level + 1)
    const attributes = [
      `guid="${guids.get(theme.id) ?? ''}"`,
      `name="${xmlText(theme.name)}"`,
      `isCodable="${!isGroup}"`,
      `color="${own}"`,
    ].join(' ')
    const description = descriptionOf(theme)
    const isEmpty = description === '' && children.length === 0
    lines.push(`${indent}<Code ${attributes}${isEmpty ? '/' : ''}>`)
    if (isEmpty) return
    if (description !== '')
      lines.push(`${indent}  <Description>${content(description)}</Description>`)
    for (const child of children) add(child, own)
    lines.push(`${indent}</Code>`)
  }
  for (const [index, theme] of (byParent.get(undefined) ?? []).entries()) {
    add(theme, PALETTE[index % PALETTE.length] ?? '')
  }
  const text = [HEADER, ROOT, '  <Codes>', ...lines, '  </Codes>', '</CodeBook>', ''].join('\n')
  return { text, losses }
}

const HEADER = '<?xml version="1.0" encoding="utf-8"?>'
const ROOT = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="voices ${xmlText(VERSION)}">`

/** A colour for each top theme, which the themes below share. */
const PALETTE = [
  '#1F77B4',
  '#D95F02',
  '#2CA02C',
  '#C2185B',
  '#7B4FA3',
  '#8C564B',
  '#00838F',
  '#B8860B',
  '#5D6D7E',
  '#558B2F',
]

function descriptionOf(theme: Theme): string {
  const definition = isNoDefinition(theme.definition) ? '' : theme.definition
  return describe({ ...theme, definition })
}

/** Line breaks and quotes may stand in an element as they are. */
function content(text: string): string {
  return xmlText(text).replaceAll('&#10;', '\n').replaceAll('&quot;', '"')
}

function guidsOf({ id: codebook, themes }: Codebook, losses: Loss[]): ReadonlyMap<string, string> {
  const guids = new Map<string, string>()
  const taken = new Set(themes.flatMap(({ guid }) => guid ?? []))
  const used = new Set<string>()
  for (const theme of themes) {
    let guid = theme.guid
    if (guid !== undefined && used.has(guid)) {
      losses.push({ where: `line ${theme.line}, ${theme.id}: ${guid}`, what: SAME_GUID })
      guid = undefined
    }
    for (let number = 1; guid === undefined; number += 1) {
      const made = guidFrom(`${codebook}\n${theme.id}${number === 1 ? '' : `\n${number}`}`)
      if (!taken.has(made) && !used.has(made)) guid = made
    }
    used.add(guid)
    guids.set(theme.id, guid)
  }
  return guids
}

const SAME_GUID = 'The GUID is changed: another theme has it already.'

/** The GUIDs of voices are made from names under this one. */
const NAMESPACE = '8e5a3c1e6b0f4d579c342f7a1d90b6c4'

/** A GUID from a name, by SHA-1: version 5 of RFC 9562, in upper case. */
function guidFrom(name: string): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE, 'hex')).update(name).digest()
  const bytes = hash.subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = bytes.toString('hex').toUpperCase()
  return [8, 12, 16, 20, 32]
    .map((end, index) => digits.slice([0, 8, 12, 16, 20][index], end))
    .join('-')
}

/** Programs that know codes by their names keep only one of two. */
function sharedNames({ themes }: Codebook): readonly Loss[] {
  const known = new Set<string>()
  const losses: Loss[] = []
  for (const { name, id, line } of themes) {
    if (known.has(name)) losses.push({ where: `line ${line}, ${id}: “${name}”`, what: SAME_NAME })
    known.add(name)
  }
  return losses
}

const SAME_NAME =
  'Another theme has the same name: programs that know codes by name, such as QualCoder, mix the two up.'
