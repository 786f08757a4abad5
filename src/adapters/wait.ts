/** Waits for Enter on a terminal; elsewhere nobody could press it. */
export async function waitForEnter(input: NodeJS.ReadStream, ask: (text: string) => void): Promise<void> {
  if (!input.isTTY) return
  ask('Enter goes on\n')
  await new Promise<void>((resolve) => {
    input.resume()
    input.once('data', () => {
      input.pause()
      resolve()
    })
  })
}
