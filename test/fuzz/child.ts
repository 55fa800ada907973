import { createRandom } from '#core/random.ts'
import { importTables } from '#formats/import/import-tables.ts'
import { readFile } from '#formats/read-file.ts'
import { PLANNING_AT, someContents } from '#support/build.ts'
import { mutated } from './mutate.ts'
import { type Seed, seeds } from './seeds.ts'

/** What the child tells: that it begins a mutation, that one went wrong, that it is through. */
export type Told =
  | { readonly begun: number; readonly file: string }
  | { readonly failed: number; readonly file: string; readonly why: string }
  | { readonly through: true }

const contents = someContents()

/** The mutation of a number: the same bytes whoever asks. */
export function mutation(files: readonly Seed[], number: number): Seed {
  const chance = createRandom(number)
  const { name, bytes } = files[chance.below(files.length)]!
  const others = files.map((file) => file.bytes)
  return { name, bytes: mutated(bytes, others, chance) }
}

/** Reads a spoilt file and works it in, as the app does; throws for what must never happen. */
async function tryOut({ name, bytes }: Seed): Promise<void> {
  const read = await readFile(name, bytes)
  if (!read.ok) {
    const isSilent = read.issues.every(({ severity }) => severity !== 'error')
    if (isSilent) throw new Error('it was refused without a word')
    return
  }
  const tables = read.value.map((table) => ({ table, fileHash: null }))
  const { plans } = await importTables(contents, tables, { now: PLANNING_AT })
  for (const { rowsRead, rowsAccepted, rowsRefused, issues } of plans) {
    if (rowsRead !== rowsAccepted + rowsRefused) throw new Error('a row is unaccounted for')
    if (rowsRefused > 0 && issues.length === 0) throw new Error('rows stay out without a word')
  }
}

const [from, to] = process.argv.slice(2).map(Number)
if (process.send) {
  const tell = (told: Told) => process.send!(told)
  const files = await seeds()
  for (let number = from!; number < to!; number++) {
    const file = mutation(files, number)
    tell({ begun: number, file: file.name })
    try {
      await tryOut(file)
    } catch (error) {
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
      tell({ failed: number, file: file.name, why })
    }
  }
  tell({ through: true })
  process.disconnect()
}
