import { useEffect, useState } from 'react'

const SETTLE_MILLISECONDS = 120

type Size = { readonly widthPixels: number; readonly heightPixels: number }

/** The window's size, once it has come to rest: every new size is a new map. */
export function useWindowSize(): Size {
  const [size, setSize] = useState(sizeOfWindow)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setSize(sizeOfWindow()), SETTLE_MILLISECONDS)
    }
    window.addEventListener('resize', changed)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('resize', changed)
    }
  }, [])
  return size
}

function sizeOfWindow(): Size {
  return { widthPixels: window.innerWidth, heightPixels: window.innerHeight }
}
