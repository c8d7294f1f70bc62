/** How names are told apart where a format wants them to differ. */
export interface NamesApart {
  /** What the second of a name becomes, from 2 on: `Care 2`. */
  readonly numbered: (name: string, number: number) => string
  /** What the program compares of a name: itself, or without regard to capitals. */
  readonly key: (name: string) => string
}

/** Gives each name as it is, or with a number where it was given before. */
export function differingNames({ numbered, key }: NamesApart): (name: string) => string {
  const taken = new Set<string>()
  const next = new Map<string, number>()
  return (name) => {
    let free = name
    for (let number = next.get(key(name)) ?? 2; taken.has(key(free)); number += 1) {
      free = numbered(name, number)
      next.set(key(name), number + 1)
    }
    taken.add(key(free))
    return free
  }
}
