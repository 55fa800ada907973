import { useEffect, useState } from 'react'

const IDLE_MILLISECONDS = 3000

/** Whether the pointer moved within the last three seconds. */
export function useIdlePointer(): boolean {
  const [isMoving, setMoving] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const moved = () => {
      setMoving(true)
      clearTimeout(timer)
      timer = setTimeout(() => setMoving(false), IDLE_MILLISECONDS)
    }
    window.addEventListener('pointermove', moved)
    window.addEventListener('pointerdown', moved)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', moved)
      window.removeEventListener('pointerdown', moved)
    }
  }, [])
  return !isMoving
}
