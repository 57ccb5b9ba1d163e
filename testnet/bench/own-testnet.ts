import { leash } from '../process/leash.ts'
import { startTestnet, type TestnetOptions } from '../start.ts'
import type { Testnet } from '../testnet.ts'

export interface OwnTestnet extends AsyncDisposable {
  readonly net: Testnet
}

/** A fresh testnet in `dir`, which goes when it is disposed of, and also when this process is killed. */
export async function ownTestnet(options: TestnetOptions & { readonly dir: string }): Promise<OwnTestnet> {
  const held = leash(options.dir, options.dir)
  try {
    const net = await startTestnet(options)
    return {
      net,
      [Symbol.asyncDispose]: async () => {
        await net.down()
        held[Symbol.dispose]()
      },
    }
  } catch (error) {
    held[Symbol.dispose]()
    throw error
  }
}
