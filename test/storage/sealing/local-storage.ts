/** The browser's local storage in memory; its entries are its own keys, as a browser has it. */
export function aLocalStorage(): Storage {
  const storage: Record<string, unknown> = {}
  const method = (name: string, value: unknown) => Object.defineProperty(storage, name, { value })
  method('getItem', (key: string) => storage[key] ?? null)
  method('setItem', (key: string, value: string) => {
    storage[key] = value
  })
  method('removeItem', (key: string) => {
    delete storage[key]
  })
  return storage as unknown as Storage
}
