import { basename, extname } from 'node:path'
import { hashOfBytes } from '#core/canonical-json.ts'
import type { HandedOver } from '#core/records/handed-over.ts'
import { EXPORT_FORMATS } from '#formats/export/formats.ts'
import { handoverLine } from '#formats/export/handovers.ts'
import type { Exported } from '#formats/export/plan-export.ts'
import { writeBytes } from './files.ts'
import type { Terminal } from './verb.ts'

/** What the log tells of data that leave, beside what the file tells itself. */
export type HandedData = Pick<HandedOver, 'at' | 'format' | 'clearedFor'>

/**
 * Writes data that were made to leave, under the ending that they have, and prints the line of the log.
 *
 * @throws Refusal with the reason if the file cannot be written.
 */
export function handOver(
  asked: string,
  { bytes, ending, rowCount, layers, label }: Exported,
  { handed, terminal }: { readonly handed: HandedData; readonly terminal: Terminal },
): void {
  const out = rightlyNamed(asked, ending)
  if (out !== asked) {
    terminal.warn(`A ${ending} file cannot be called ${asked}; it was written to ${out}.`)
  }
  writeBytes(out, bytes)
  terminal.print(`Written to ${out}: ${rowCount} rows.`)
  terminal.print(
    handoverLine({
      id: terminal.newId(),
      by: 'command line',
      what: 'data',
      layers,
      rowCount,
      label,
      fileName: basename(out),
      sha256: hashOfBytes(bytes),
      ...handed,
    }),
  )
}

/** The format that a file is named as; the ending of one table comes first, then that of several; what is zipped may be named as what is in it. */
export function formatByEnding(out: string): string | undefined {
  const isNamed = (ending: string) => out.toLowerCase().endsWith(ending)
  const ways = [
    EXPORT_FORMATS.find(({ ending }) => isNamed(ending(1))),
    EXPORT_FORMATS.find(({ ending }) => isNamed(ending(2))),
    EXPORT_FORMATS.find(({ ending }) => isNamed(unzipped(ending(1)))),
  ]
  return ways.find((format) => format !== undefined)?.id
}

function unzipped(ending: string): string {
  return ending.replace(/\.zip$/, '')
}

/** The name as it is where it ends as the file does; else with the right ending, in place of another format's. */
function rightlyNamed(out: string, ending: string): string {
  const own = extname(out)
  if (own !== '' && ending.endsWith(own.toLowerCase())) return out
  const isOther = formatByEnding(own) !== undefined
  return `${isOther ? out.slice(0, -own.length) : out}${ending}`
}
