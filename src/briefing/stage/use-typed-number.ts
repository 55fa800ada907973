import { useEffect, useState } from 'react'

const FORGOTTEN_AFTER_MILLISECONDS = 5_000
const MOST_DIGITS = 4

/** The number of a slide while it is typed: digits, then Enter. A pause of five seconds forgets it. */
export function useTypedNumber(): readonly [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (typed === '') return
    const timer = setTimeout(() => setTyped(''), FORGOTTEN_AFTER_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, (text) => setTyped(text.slice(-MOST_DIGITS))]
}
