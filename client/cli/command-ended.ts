/** A command that was run for someone ended otherwise than well, and has said why by itself: its exit code is ours. */
export class CommandEnded extends Error {
  readonly exit: number

  constructor(exit: number) {
    super(`the command ended with ${exit}`)
    this.name = 'CommandEnded'
    this.exit = exit
  }
}
