// Generated from backup-records.proto by "npm run protocol". Do not edit.
import type { Codec, DecodeOptions } from 'protons-runtime';
import type { Uint8ArrayList } from 'uint8arraylist';
export interface BackupKeyRecord {
    recipient: Uint8Array;
    reader: string;
    proof: Uint8Array;
}
export declare namespace BackupKeyRecord {
    const codec: () => Codec<BackupKeyRecord>;
    function encode(obj: Partial<BackupKeyRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupKeyRecord>): BackupKeyRecord;
}
export interface BackupStateRecord {
    logSeries: Uint8Array;
    logNumber: number;
    logPrevious: Uint8Array;
    cutTo: number;
    confirmedAtMs: number;
    logBytes: number;
    snapshotSeries: Uint8Array;
    snapshotLogNumber: number;
    snapshotBytes: number;
    recipient: Uint8Array;
    epoch: number;
    snapshotParts: number;
}
export declare namespace BackupStateRecord {
    const codec: () => Codec<BackupStateRecord>;
    function encode(obj: Partial<BackupStateRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<BackupStateRecord>): BackupStateRecord;
}
export interface EpochRecord {
    number: number;
    id: Uint8Array;
    restoredTo: number;
    restoredAtMs: number;
    proof: Uint8Array;
    keptUntilMs: number;
}
export declare namespace EpochRecord {
    const codec: () => Codec<EpochRecord>;
    function encode(obj: Partial<EpochRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<EpochRecord>): EpochRecord;
}
export interface UnknownPieceRecord {
    sizeBytes: number;
    revision: number;
}
export declare namespace UnknownPieceRecord {
    const codec: () => Codec<UnknownPieceRecord>;
    function encode(obj: Partial<UnknownPieceRecord>): Uint8Array;
    function decode(buf: Uint8Array | Uint8ArrayList, opts?: DecodeOptions<UnknownPieceRecord>): UnknownPieceRecord;
}
