/** Whether the browser's private files answered that there is nothing of that name. */
export function isNotFound(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError'
}
