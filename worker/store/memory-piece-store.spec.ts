import { SeededRandom } from '../../shared/random/seeded-random.ts'
import { MemoryPieceStore } from './memory-piece-store.ts'
import { pieceAuditSuite } from './piece-audit-suite.ts'
import { LARGE, type MakePieceStore, SMALL } from './piece-store-fixture.ts'
import { pieceStoreSuite } from './piece-store-suite.ts'
import { turned } from './test-pieces.ts'

let store: MemoryPieceStore
const make: MakePieceStore = async (capacityBytes) => {
  store = new MemoryPieceStore({ random: new SeededRandom(1), capacityBytes })
  return { store, remove: async () => {} }
}

pieceStoreSuite('memory', make)
pieceAuditSuite('memory', make, async (_, { cid }) => store.change(cid, turned), [SMALL, LARGE])
