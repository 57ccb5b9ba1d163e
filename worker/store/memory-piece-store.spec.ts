import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { MemoryPieceStore } from './memory-piece-store.ts'
import { pieceStoreSuite } from './piece-store-suite.ts'

pieceStoreSuite('memory', async (capacityBytes) => ({
  store: new MemoryPieceStore({ random: new SeededRandom(1), capacityBytes }),
  remove: async () => {},
}))
