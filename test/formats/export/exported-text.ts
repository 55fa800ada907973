import { strFromU8, unzipSync } from 'fflate'
import { exportLayers } from '#formats/export/plan-export.ts'

/** All that an export says, in whatever format: names of the files in it and their text. */
export async function exportedText(...asked: Parameters<typeof exportLayers>): Promise<string> {
  const file = await exportLayers(...asked)
  if (!file.ok) throw new Error(file.issues[0]?.message)
  const { bytes } = file.value
  const parts = bytes[0] === 0x50 ? Object.entries(unzipSync(bytes)) : [['', bytes] as const]
  return parts.map(([name, part]) => `${name} ${strFromU8(part)}`).join('\n')
}
