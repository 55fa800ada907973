import { useEffect } from 'react'

/** Takes rows pasted from a spreadsheet as a file of their own, wherever the focus is except in a field. */
export function usePastedRows(
  files: readonly { readonly name: string }[],
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const take = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || !event.clipboardData) return
      const text = event.clipboardData.getData('text/plain')
      if (event.clipboardData.files.length > 0 || text.trim() === '') return
      event.preventDefault()
      onFiles([new File([text], freeName(files), { type: 'text/tab-separated-values' })])
    }
    document.addEventListener('paste', take)
    return () => document.removeEventListener('paste', take)
  }, [files, onFiles])
}

function freeName(files: readonly { readonly name: string }[]): string {
  const taken = new Set(files.map(({ name }) => name))
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'Pasted rows.tsv' : `Pasted rows ${n}.tsv`
    if (!taken.has(name)) return name
  }
}
