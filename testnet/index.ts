/** Testnets as a library, for tests and the commands. */

export type { SwarmView, WorkerView } from './control-view.ts'
export type { Who } from './layout.ts'
export type { Ended, HiroOptions, Outcome, RunningHiro } from './process/hiro.ts'
export { StartError } from './process/role-process.ts'
export { openTestnet, startTestnet, type TestnetOptions } from './start.ts'
export { Testnet } from './testnet.ts'
