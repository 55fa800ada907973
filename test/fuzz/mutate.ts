import type { Random } from '#core/random.ts'

/** What breaks readers: ends of cells and tags, numbers that are none, keys that are not data. */
const TOKENS = [
  '"',
  "'",
  ',',
  ';',
  '\t',
  '\r\n',
  '\0',
  '\ufeff',
  '\u202e',
  '<',
  '>',
  ']]>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '<!--',
  '{',
  '}',
  '[[[[',
  '__proto__',
  'constructor',
  'NaN',
  '1e999',
  '-0',
  '9007199254740993',
  '=1+1',
  '#geo+lat',
  '31/02/2026',
]

/** A file with one to four things done to it, the same ones for the same chance. */
export function mutated(
  bytes: Uint8Array,
  others: readonly Uint8Array[],
  chance: Random,
): Uint8Array {
  let result = bytes
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const mutation = MUTATIONS[chance.below(MUTATIONS.length)]!
    result = mutation(result, chance, others)
  }
  return result
}

type Mutation = (bytes: Uint8Array, chance: Random, others: readonly Uint8Array[]) => Uint8Array

const MUTATIONS: readonly Mutation[] = [
  (bytes, chance) => withBytes(bytes, chance, () => chance.below(256)),
  (bytes, chance) => withBytes(bytes, chance, (byte) => byte ^ (1 << chance.below(8))),
  (bytes, chance) => withBytes(bytes, chance, () => [0, 255, 127, 128][chance.below(4)]!),
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length + 1)),
  (bytes, chance) => {
    const [from, to] = range(bytes, chance)
    return joined(bytes.subarray(0, from), bytes.subarray(to))
  },
  (bytes, chance) => {
    const [from, to] = range(bytes, chance)
    return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to))
  },
  (bytes, chance) => {
    const at = chance.below(bytes.length + 1)
    const token = new TextEncoder().encode(TOKENS[chance.below(TOKENS.length)])
    return joined(bytes.subarray(0, at), token, bytes.subarray(at))
  },
  (bytes, chance, others) => {
    const other = others[chance.below(others.length)]!
    return joined(
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    )
  },
]

/** The header counts most, so half of the changes fall there. */
function withBytes(bytes: Uint8Array, chance: Random, next: (byte: number) => number): Uint8Array {
  const result = bytes.slice()
  if (result.length === 0) return result
  for (let times = 1 + chance.below(8); times > 0; times--) {
    const reach = chance.below(2) === 0 ? Math.min(512, result.length) : result.length
    const at = chance.below(reach)
    result[at] = next(result[at]!)
  }
  return result
}

function range(bytes: Uint8Array, chance: Random): [from: number, to: number] {
  const from = chance.below(bytes.length + 1)
  return [from, Math.min(bytes.length, from + chance.below(256))]
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    result.set(part, at)
    at += part.length
  }
  return result
}
