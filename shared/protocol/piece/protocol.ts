/** Client or worker → worker. An incompatible change is `/hiro/piece/2` beside it. */
export const PIECE_PROTOCOL_ID = '/hiro/piece/1'
