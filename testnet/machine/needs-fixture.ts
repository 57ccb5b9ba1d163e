/** Packages may have to be fetched. */
const NEED_TIMEOUT_MS = 300_000

/** Leaves the suite out where the machine cannot do what it needs, and says why. */
export function needs(lack: () => Promise<string | undefined>): void {
  before(async function () {
    this.timeout(NEED_TIMEOUT_MS)
    const why = await lack()
    if (why === undefined) return
    console.log(`      left out: ${why}`)
    this.skip()
  })
}
