import { useEffect, useState } from 'react'

const TOLD_FOR_MILLISECONDS = 60_000

/** What there is to tell, for a minute or until it is forgotten; null: nothing. */
export function useTold(sentence: string | null): readonly [string | null, () => void] {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    setOver(false)
    if (sentence === null) return
    const timer = setTimeout(() => setOver(true), TOLD_FOR_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [sentence])
  return [isOver ? null : sentence, () => setOver(true)]
}
