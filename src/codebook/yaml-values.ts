/** YAML of small files, settings and front matter, as plain values. */
import { parse } from 'yaml'

/** The value of a YAML text; throws an error that says what is wrong and on which line. */
export function parseYaml(text: string): unknown {
  return parse(text, { maxAliasCount: 100, schema: 'failsafe' })
}
