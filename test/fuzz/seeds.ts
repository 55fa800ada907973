import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { mixedFiles } from '#support/mixed-files.ts'

/** A file to be spoilt. */
export type Seed = { readonly name: string; readonly bytes: Uint8Array }

const FOLDERS = ['test/fixtures/formats', '../shared/data/imports', '../shared/data/imports-bad']
/** Larger ones say nothing that a smaller one does not, and take their time. */
const MAX_BYTES = 200_000

/** Every fixture, and what lies beside the project where it does; the order is always the same. */
export async function seeds(): Promise<readonly Seed[]> {
  const paths = FOLDERS.filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .filter((path) => statSync(path).isFile() && !/\.(md|mjs|txt)$|expected\.json$/.test(path))
    .sort()
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  const all = [...(await mixedFiles()), ...files]
  return all.filter(({ bytes }) => bytes.length > 0 && bytes.length <= MAX_BYTES)
}
