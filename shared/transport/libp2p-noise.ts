import type { NoiseComponents } from '@chainsafe/libp2p-noise'
import type { ConnectionEncrypter } from '@libp2p/interface'

type Made = (components: NoiseComponents) => ConnectionEncrypter

/** Noise, for peers that have no TLS. Loading it takes longer than many a command: a node that only dials does it when it meets such a peer. */
export async function noiseFor({ listens }: { listens: boolean }): Promise<Made> {
  if (listens) return await load()
  return (components) => ({
    protocol: '/noise',
    // Who dials speaks first, so that nothing is lost meanwhile.
    secureOutbound: async (stream, options) => await (await load())(components).secureOutbound(stream, options),
    secureInbound: async (stream, options) => await (await load())(components).secureInbound(stream, options),
  })
}

async function load(): Promise<Made> {
  const { noise } = await import('@chainsafe/libp2p-noise')
  return noise()
}
