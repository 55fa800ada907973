import { Sensitivity } from '#core/place.ts'
import { highestLabel } from '#core/sensitivity-order.ts'

/** What a file that this program wrote says of a table in it; null: it does not say. */
export type Stated = {
  readonly source: string | null
  readonly licence: string | null
  readonly sensitivity: Sensitivity | null
  readonly isExercise: boolean
}

/** The words before what is told of a table. What is told of the next one begins with its name. */
export const TABLE_WORDS = {
  name: 'Table',
  source: 'Source',
  licence: 'Licence',
  sensitivity: 'Sensitivity',
  exercise: 'Exercise',
} as const

/** What stands where nobody said. */
export const NOT_STATED = 'not stated'

/** Heads the metadata in JSON, whatever the format: a member, a key or a standard of that name. */
export const MEMBERS_KEY = 'commonground'

/** As long as sources and licences of an operation may be. */
const LONGEST_LINE = 500

/** A text in one line, so that it cannot pass for a line of its own. */
export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** From metadata in JSON; null if it is none of ours. */
export function statedInJson(text: string): Stated | null {
  try {
    return statedInMembers(JSON.parse(text))
  } catch {
    return null
  }
}

/** From metadata as members; null if they are none of ours. */
export function statedInMembers(value: unknown): Stated | null {
  if (!isObject(value)) return null
  const { sensitivity, isExercise, provenance } = value
  const { source, licence } = isObject(provenance) ? provenance : {}
  const texts = { source, licence, sensitivity }
  const told = Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[TABLE_WORDS[key as keyof typeof texts], text] as const] : [],
  )
  return told.length === 0 ? null : { ...statedInWords(told), isExercise: isExercise === true }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** From words and what they say. Where one is said twice the higher label counts, and the first text. */
export function statedInWords(told: readonly (readonly [word: string, text: string])[]): Stated {
  const said = (word: string) => told.filter(([own]) => own === word).map(([, text]) => text)
  const labels = said(TABLE_WORDS.sensitivity)
  const textOf = (word: string) => {
    const line = inOneLine(said(word)[0] ?? '').slice(0, LONGEST_LINE)
    return line === '' || line === NOT_STATED ? null : line
  }
  return {
    source: textOf(TABLE_WORDS.source),
    licence: textOf(TABLE_WORDS.licence),
    sensitivity: highestLabel(Sensitivity.options.filter((label) => labels.includes(label))),
    isExercise: said(TABLE_WORDS.exercise).some((text) => text.startsWith('yes')),
  }
}

/** From notes of lines "word: text", by the names of tables; of two of one name both count. */
export function statedInNotes(text: string): ReadonlyMap<string, Stated> {
  const found = new Map<string, Stated>()
  for (const block of blocksOf(text)) {
    const name = block[0]?.[1] ?? ''
    const earlier = found.get(name)
    const own = statedInWords(block)
    found.set(name, earlier ? together([earlier, own]) : own)
  }
  return found
}

function blocksOf(text: string): (readonly [string, string])[][] {
  const blocks: (readonly [string, string])[][] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, word, said] = /^([^:]+): (.*)$/.exec(line) ?? []
    if (word === undefined || said === undefined) continue
    if (word === TABLE_WORDS.name) blocks.push([[word, said]])
    else blocks.at(-1)?.push([word, said])
  }
  return blocks
}

/** What holds for several tables in one: every source and licence, and the highest label. */
export function together(all: readonly Stated[]): Stated {
  const joined = (texts: readonly (string | null)[]) =>
    [...new Set(texts.filter((text) => text !== null))].join('; ').slice(0, LONGEST_LINE) || null
  return {
    source: joined(all.map(({ source }) => source)),
    licence: joined(all.map(({ licence }) => licence)),
    sensitivity: highestLabel(all.map(({ sensitivity }) => sensitivity)),
    isExercise: all.some(({ isExercise }) => isExercise),
  }
}

/** A table and what its file says of it; as it is where the file says nothing. */
export function withStated<T extends { readonly stated?: Stated }>(
  table: T,
  stated: Stated | null | undefined,
): T {
  return stated ? { ...table, stated } : table
}
