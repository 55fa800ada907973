import { strToU8, type Zippable, zipSync } from 'fflate'

/** One zip of texts and bytes by name; the same content gives the same bytes but for the instant. */
export function zipFiles(
  files: ReadonlyMap<string, Uint8Array | string>,
  madeAt: string,
): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of files) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  return zipSync(entries, { mtime: zipTime(madeAt), level: 6 })
}

/** Zips count from 1980 to 2099. */
function zipTime(madeAt: string): Date {
  const year = new Date(madeAt).getUTCFullYear()
  return year >= 1981 && year <= 2098 ? new Date(madeAt) : new Date('1981-01-01T00:00:00Z')
}
