import { strToU8 } from 'fflate'
import type { OperationDocument } from '#core/document.ts'
import { planImport } from '#formats/import/plan-import.ts'
import type { ImportPlan } from '#formats/import/plan-reading.ts'
import { theatreOf } from '#formats/import/theatre.ts'
import { readTables } from '#formats/registry.ts'

/** What a file of one table would bring into a document, on 1 June 2020. */
export function planOfText(file: string, text: string, document: OperationDocument): ImportPlan {
  const read = readTables(file, strToU8(text))
  if (!read.ok) throw new Error(read.issues[0]?.message)
  return planImport(read.value[0]!, {
    document,
    theatre: theatreOf(document),
    isSwapped: false,
    now: '2020-06-01T00:00:00Z',
    fileHash: null,
  })
}
