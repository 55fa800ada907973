import { useEffect, useState } from 'react'
import type { ReleaseLevel } from '#core/records/deck.ts'
import type { Product } from '#products/product.ts'
import { useBriefing } from '../briefing-desk.tsx'
import type { HandOutAsked } from '../hand-out-desk.ts'

/** What would leave: on its way, there, or why it cannot be said. */
export type Preview =
  | { readonly status: 'running'; readonly doing: string; readonly doneShare: number }
  | { readonly status: 'ready'; readonly product: Product }
  | { readonly status: 'failed'; readonly sentence: string }

const STARTING: Preview = { status: 'running', doing: 'Making the pages', doneShare: 0 }
const UNTOLD: Preview = {
  status: 'failed',
  sentence: 'What would leave cannot be told here, so nothing can be handed out.',
}

/** The product of some slides for a level, made anew whenever either is another; nothing is written. */
export function usePreview(
  deckId: string,
  slideIds: readonly string[],
  level: ReleaseLevel,
): Preview {
  const { makeProduct } = useBriefing()
  const [preview, setPreview] = useState<Preview>(STARTING)
  const ids = slideIds.join('\n')
  useEffect(() => {
    if (!makeProduct) return setPreview(UNTOLD)
    setPreview(STARTING)
    const controller = new AbortController()
    const { signal } = controller
    const asked: HandOutAsked = { deckId, slideIds: ids.split('\n'), level }
    const onProgress = (doneShare: number, doing: string) => {
      if (!signal.aborted) setPreview({ status: 'running', doing, doneShare })
    }
    makeProduct(asked, { signal, onProgress }).then(
      (product) => {
        if (!signal.aborted) setPreview({ status: 'ready', product })
      },
      (error: unknown) => {
        if (!signal.aborted) setPreview({ status: 'failed', sentence: sentenceOf(error) })
      },
    )
    return () => controller.abort()
  }, [makeProduct, deckId, ids, level])
  return preview
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
