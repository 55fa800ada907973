/** Hands content to the browser as a file to be saved; what no file may be called is left out of the name. */
export function handOver(
  content: BlobPart,
  file: { readonly stem: string; readonly ending: string; readonly type: string },
): void {
  const address = URL.createObjectURL(new Blob([content], { type: file.type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${file.stem.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'operation'}${file.ending}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
