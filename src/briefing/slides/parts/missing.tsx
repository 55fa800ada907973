/** What is not there yet, or why it cannot be, in one line. */
export function Missing({ children }: { readonly children: string }) {
  return (
    <p className="wall-missing" role="status">
      {children}
    </p>
  )
}
