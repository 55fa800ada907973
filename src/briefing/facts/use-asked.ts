import { useEffect, useState } from 'react'
import type { Asked } from './kept-comparisons.ts'

/** An answer, or in a sentence why there is none; both null while it is on its way. */
export type Answer<T> = { readonly value: T | null; readonly error: string | null }

const NOTHING: Answer<never> = { value: null, error: null }

/**
 * What was asked for, as soon as it is there; the last answer to the same question until then.
 *
 * @param of names the question.
 * @param what begins the sentence if it fails: "The comparison".
 */
export function useAsked<T>(asked: Asked<T> | null, of: string, what: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T> & { readonly of: string }>({ ...NOTHING, of: '' })
  useEffect(() => {
    if (!asked) return
    let isOver = false
    asked.work.then(
      (value) => {
        if (!isOver) setAnswer({ value, error: null, of })
      },
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        const sentence = `${what} could not be worked out (${why}).`
        if (!isOver) setAnswer({ value: null, error: sentence, of })
      },
    )
    return () => {
      isOver = true
    }
  }, [asked, of, what])
  if (asked?.value) return { value: asked.value, error: null }
  return answer.of === of ? answer : NOTHING
}
